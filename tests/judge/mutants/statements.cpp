#include <algorithm>
#include <initializer_list>

#include "judge/mutants/code.hpp"

namespace chainrule::mutants {
namespace {

// A block, and not a list of values, has a semicolon of its own.
bool is_block(const code& c, std::size_t open)
{
    for (std::size_t i = open + 1; i < c.partner[open]; ++i) {
        if (c.is(i, ";") || c.is(i, "if") || c.is(i, "for")) {
            return true;
        }
        i = std::max(i, c.partner[i]);
    }
    return false;
}

// The last token of the statement that begins at i.
std::size_t end_of_statement(const code& c, std::size_t i)
{
    if (c.is(i, "{")) {
        return c.partner[i];
    }
    if (is_one_of(c.tokens[i].text, {"if", "for", "while"})) {
        std::size_t end = end_of_statement(c, c.partner[i + 1] + 1);
        if (c.is(i, "if") && c.is(end + 1, "else")) {
            end = end_of_statement(c, end + 2);
        }
        return end;
    }
    for (; i < c.tokens.size() && !c.is(i, ";"); ++i) {
        const bool body = c.is(i, "{") && is_block(c, i);
        i = std::max(i, c.partner[i]);
        // A member function ends with its body.
        if (body && i + 1 < c.tokens.size() &&
            (c.tokens[i + 1].kind == token::name || c.is(i + 1, "}"))) {
            return i;
        }
    }
    return std::min(i, c.tokens.size() - 1);
}

// The token behind a type that begins at i, or i if there is none.
std::size_t end_of_type(const code& c, std::size_t i)
{
    const std::size_t begin = i;
    const auto name = [&] {
        return i < c.tokens.size() && c.tokens[i].kind == token::name;
    };
    while (name()) {
        ++i;
        if (c.is(i, "<") && !c.tokens[i].between) {
            i = c.partner[i] + 1;
        }
        if (!c.is(i, "::")) {
            break;
        }
        ++i;
    }
    while ((c.is(i, "&") || c.is(i, "*")) && !c.tokens[i].between &&
           i > begin) {
        ++i;
    }
    return i;
}

bool may_begin_type(const code& c, std::size_t i)
{
    return c.tokens[i].kind == token::name &&
           !is_one_of(c.tokens[i].text,
                      {"const", "return", "throw", "else", "using", "new",
                       "template", "typename", "struct", "class", "case",
                       "inline", "public", "private"}) &&
           (i == 0 || c.is(i - 1, "const") || c.is(i - 1, "(") ||
            c.is(i - 1, ",") || c.is(i - 1, ";") || c.is(i - 1, "{") ||
            c.is(i - 1, "}") || c.is(i - 1, ">"));
}

bool may_follow_name(const code& c, std::size_t i)
{
    return i < c.tokens.size() &&
           is_one_of(c.tokens[i].text, {"=", "{", ";", ",", ")", "(", ":"});
}

}  // namespace

std::vector<std::vector<span>> blocks(const code& c)
{
    std::vector<std::vector<span>> all;
    for (std::size_t open = 0; open < c.tokens.size(); ++open) {
        if (!c.is(open, "{") || !is_block(c, open)) {
            continue;
        }
        all.emplace_back();
        for (std::size_t i = open + 1; i < c.partner[open];) {
            const std::size_t end = end_of_statement(c, i);
            all.back().push_back({i, end});
            i = end + 1;
        }
    }
    return all;
}

std::vector<variable> variables(const code& c)
{
    std::vector<variable> all;
    for (std::size_t i = 0; i < c.tokens.size(); ++i) {
        if (!may_begin_type(c, i)) {
            continue;
        }
        const std::size_t name = end_of_type(c, i);
        if (name == i || name >= c.tokens.size() ||
            c.tokens[name].kind != token::name ||
            !may_follow_name(c, name + 1)) {
            continue;
        }
        std::string type = c.text_of({i, name - 1});
        type.erase(type.find_last_not_of("&*") + 1);
        all.push_back({name, c.tokens[name].text, type});
        // More of the same type: T w, b;
        const bool parameter =
            i > 0 && (c.is(i - 1, "(") || c.is(i - 1, ","));
        for (std::size_t more = name + 1;
             !parameter && c.is(more, ",") &&
             c.is(more + 2, ",") + c.is(more + 2, ";") == 1;
             more += 2) {
            all.push_back({more + 1, c.tokens[more + 1].text, type});
        }
    }
    return all;
}

}  // namespace chainrule::mutants
