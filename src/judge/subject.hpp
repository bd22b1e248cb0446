/// \file
/// Whoever the judge puts its questions to: the learner's answer, in a
/// process of its own, or code of ours.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "judge/message.hpp"

namespace chainrule::judge {

/// How a question ended.
enum class ending {
    replied,    ///< there is a reply
    garbled,    ///< what came back is no reply to the question
    left,       ///< the answer ended its process, as exit() does
    stopped,    ///< it stopped itself
    crashed,    ///< a signal ended it
    too_long,   ///< it used more time than the limit
    too_large,  ///< it used more memory than the limit
    too_many    ///< it had more processes than the limit
};

/// What came of a question.
struct answered {
    ending end = ending::replied;
    reply said;           ///< if there is one
    std::string printed;  ///< since the question was put, up to the limit
};

/// Whoever is judged.
class subject {
public:
    virtual ~subject() = default;
    /// Put a question.
    /// \param exercise as "3.1"
    /// \param question its name
    /// \param seed of what is drawn
    virtual answered ask(const std::string& exercise,
                         const std::string& question, std::uint64_t seed) = 0;
    /// Ask for the calls that it makes, too, from now on.
    virtual void tell_calls() {}
    /// What it gave to a question before it came to its end there. If it can be
    /// started again, it is, and answers the questions that follow.
    virtual std::vector<instance>
    given_before_the_end(const std::string& exercise,
                         const std::string& question, std::uint64_t seed);
};

/// Truth, solution or a mistake: in this process, which they do not harm.
class own_code : public subject {
public:
    /// \param id of the player
    /// \param with_known whether what it calls known is noted
    explicit own_code(std::string id, bool with_known = false)
        : id_(std::move(id)), with_known_(with_known)
    {}
    answered ask(const std::string& exercise, const std::string& question,
                 std::uint64_t seed) override;

private:
    std::string id_;
    bool with_known_;
};

/// What the process of an answer may use.
struct process_limits {
    /// Of processor time, for a question. Ten times as much may pass on the
    /// clock, because a machine may be busy.
    std::chrono::milliseconds time{10000};
    std::size_t memory = std::size_t{1} << 30;  ///< bytes of all in use
    std::size_t processes = 64;                 ///< at once
    std::size_t output = std::size_t{1} << 16;  ///< bytes printed
    std::size_t reply = std::size_t{1} << 22;   ///< bytes of a reply
};

/// A program that holds an answer. It is started at the first question, in a
/// session of its own, without input, kept apart as far as the system allows
/// (see apart.hpp), and ended with all its descendants when this object is
/// destroyed. Its code may do anything at all: what it prints, writes or exits
/// with is no verdict.
class program : public subject {
public:
    /// \param file the program
    /// \param limits what it may use
    program(std::filesystem::path file, const process_limits& limits);
    ~program() override;
    program(const program&) = delete;
    program& operator=(const program&) = delete;

    /// \throws std::system_error if it cannot be started
    answered ask(const std::string& exercise, const std::string& question,
                 std::uint64_t seed) override;

    /// It has a second of time for each question from now on: for what takes
    /// longer, patience was shown once.
    std::vector<instance> given_before_the_end(const std::string& exercise,
                                               const std::string& question,
                                               std::uint64_t seed) override;

    void tell_calls() override { calls_ = true; }

private:
    void start();
    void end();
    void close_all();
    void forget_the_end();
    answered put(request r);
    ending wait_for_line(std::string& line);
    std::optional<ending> how_it_left(bool closed) const;
    std::string printed_since(std::size_t begin) const;
    std::size_t printed_size() const;

    std::filesystem::path file_;
    process_limits limits_;
    int* how_;         // what the keeper writes when the program has ended
    pid_t child_ = 0;  // the keeper
    int to_ = -1, from_ = -1, output_ = -1;
    std::uint64_t number_ = 0;
    std::string pending_;  // read, and not yet a line
    ending ended_ = ending::replied;
    bool calls_ = false;
};

}  // namespace chainrule::judge
