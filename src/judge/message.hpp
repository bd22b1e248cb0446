/// \file
/// What judge and subject say to each other: a line of JSON each.
#pragma once

#include <cstdint>
#include <string>

#include "judge/observation.hpp"

namespace chainrule::judge {

/// The judge asks:
/// `{"number": 4, "exercise": "3.1", "question": "one_layer_will_do",
///   "seed": 0, "steps": false, "calls": false}`.
struct request {
    std::uint64_t number = 0;  ///< counts the requests to a subject
    std::string exercise;
    std::string question;
    std::uint64_t seed = 0;
    /// Whether a reply "going on" is wanted whenever the answer gave something,
    /// so that this is known if it crashes later.
    bool steps = false;
    bool calls = false;  ///< whether the calls that it makes are wanted
};

/// How an answer came back from a question, if it has.
enum class outcome { returned, threw, not_started, going_on };

/// The subject replies:
/// `{"number": 4, "outcome": "returned", "what": "",
///   "instances": [[["dw1", 30], ["db1", "nan"]]], "where": ""}`, and if calls
/// were asked for, "calls" with a list for each instance, or null for one that
/// made too many: `[[["f", [3, 1]], ["f", [2, 1]]]]`.
/// What JSON has no number for is one of the strings "nan", "inf", "-inf".
struct reply {
    std::uint64_t number = 0;  ///< that of the request
    outcome end = outcome::returned;
    std::string what;                 ///< of the exception
    std::vector<instance> instances;  ///< their values and calls, so far
    /// Where the exception came from: a line "FILE:LINE" for each frame of the
    /// stack, the innermost first.
    std::string where{};
};

/// \return the message as a line, without its end
std::string to_line(const request& r);
std::string to_line(const reply& r, bool with_calls = false);

/// Read a message.
/// \throws std::runtime_error if it is not one
request request_from(const std::string& line);
reply reply_from(const std::string& line);

/// Where a subject finds its requests, and where it writes its replies.
constexpr int requests_descriptor = 3;
constexpr int replies_descriptor = 4;

}  // namespace chainrule::judge
