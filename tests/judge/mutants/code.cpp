#include "judge/mutants/code.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <regex>
#include <set>
#include <string_view>

namespace chainrule::mutants {
namespace {

bool in_name(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
}

bool blank(const std::string& s, std::size_t i)
{
    return i >= s.size() || s[i] == ' ' || s[i] == '\n';
}

// The operators of more than one character, longest first. What closes two
// templates is no shift.
constexpr std::array<std::string_view, 22> operators{
    "<<=", ">>=", "::", "->", "++", "--", "+=", "-=", "*=", "/=", "==",
    "!=",  "<=",  ">=", "&&", "||", "<<", ">>", "|=", "&=", "^=", "%="};

std::size_t sign_length(const std::string& s, std::size_t at)
{
    for (const std::string_view op : operators) {
        if (s.compare(at, op.size(), op) == 0 &&
            (op != ">>" || (at > 0 && blank(s, at - 1)))) {
            return op.size();
        }
    }
    return 1;
}

std::size_t literal_length(const std::string& s, std::size_t at)
{
    std::size_t end = at + 1;
    while (end < s.size() && s[end] != s[at]) {
        end += s[end] == '\\' ? 2 : 1;
    }
    return end + 1 - at;
}

// A number may have an exponent with a sign.
std::size_t word_length(const std::string& s, std::size_t at)
{
    const bool number = std::isdigit(static_cast<unsigned char>(s[at])) != 0;
    const bool hexadecimal = s.compare(at, 2, "0x") == 0;
    std::size_t end = at;
    const auto goes_on = [&] {
        const bool exponent = number && (s[end - 1] == 'p' ||
                                         (s[end - 1] == 'e' && !hexadecimal));
        return in_name(s[end]) || (number && s[end] == '.') ||
               (exponent && (s[end] == '-' || s[end] == '+'));
    };
    for (++end; end < s.size() && goes_on();) {
        ++end;
    }
    return end - at;
}

token token_at(const std::string& s, std::size_t at)
{
    token t;
    t.at = at;
    if (in_name(s[at])) {
        t.kind = std::isdigit(static_cast<unsigned char>(s[at]))
                     ? token::number
                     : token::name;
        t.text = s.substr(at, word_length(s, at));
    } else if (s[at] == '"' || s[at] == '\'') {
        t.kind = token::literal;
        t.text = s.substr(at, literal_length(s, at));
    } else {
        t.text = s.substr(at, sign_length(s, at));
        t.between = (at == 0 || blank(s, at - 1)) && blank(s, t.end());
    }
    return t;
}

std::vector<token> tokens_of(const std::string& s)
{
    std::vector<token> all;
    for (std::size_t at = 0; at < s.size();) {
        if (blank(s, at)) {
            ++at;
        } else if (s.compare(at, 2, "//") == 0) {
            at = std::min(s.find('\n', at), s.size());
        } else {
            all.push_back(token_at(s, at));
            at = all.back().end();
        }
    }
    return all;
}

bool opens(const token& t)
{
    return t.text == "(" || t.text == "[" || t.text == "{" ||
           (t.text == "<" && !t.between);
}

bool closes(const token& t)
{
    return t.text == ")" || t.text == "]" || t.text == "}" ||
           (t.text == ">" && !t.between);
}

std::vector<std::size_t> partners(const std::vector<token>& tokens)
{
    std::vector<std::size_t> of(tokens.size());
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        of[i] = i;
        if (opens(tokens[i])) {
            open.push_back(i);
        } else if (closes(tokens[i]) && !open.empty()) {
            of[i] = open.back();
            of[open.back()] = i;
            open.pop_back();
        }
    }
    return of;
}

bool touches(const code& c, std::size_t i)
{
    return i > 0 && c.tokens[i - 1].end() == c.tokens[i].at;
}

// The last token of the operand that begins at i: signs in front, a name or
// something in brackets, and what is done with it.
std::size_t end_of_operand(const code& c, std::size_t i)
{
    while (i + 1 < c.tokens.size() && touches(c, i + 1) &&
           is_one_of(c.tokens[i].text, {"-", "!", "*", "&", "++", "--"})) {
        ++i;
    }
    i = c.partner[i];
    while (i + 1 < c.tokens.size() && touches(c, i + 1)) {
        const std::string& next = c.tokens[i + 1].text;
        if (is_one_of(next, {".", "->", "::"})) {
            i += 2;
        } else if (opens(c.tokens[i + 1])) {
            i = c.partner[i + 1];
        } else if (is_one_of(next, {"++", "--"})) {
            ++i;
        } else {
            break;
        }
    }
    return i;
}

// The first token of the operand that ends at i.
std::size_t begin_of_operand(const code& c, std::size_t i)
{
    while (i > 0) {
        if (closes(c.tokens[i])) {
            i = c.partner[i];
            if (i == 0 || !touches(c, i) ||
                (c.tokens[i - 1].kind != token::name &&
                 !closes(c.tokens[i - 1]))) {
                break;
            }
            --i;
        } else if (touches(c, i) &&
                   is_one_of(c.tokens[i - 1].text, {".", "->", "::"})) {
            i -= 2;
        } else {
            break;
        }
    }
    while (i > 0 && touches(c, i) && !c.tokens[i - 1].between &&
           is_one_of(c.tokens[i - 1].text, {"-", "!", "*", "++", "--"})) {
        --i;
    }
    return i;
}

bool is_product(const code& c, std::size_t i)
{
    return c.is_binary(i) && is_one_of(c.tokens[i].text, {"*", "/"});
}

bool is_logic(const code& c, std::size_t i)
{
    return c.is_binary(i) && is_one_of(c.tokens[i].text, {"&&", "||"});
}

bool ends_logic(const code& c, std::size_t i)
{
    return is_logic(c, i) ||
           is_one_of(c.tokens[i].text, {";", ",", "?", ":", "=", "return"});
}

}  // namespace

