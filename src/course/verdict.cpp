#include "course/verdict.hpp"

namespace chainrule::course {
namespace {

struct look {
    verdict v;
    const char* word;
    const char* colour;
};

constexpr look looks[] = {{verdict::pass, "PASS", "\033[32m"},
                          {verdict::wrong, "WRONG", "\033[31m"},
                          {verdict::not_started, "NOT STARTED", "\033[33m"},
                          {verdict::broken, "BROKEN", "\033[31m"}};

const look& look_of(verdict v)
{
    return looks[static_cast<int>(v)];
}

}  // namespace

std::string word(verdict v)
{
    return look_of(v).word;
}

std::optional<verdict> verdict_named(const std::string& word)
{
    for (const look& l : looks) {
        if (word == l.word) {
            return l.v;
        }
    }
    return std::nullopt;
}

std::string painted(verdict v, bool colour)
{
    return colour ? look_of(v).colour + word(v) + "\033[0m" : word(v);
}

}  // namespace chainrule::course
