#include "judge/mutants/changes.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "judge/mutants/code.hpp"

namespace chainrule::mutants {
namespace {

using strings = std::vector<std::string>;

// Collects the changes of some code.
class changes {
public:
    changes(const code& c, const strings& members)
        : c_(c), members_(members), variables_(variables(c))
    {}

    std::vector<change> all();

private:
    void put(const span& s, const std::string& with);
    void put(std::size_t i, const std::string& with) { put({i, i}, with); }
    void exchange(const span& a, const span& b);

    void operators(std::size_t i);
    void operands(std::size_t i);
    void names(std::size_t i);
    void numbers(std::size_t i);
    void signs(std::size_t i);
    void conditions(std::size_t i);
    void lists(std::size_t i);
    void indices(std::size_t i);
    void calls(std::size_t i);
    void ranges(std::size_t i);
    void types(std::size_t i);
    void loops(std::size_t i);
    void counting(std::size_t i);
    void statements();

    bool is_declared(std::size_t i) const;
    bool mentions(const span& s, const span& target) const;
    span target_of(const span& statement) const;
    bool may_be_exchanged(const span& a, const span& b) const;

    const code& c_;
    const strings& members_;
    std::vector<variable> variables_;
    std::set<std::string> known_;
    std::vector<change> found_;
};

void changes::put(const span& s, const std::string& with)
{
    const std::size_t at = c_.tokens[s.first].at;
    const change next{at, c_.tokens[s.last].end() - at, with};
    if (known_.insert(changed(c_.text, next)).second) {
        found_.push_back(next);
    }
}

void changes::exchange(const span& a, const span& b)
{
    const std::size_t end = c_.tokens[a.last].end();
    put({a.first, b.last},
        c_.text_of(b) + c_.text.substr(end, c_.tokens[b.first].at - end) +
            c_.text_of(a));
}

// ------------------------------------------------------------- expressions

void changes::operators(std::size_t i)
{
    static const std::map<std::string, strings> others{
        {"+", {"-", "*"}},    {"-", {"+", "*"}},   {"*", {"+", "/"}},
        {"/", {"*", "-"}},    {"+=", {"-=", "="}}, {"-=", {"+=", "="}},
        {"*=", {"/=", "="}},  {"/=", {"*=", "="}}, {"<", {"<=", ">"}},
        {">", {">=", "<"}},   {"<=", {"<", ">="}}, {">=", {">", "<="}},
        {"==", {"!=", "<="}}, {"!=", {"=="}},      {"&&", {"||"}},
        {"||", {"&&"}},       {"<<", {">>"}},      {"|", {"&", "^"}}};
    const auto found = others.find(c_.tokens[i].text);
    if (found != others.end() && c_.is_binary(i)) {
        for (const std::string& other : found->second) {
            put(i, other);
        }
    }
    if (c_.is(i, "++") || c_.is(i, "--")) {
        put(i, c_.is(i, "++") ? "--" : "++");
    }
}

void changes::operands(std::size_t i)
{
    static const std::set<std::string> all{"+", "-", "*", "/", "&&", "||"};
    if (!c_.is_binary(i) || all.count(c_.tokens[i].text) == 0) {
        return;
    }
    const span left = left_operand(c_, i);
    const span right = right_operand(c_, i);
    put({left.first, i}, "");
    put({i, right.last}, "");
    if (c_.tokens[i].text.size() == 1) {
        const std::string op = " " + c_.tokens[i].text + " ";
        put(right, c_.text_of(right) + op + c_.text_of(right));
        if (!c_.is(i, "/") && !c_.is(i, "-")) {
            put(left, c_.text_of(left) + op + c_.text_of(left));
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
                put(i, other);
            }
        } else if (name == "rows" || name == "cols") {
            put(i, name == "rows" ? "cols" : "rows");
        } else if (name == "back" || name == "front") {
            put(i, name == "back" ? "front" : "back");
        }
        return;
    }
    for (const variable& own : variables_) {
        for (const variable& other : variables_) {
            if (own.name == name && other.type == own.type &&
                other.name != name) {
                put(i, other.name);
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
            put(i, other);
        }
        put(i, "2 * " + text);
        put(i, text + " / 2");
        return;
    }
    const long n = std::strtol(text.c_str(), nullptr, 10);
    for (const long other : {0L, 1L, 2L, n - 1, n + 1}) {
        if (other >= 0 && other != n) {
            put(i, std::to_string(other));
        }
    }
}

// In front of a value: behind a bracket, a comma, an equals sign or return.
void changes::signs(std::size_t i)
{
    static const std::set<std::string> before{"(", "{", ",",      "=",
                                              "?", ":", "return", "+="};
    const token& t = c_.tokens[i];
    if ((t.kind == token::name || t.kind == token::number || t.text == "(") &&
        before.count(c_.tokens[i - 1].text) > 0 && !is_declared(i) &&
        !(i + 1 < c_.tokens.size() && is_declared(i + 1)) &&
        t.text != "const" && t.text != "std" && t.text != "0") {
        put(i, "-" + t.text);
    }
    if ((t.text == "-" || t.text == "!") && !t.between) {
        put(i, "");
    }
}

void changes::conditions(std::size_t i)
{
    if ((c_.is(i, "if") || c_.is(i, "while")) && c_.is(i + 1, "(")) {
        const span inside{i + 2, c_.partner[i + 1] - 1};
        put(inside, "false");
        if (c_.is(i, "if")) {
            put(inside, "true");
        }
    }
    if (c_.is(i, "?")) {
        std::size_t colon = i + 1;
        while (colon < c_.tokens.size() && !c_.is(colon, ":")) {
            colon = std::max(colon, c_.partner[colon]) + 1;
        }
        exchange(right_operand(c_, i), right_operand(c_, colon));
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
    const auto all = arguments(c_, i);
    for (std::size_t k = 0; k + 1 < all.size(); ++k) {
        exchange(all[k], all[k + 1]);
    }
}

void changes::indices(std::size_t i)
{
    if (c_.is(i, "[") && c_.tokens[i - 1].end() == c_.tokens[i].at &&
        c_.partner[i] > i + 1) {
        const span inside{i + 1, c_.partner[i] - 1};
        put(inside, c_.text_of(inside) + " - 1");
        put(inside, c_.text_of(inside) + " + 1");
        put(inside, "0");
    }
    if (c_.is(i, ".") && c_.is(i + 1, "back") && c_.is(i + 2, "(")) {
        put({i, i + 3}, "[0]");
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
        put({first, c_.partner[i + 1]}, "(" + c_.text_of(argument) + ")");
    }
}

// begin() and end() of what is given to an algorithm.
void changes::ranges(std::size_t i)
{
    if ((c_.is(i, "begin") || c_.is(i, "rbegin")) && c_.is(i + 1, "(")) {
        put({i, i + 2}, c_.tokens[i].text + "() + 1");
    }
    if ((c_.is(i, "end") || c_.is(i, "rend")) && c_.is(i + 1, "(")) {
        put({i, i + 2}, c_.tokens[i].text + "() - 1");
    }
}

// What keeps less of a number.
void changes::types(std::size_t i)
{
    if (is_declared(i) && (c_.is(i - 1, "T") || c_.is(i - 1, "double"))) {
        put(i - 1, "float");
        put(i - 1, "int");
    } else if (c_.is(i, "double") && !c_.is(i + 1, "&") &&
               !c_.is(i + 1, "(")) {
        put(i, "float");
        put(i, "int");
    }
}

// ------------------------------------------------------- loops, statements

void changes::loops(std::size_t i)
{
    if (!(c_.is(i, "for") || c_.is(i, "while")) || !c_.is(i + 1, "(")) {
        return;
    }
    const std::size_t body = c_.partner[i + 1] + 1;
    if (c_.is(body, "{")) {
        put(c_.partner[body], "break; }");
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
    put(begin, c_.text_of(begin) + " + 1");
    put(begin, c_.text_of(begin) + " - 1");
    const std::string name = c_.tokens[ends[0] - 1].text;
    const span header{begin.first, c_.partner[open] - 1};
    const bool up = c_.is(test.first + 1, "<") || c_.is(test.first + 1, "!=");
    if (up && c_.tokens[test.first].text == name) {
        const span bound{test.first + 2, test.last};
        const std::string to = c_.text_of(bound);
        put(bound, to + " - 1");
        put(bound, to + " + 1");
        put(header, to + "; " + name + "-- > " + c_.text_of(begin) + ";");
    } else if (c_.is(test.first + 1, "--")) {
        put(test, name + "-- > 1");
        put(header, "0; " + name + " < " + c_.text_of(begin) + "; ++" + name);
    } else {
        put(header,
            "1; " + name + " <= " + c_.text_of(begin) + "; ++" + name);
    }
}

// What a statement declares or writes to: a name with its members.
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
        if (target.first + k > target.last ||
            (k % 2 == 1 && !c_.is(i + k, "."))) {
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

void changes::statements()
{
    for (const auto& block : blocks(c_)) {
        for (std::size_t k = 0; k < block.size(); ++k) {
            put(block[k], c_.is(block[k].last, ";") ? ";" : "");
            if (k + 1 < block.size() &&
                may_be_exchanged(block[k], block[k + 1])) {
                exchange(block[k], block[k + 1]);
            }
        }
    }
}

std::vector<change> changes::all()
{
    known_.insert(c_.text);
    std::size_t i = 1;
    while (i < c_.tokens.size() && !c_.is(i, "{")) {
        ++i;
    }
    for (; i < c_.tokens.size(); ++i) {
        operators(i);
        operands(i);
        names(i);
        numbers(i);
        signs(i);
        conditions(i);
        lists(i);
        indices(i);
        calls(i);
        ranges(i);
        types(i);
        loops(i);
    }
    statements();
    return found_;
}

std::string on_one_line(const std::string& text)
{
    std::istringstream words(text);
    std::string line;
    for (std::string word; words >> word;) {
        line += (line.empty() ? "" : " ") + word;
    }
    return line;
}

}  // namespace

std::vector<change> changes_of(const std::string& text,
                               const std::vector<std::string>& members)
{
    const code c(text);
    return changes(c, members).all();
}

std::string changed(const std::string& text, const change& c)
{
    std::string result = text;
    return result.replace(c.at, c.length, c.with);
}

changed_lines lines_of(const std::string& text, const change& c)
{
    const std::size_t before = text.rfind('\n', c.at);
    const std::size_t begin =
        c.at == 0 || before == text.npos ? 0 : before + 1;
    const std::size_t end =
        std::min(text.find('\n', c.at + c.length), text.size());
    const std::string lines = text.substr(begin, end - begin);
    return {on_one_line(lines),
            on_one_line(changed(lines, {c.at - begin, c.length, c.with}))};
}

std::vector<std::string> members_in(const std::string& text)
{
    std::vector<std::string> all;
    const code c(text);
    for (std::size_t i = 1; i < c.tokens.size(); ++i) {
        if ((c.is(i - 1, ".") || c.is(i - 1, "->")) && !c.is(i + 1, "(")) {
            all.push_back(c.tokens[i].text);
        }
    }
    return all;
}

}  // namespace chainrule::mutants