bool is_one_of(const std::string& text,
               std::initializer_list<const char*> all)
{
    return std::any_of(all.begin(), all.end(),
                       [&](const char* one) { return text == one; });
}

code::code(std::string of)
    : text(std::move(of)), tokens(tokens_of(text)), partner(partners(tokens))
{}

bool code::is(std::size_t i, const std::string& what) const
{
    return i < tokens.size() && tokens[i].text == what;
}

bool code::is_binary(std::size_t i) const
{
    return tokens[i].kind == token::sign && tokens[i].between && i > 0;
}

std::string code::text_of(const span& s) const
{
    const std::size_t begin = tokens[s.first].at;
    return text.substr(begin, tokens[s.last].end() - begin);
}

span left_operand(const code& c, std::size_t op)
{
    std::size_t first = begin_of_operand(c, op - 1);
    if (is_logic(c, op)) {
        for (first = op - 1; first > 0; --first) {
            first = closes(c.tokens[first]) ? c.partner[first] : first;
            if (ends_logic(c, first - 1) || opens(c.tokens[first - 1])) {
                break;
            }
        }
    } else if (!is_product(c, op)) {
        while (first > 1 && is_product(c, first - 1)) {
            first = begin_of_operand(c, first - 2);
        }
    }
    return {first, op - 1};
}

span right_operand(const code& c, std::size_t op)
{
    std::size_t last = end_of_operand(c, op + 1);
    if (is_logic(c, op)) {
        for (last = op + 1; last + 1 < c.tokens.size(); ++last) {
            last = opens(c.tokens[last]) ? c.partner[last] : last;
            if (ends_logic(c, last + 1) || closes(c.tokens[last + 1])) {
                break;
            }
        }
    } else if (!is_product(c, op)) {
        while (last + 2 < c.tokens.size() && is_product(c, last + 1)) {
            last = end_of_operand(c, last + 2);
        }
    }
    return {op + 1, last};
}

namespace {

// What an expression does not go beyond.
bool ends_expression(const code& c, std::size_t i, bool also_terms)
{
    static const std::set<std::string> all{
        ";", ",", "{", "}",  "=",  "+=", "-=", "*=", "/=", "return", "?",
        ":", "<", ">", "<=", ">=", "==", "!=", "&&", "||", "if",     "for"};
    const bool term = c.is(i, "+") || c.is(i, "-");
    const bool bracket = opens(c.tokens[i]) || closes(c.tokens[i]);
    return bracket || (also_terms && term && c.is_binary(i)) ||
           (all.count(c.tokens[i].text) > 0 &&
            (c.tokens[i].kind == token::name || c.is_binary(i) ||
             c.is(i, ";") || c.is(i, ",") || c.tokens[i].between));
}

span expression_around(const code& c, span s, bool only_a_term)
{
    while (s.first > 0) {
        std::size_t i = s.first - 1;
        i = closes(c.tokens[i]) && c.partner[i] < i ? c.partner[i] : i;
        if (i + 1 == s.first && ends_expression(c, i, only_a_term)) {
            break;
        }
        s.first = i;
    }
    while (s.last + 1 < c.tokens.size()) {
        std::size_t i = s.last + 1;
        i = opens(c.tokens[i]) && c.partner[i] > i ? c.partner[i] : i;
        if (i == s.last + 1 && ends_expression(c, i, only_a_term)) {
            break;
        }
        s.last = i;
    }
    return s;
}

// T(2) is written for a number whose type may be any; a reader calls it 2.
std::string plainly(const std::string& text)
{
    static const std::regex number(R"(\bT\(([0-9.]+)\))");
    static const std::regex spaces(R"(\s+)");
    return std::regex_replace(std::regex_replace(text, number, "$1"), spaces,
                              " ");
}

}  // namespace

std::string place_of(const code& c, const span& changed,
                     const std::string& with)
{
    constexpr std::size_t most = 40;
    const bool converted = changed.first > 1 &&
                           c.is(changed.first - 2, "T") &&
                           c.partner[changed.first - 1] == changed.last + 1;
    const span whole =
        converted ? span{changed.first - 2, changed.last + 1} : changed;
    for (const bool only_a_term : {false, true}) {
        const span around = expression_around(c, whole, only_a_term);
        const std::size_t begin = c.tokens[around.first].at;
        const std::size_t at = c.tokens[changed.first].at - begin;
        std::string text = c.text_of(around);
        text.replace(at, c.tokens[changed.last].end() - begin - at, with);
        text = plainly(text);
        text.erase(0, text.find_first_not_of(' '));
        text.erase(text.find_last_not_of(' ') + 1);
        if (!text.empty() && text.size() <= most) {
            return " in `" + text + "`";
        }
    }
    return "";
}

std::vector<span> arguments(const code& c, std::size_t open)
{
    std::vector<span> all;
    std::size_t begin = open + 1;
    for (std::size_t i = begin; i <= c.partner[open]; ++i) {
        if ((c.is(i, ",") || i == c.partner[open]) && begin < i) {
            all.push_back({begin, i - 1});
            begin = i + 1;
        }
        i = opens(c.tokens[i]) ? c.partner[i] : i;
    }
    return all;
}

}  // namespace chainrule::mutants
