#include "judge/variable.hpp"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <map>

#include "course/text.hpp"

namespace chainrule::judge {
namespace {

bool is_digit(char c)
{
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

// A name taken apart: "w2" is entry 2 of w, "x(0, 1)" that of a table.
struct parsed {
    std::string base;
    variable::shape is = variable::shape::number;
    std::size_t i = 0, j = 0;
};

// "forward(3)" without what stands in parentheses.
std::string without_argument(const std::string& name)
{
    const std::size_t open = name.find('(');
    if (open == name.npos || open == 0) {
        return name;
    }
    char* end = nullptr;
    std::strtod(name.c_str() + open + 1, &end);
    const auto close = static_cast<std::size_t>(end - name.c_str());
    return close == open + 1 || name[close] != ')'
               ? name
               : name.substr(0, open) + name.substr(close + 1);
}

parsed parse(const std::string& name)
{
    if (is_count(name)) {
        return {name};
    }
    std::size_t i = 0, j = 0;
    int end = 0;
    const std::size_t open = name.rfind('(');
    if (open != name.npos && open > 0 &&
        std::sscanf(name.c_str() + open, "(%zu, %zu)%n", &i, &j, &end) == 2 &&
        open + static_cast<std::size_t>(end) == name.size()) {
        return {name.substr(0, open), variable::shape::table, i, j};
    }
    std::size_t digits = name.size();
    while (digits > 0 && is_digit(name[digits - 1])) {
        --digits;
    }
    if (digits > 0 && digits < name.size() && name.size() - digits < 9) {
        return {name.substr(0, digits), variable::shape::list,
                static_cast<std::size_t>(std::stoul(name.substr(digits)))};
    }
    return {without_argument(name)};
}

// Where the next value of a name goes: a list or a table that goes on, or a
// new variable.
variable* growing(std::vector<variable>& all, const parsed& p)
{
    if (p.is == variable::shape::number) {
        return nullptr;
    }
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const variable& v) {
            return v.name == p.base && v.is == p.is;
        });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

std::vector<variable> variables_of(const std::vector<quantity>& values)
{
    std::vector<variable> all;
    std::map<std::string, int> times;
    for (const quantity& q : values) {
        const parsed p = parse(q.name);
        if (variable* v = growing(all, p); v != nullptr) {
            v->values.push_back(q.value);
            v->entries.push_back(q.name);
            v->rows = p.is == variable::shape::table ? p.i + 1 : 1;
            v->cols = p.is == variable::shape::table
                          ? std::max(v->cols, p.j + 1)
                          : v->values.size();
            continue;
        }
        std::string name = p.base;
        if (const int time = ++times[p.base]; time > 1) {
            name += ", time " + std::to_string(time);
        }
        all.push_back({name, p.is, 1, 1, {q.value}, {q.name}});
    }
    return all;
}

const variable* find(const std::vector<variable>& all,
                     const std::string& name)
{
    const auto found =
        std::find_if(all.begin(), all.end(),
                     [&](const variable& v) { return v.name == name; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace chainrule::judge
