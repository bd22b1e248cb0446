#include "judge/mutants/changes.hpp"

#include <algorithm>
#include <sstream>

#include "judge/mutants/collector.hpp"

namespace chainrule::mutants {

void changes::put(const span& s, const std::string& with,
                  const std::string& fault)
{
    const std::size_t at = c_.tokens[s.first].at;
    const change next{at, c_.tokens[s.last].end() - at, with, fault};
    if (known_.insert(changed(c_.text, next)).second) {
        found_.push_back(next);
    }
}

void changes::put_in(const span& s, const std::string& with,
                     const std::string& fault)
{
    put(s, with, fault + place_of(c_, s, with) + purpose_of(s));
}

void changes::exchange(const span& a, const span& b, const std::string& fault)
{
    const std::size_t end = c_.tokens[a.last].end();
    put({a.first, b.last},
        c_.text_of(b) + c_.text.substr(end, c_.tokens[b.first].at - end) +
            c_.text_of(a),
        fault);
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

namespace {

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
