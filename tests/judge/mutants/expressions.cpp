#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "judge/mutants/collector.hpp"

namespace chainrule::mutants {

void changes::operators(std::size_t i)
{
    static const std::map<std::string, std::vector<std::string>> others{
        {"+", {"-", "*"}},   {"-", {"+", "*"}},   {"*", {"+", "/"}},
        {"/", {"*", "-"}},   {"+=", {"-=", "="}}, {"-=", {"+=", "="}},
        {"*=", {"/=", "="}}, {"/=", {"*=", "="}}, {"<", {"<=", ">"}},
        {">", {">=", "<"}},  {"<=", {"<", ">="}}, {">=", {">", "<="}},
        {"==", {"!="}},      {"!=", {"=="}},      {"&&", {"||"}},
        {"||", {"&&"}},      {"<<", {">>"}},      {"|", {"&", "^"}}};
    const auto found = others.find(c_.tokens[i].text);
    if (found != others.end() && c_.is_binary(i)) {
        for (const std::string& other : found->second) {
            put_in(i, other, "the wrong operator");
        }
    }
    if (c_.is(i, "++") || c_.is(i, "--")) {
        put_in(i, c_.is(i, "++") ? "--" : "++", "the wrong operator");
    }
}

namespace {

// What an operand of an operator is called.
std::string operand_of(const std::string& op)
{
    return op == "*"                  ? "a factor"
           : op == "/"                ? "a division"
           : op == "&&" || op == "||" ? "a condition"
                                      : "a term";
}

}  // namespace

void changes::operands(std::size_t i)
{
    static const std::set<std::string> all{"+", "-", "*", "/", "&&", "||"};
    if (!c_.is_binary(i) || all.count(c_.tokens[i].text) == 0) {
        return;
    }
    const span left = left_operand(c_, i);
    const span right = right_operand(c_, i);
    const std::string operand = operand_of(c_.tokens[i].text);
    put_in({left.first, i}, "", operand + " left out");
    put_in({i, right.last}, "", operand + " left out");
    if (c_.tokens[i].text.size() == 1) {
        const std::string op = " " + c_.tokens[i].text + " ";
        put_in(right, c_.text_of(right) + op + c_.text_of(right),
               operand + " twice");
        if (!c_.is(i, "/") && !c_.is(i, "-")) {
            put_in(left, c_.text_of(left) + op + c_.text_of(left),
                   operand + " twice");
        }
    }
}

bool changes::is_declared(std::size_t i) const
{
    return std::any_of(variables_.begin(), variables_.end(),
                       [&](const variable& v) { return v.at == i; });
}

// Another variable of the type, or another member.
void changes::names(std::size_t i)
{
    if (c_.tokens[i].kind != token::name || is_declared(i)) {
        return;
    }
    const std::string& name = c_.tokens[i].text;
    if (c_.is(i - 1, ".") || c_.is(i - 1, "->")) {
        if (!c_.is(i + 1, "(")) {
            for (const std::string& other : members_) {
                put_in(i, other, "the wrong value");
            }
        } else if (name == "rows" || name == "cols") {
            put_in(i, name == "rows" ? "cols" : "rows",
                   "rows and columns exchanged");
        } else if (name == "back" || name == "front") {
            put_in(i, name == "back" ? "front" : "back",
                   "first and last exchanged");
        }
        return;
    }
    for (const variable& own : variables_) {
        for (const variable& other : variables_) {
            if (own.name == name && other.type == own.type &&
                other.name != name) {
                put_in(i, other.name, "the wrong value");
            }
        }
    }
}

void changes::numbers(std::size_t i)
{
    const std::string& text = c_.tokens[i].text;
    if (c_.tokens[i].kind != token::number) {
        return;
    }
    if (text.find_first_of(".exp") != text.npos) {
        for (const char* other : {"0.0", "1.0"}) {
            put_in(i, other, "the wrong number");
        }
        if (text != "0.0") {
            put_in(i, "2 * " + text, "the wrong number");
            put_in(i, text + " / 2", "the wrong number");
        }
        return;
    }
    const long n = std::strtol(text.c_str(), nullptr, 10);
    for (const long other : {0L, 1L, 2L, n - 1, n + 1}) {
        if (other >= 0 && other != n) {
            put_in(i, std::to_string(other), "the wrong number");
        }
    }
}

// In front of a value: behind a bracket, a comma, an equals sign or return.
bool changes::begins_statement(std::size_t i) const
{
    const auto all = blocks(c_);
    return std::any_of(all.begin(), all.end(), [&](const auto& block) {
        return block.front().first == i;
    });
}

// Zero, a truth value, or what is only asked for its size.
bool changes::has_no_sign(std::size_t i) const
{
    static const std::set<std::string> sizes{"abs", "fabs", "isfinite"};
    const std::string& text = c_.tokens[i].text;
    const std::size_t last = right_operand(c_, i - 1).last;
    const bool zero = c_.is(i, "0") || c_.is(i, "0.0") ||
                      (c_.is(i + 1, "(") && c_.is(i + 2, "0"));
    const bool compared = c_.is(last + 1, "==") && c_.is(last + 2, "0");
    const bool truth = std::any_of(
        variables_.begin(), variables_.end(), [&](const variable& v) {
            return v.type == "bool" && v.name == text;
        });
    return zero || compared || truth || text == "true" || text == "false" ||
           (i > 1 && c_.is(i - 1, "(") &&
            sizes.count(c_.tokens[i - 2].text) > 0);
}

void changes::signs(std::size_t i)
{
    static const std::set<std::string> before{"(", "{", ",",      "=",
                                              "?", ":", "return", "+="};
    static const std::set<std::string> no_values{"const", "std", "auto"};
    const token& t = c_.tokens[i];
    const bool value =
        (t.kind == token::name || t.kind == token::number || t.text == "(") &&
        no_values.count(t.text) == 0 && !is_declared(i) &&
        !(i + 1 < c_.tokens.size() && is_declared(i + 1));
    if (value && before.count(c_.tokens[i - 1].text) > 0 &&
        !begins_statement(i) && !has_no_sign(i)) {
        put_in(i, "-" + t.text, "the wrong sign");
    }
    if ((t.text == "-" || t.text == "!") && !t.between) {
        put_in(i, "", t.text == "-" ? "the wrong sign" : "a `!` left out");
    }
}

void changes::conditions(std::size_t i)
{
    if ((c_.is(i, "if") || c_.is(i, "while")) && c_.is(i + 1, "(")) {
        const span inside{i + 2, c_.partner[i + 1] - 1};
        const std::string asked = "the condition `" + c_.text_of(inside);
        put(inside, "false", asked + "` as if it never held");
        if (c_.is(i, "if")) {
            put(inside, "true", asked + "` as if it always held");
        }
    }
    if (c_.is(i, "?")) {
        std::size_t colon = i + 1;
        while (colon < c_.tokens.size() && !c_.is(colon, ":")) {
            colon = std::max(colon, c_.partner[colon]) + 1;
        }
        exchange(right_operand(c_, i), right_operand(c_, colon),
                 "the two cases behind a condition exchanged");
    }
}

// Arguments and elements that stand beside each other, exchanged.
void changes::lists(std::size_t i)
{
    const bool call =
        c_.is(i, "(") && c_.tokens[i - 1].end() == c_.tokens[i].at;
    if (c_.partner[i] <= i || !(call || c_.is(i, "{")) || c_.is(i - 1, "]")) {
        return;
    }
    static const std::set<std::string> symmetric{"max", "min", "fmax",
                                                 "fmin"};
    if (symmetric.count(c_.tokens[i - 1].text) > 0) {
        return;
    }
    const auto all = arguments(c_, i);
    for (std::size_t k = 0; k + 1 < all.size(); ++k) {
        exchange(all[k], all[k + 1],
                 "`" + c_.text_of(all[k]) + "` and `" +
                     c_.text_of(all[k + 1]) + "` exchanged");
    }
}

void changes::indices(std::size_t i)
{
    if (c_.is(i, "[") && c_.tokens[i - 1].end() == c_.tokens[i].at &&
        c_.partner[i] > i + 1) {
        const span inside{i + 1, c_.partner[i] - 1};
        const std::string index = c_.text_of(inside);
        const std::string in = " in `" + c_.tokens[i - 1].text + "[" + index +
                               "]`" + purpose_of(inside);
        put(inside, index + " - 1", "an index that is one too small" + in);
        put(inside, index + " + 1", "an index that is one too large" + in);
        put(inside, "0", "the index 0 instead of the right one" + in);
    }
    if (c_.is(i, ".") && c_.is(i + 1, "back") && c_.is(i + 2, "(")) {
        put_in({i, i + 3}, "[0]", "the first entry instead of the last");
    }
}

void changes::calls(std::size_t i)
{
    static const std::set<std::string> conversions{
        "T",     "double",      "int",      "size_t", "if",    "for",
        "while", "static_cast", "uint32_t", "return", "size",  "begin",
        "end",   "rows",        "cols",     "back",   "front", "empty"};
    if (c_.tokens[i].kind != token::name || !c_.is(i + 1, "(") ||
        c_.tokens[i].end() != c_.tokens[i + 1].at ||
        conversions.count(c_.tokens[i].text) > 0 || is_declared(i)) {
        return;
    }
    std::size_t first = i;
    while (first > 1 && c_.is(first - 1, "::")) {
        first -= 2;
    }
    for (const span& argument : arguments(c_, i + 1)) {
        put({first, c_.partner[i + 1]}, "(" + c_.text_of(argument) + ")",
            "`" + c_.tokens[i].text + "` left out");
    }
}

// begin() and end() of what is given to an algorithm.
void changes::ranges(std::size_t i)
{
    if ((c_.is(i, "begin") || c_.is(i, "rbegin")) && c_.is(i + 1, "(")) {
        put({i, i + 2}, c_.tokens[i].text + "() + 1", "one entry left out");
    }
    if ((c_.is(i, "end") || c_.is(i, "rend")) && c_.is(i + 1, "(")) {
        put({i, i + 2}, c_.tokens[i].text + "() - 1", "one entry left out");
    }
}

// What keeps less of a number.
void changes::types(std::size_t i)
{
    if (is_declared(i) && (c_.is(i - 1, "T") || c_.is(i - 1, "double"))) {
        put({i - 1, i - 1}, "float", "a number kept in a float");
        put({i - 1, i - 1}, "int", "a number kept in an int");
    } else if (c_.is(i, "double") && !c_.is(i + 1, "&") &&
               !c_.is(i + 1, "(")) {
        put({i, i}, "float", "a number kept in a float");
        put({i, i}, "int", "a number kept in an int");
    }
}

}  // namespace chainrule::mutants
