/// \file
/// What the lesson calls its intermediate numbers, as the truth computes them.
#pragma once

#include <string_view>

#include "judge/observation.hpp"

namespace chainrule::judge {

/// While it lives, what a truth calls known is noted in an observation.
class listening {
public:
    explicit listening(observation& to);
    ~listening();
    listening(const listening&) = delete;
    listening& operator=(const listening&) = delete;

    /// \return where to note, or null if nobody listens
    static observation* now();
};

/// Note an intermediate number, list or table under the name that the lesson
/// gives it: `known("z", z)`. A truth calls it before it returns. What is not
/// made of plain numbers, as counted or dual ones, is not noted, nor is what a
/// later call of the same instance says again. It is never shown as what is
/// true of an answer; it serves to say how a wrong answer differs.
template <class Value>
void known(std::string_view name, const Value& v)
{
    if (observation* to = listening::now(); to != nullptr) {
        to->know(name, v);
    }
}

}  // namespace chainrule::judge
