// Changes of loops and of the order of statements.
#include <algorithm>

#include "judge/mutants/collector.hpp"

namespace chainrule::mutants {

void changes::loops(std::size_t i)
{
    if (!(c_.is(i, "for") || c_.is(i, "while")) || !c_.is(i + 1, "(")) {
        return;
    }
    const std::size_t body = c_.partner[i + 1] + 1;
    if (c_.is(body, "{")) {
        put({c_.partner[body], c_.partner[body]}, "break; }",
            "a loop that ends after its first round");
    }
    if (c_.is(i, "for")) {
        counting(i + 1);
    }
}

// for (std::size_t i = A; i < B; ++i), and the three ways to count down.
void changes::counting(std::size_t open)
{
    std::vector<std::size_t> ends;
    for (std::size_t k = open + 1; k < c_.partner[open]; ++k) {
        if (c_.is(k, "=") || c_.is(k, ";")) {
            ends.push_back(k);
        }
        k = std::max(k, c_.partner[k]);
    }
    if (ends.size() != 3 || !c_.is(ends[0], "=")) {
        return;
    }
    const span begin{ends[0] + 1, ends[1] - 1};
    const span test{ends[1] + 1, ends[2] - 1};
    const std::string name = c_.tokens[ends[0] - 1].text;
    const std::string loop = "a loop over `" + name + "` that ";
    const bool up = c_.is(test.first + 1, "<") || c_.is(test.first + 1, "!=");
    put(begin, c_.text_of(begin) + " + 1",
        loop + "begins one " + (up ? "too late" : "too early"));
    put(begin, c_.text_of(begin) + " - 1",
        loop + "begins one " + (up ? "too early" : "too late"));
    const span header{begin.first, c_.partner[open] - 1};
    const std::string turned = loop + "runs the other way";
    if (up && c_.tokens[test.first].text == name) {
        const span bound{test.first + 2, test.last};
        const std::string to = c_.text_of(bound);
        put(bound, to + " - 1", loop + "ends one too early");
        put(bound, to + " + 1", loop + "ends one too late");
        put(header, to + "; " + name + "-- > " + c_.text_of(begin) + ";",
            turned);
    } else if (c_.is(test.first + 1, "--")) {
        put(test, name + "-- > 1", loop + "ends one too early");
        put(header, "0; " + name + " < " + c_.text_of(begin) + "; ++" + name,
            turned);
    } else {
        put(header, "1; " + name + " <= " + c_.text_of(begin) + "; ++" + name,
            turned);
    }
}

// What a statement declares or writes to: a name with its members, or with an
// index that is a number.
span changes::target_of(const span& s) const
{
    for (const variable& v : variables_) {
        if (v.at > s.first && v.at <= s.last) {
            return {v.at, v.at};
        }
    }
    std::size_t first = s.first;
    while (c_.tokens[first].kind != token::name && first < s.last) {
        ++first;
    }
    std::size_t last = first;
    while (c_.is(last + 1, ".") && !c_.is(last + 3, "(")) {
        last += 2;
    }
    if (c_.is(last + 1, "[") && c_.is(last + 3, "]") &&
        c_.tokens[last + 2].kind == token::number) {
        last += 3;
    }
    return {first, last};
}

// Whether a statement has a name, or what that is a member of as a whole.
bool changes::mentions(const span& s, const span& target) const
{
    for (std::size_t i = s.first; i <= s.last; ++i) {
        std::size_t k = 0;
        while (target.first + k <= target.last && i + k <= s.last &&
               c_.is(i + k, c_.tokens[target.first + k].text)) {
            ++k;
        }
        const bool other = c_.is(i + k, ".") ||
                           (k > 0 && c_.is(i + k - 1, ".")) ||
                           (k > 0 && c_.is(i + k - 1, "[") &&
                            c_.tokens[i + k].kind == token::number);
        if (target.first + k > target.last || (k > 0 && !other)) {
            return true;
        }
    }
    return false;
}

// The order of two statements that share nothing does not matter.
bool changes::may_be_exchanged(const span& a, const span& b) const
{
    for (const span& s : {a, b}) {
        if (!c_.is(s.last, ";") || c_.is(s.first, "return") ||
            c_.is(s.first, "break") || c_.is(s.first, "continue")) {
            return false;
        }
    }
    return mentions(b, target_of(a)) || mentions(a, target_of(b));
}

std::string changes::statement_left_out(const span& s) const
{
    for (const char* word : {"if", "for", "while", "return", "throw"}) {
        if (c_.is(s.first, word)) {
            return std::string("a whole `") + word + "` left out";
        }
    }
    return "the line for `" + c_.text_of(target_of(s)) + "` left out";
}

// What the statement writes to that an expression stands in, in words.
std::string changes::purpose_of(const span& s) const
{
    for (const auto& block : blocks(c_)) {
        for (const span& statement : block) {
            const bool inside =
                statement.first <= s.first && s.last <= statement.last;
            const span target = inside ? target_of(statement) : s;
            if (inside && c_.is(statement.last, ";") &&
                !c_.is(statement.first, "return") && target.last < s.first) {
                return ", where `" + c_.text_of(target) + "` is set";
            }
        }
    }
    return "";
}

void changes::statements()
{
    for (const auto& block : blocks(c_)) {
        for (std::size_t k = 0; k < block.size(); ++k) {
            put(block[k], c_.is(block[k].last, ";") ? ";" : "",
                statement_left_out(block[k]));
            if (k + 1 < block.size() &&
                may_be_exchanged(block[k], block[k + 1])) {
                exchange(block[k], block[k + 1],
                         "the lines for `" + c_.text_of(target_of(block[k])) +
                             "` and `" + c_.text_of(target_of(block[k + 1])) +
                             "` in the wrong order");
            }
        }
    }
}

}  // namespace chainrule::mutants
