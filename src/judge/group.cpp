#include "judge/group.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <utility>

#include "course/text.hpp"

namespace chainrule::judge {
namespace {

using shape = variable::shape;

// The cells of a quantity, by where they stand.
struct positions {
    std::vector<cell> all, but_first, but_last, first, last;
    std::set<std::pair<std::size_t, std::size_t>> sizes;
    shape is = shape::number;
};

void add(positions& p, const variable& v, std::size_t scene)
{
    const bool table = v.is == shape::table;
    const std::size_t end = (table ? v.rows : v.cols) - 1;
    for (std::size_t i = 0; i < v.rows; ++i) {
        for (std::size_t j = 0; j < v.cols; ++j) {
            const std::size_t at = table ? i : j;
            const cell c{scene, i, j};
            p.all.push_back(c);
            (at == 0 ? p.first : p.but_first).push_back(c);
            (at == end ? p.last : p.but_last).push_back(c);
        }
    }
}

positions positions_of(const evidence& e, const std::string& name)
{
    positions p;
    for (std::size_t s = 0; s < e.scenes.size(); ++s) {
        const variable* v = find(e.scenes[s].truth, name);
        if (v == nullptr || (s >= e.drawn && v->is != p.is)) {
            continue;
        }
        if (s < e.drawn) {
            p.is = v->is;
            p.sizes.insert({v->rows, v->cols});
        }
        add(p, *v, s);
    }
    return p;
}

void add_before(group& g, const scene& s, const cell& c, bool drawn)
{
    if (g.name.rfind("new ", 0) != 0) {
        return;
    }
    const variable* v = find(s.told, g.name.substr(4));
    if (v != nullptr && c.i < v->rows && c.j < v->cols) {
        g.before.push_back(v->at(c.i, c.j));
    } else if (!drawn) {
        g.before.push_back(std::nan(""));
    }
}

// Too few cells show nothing, and make no group.
void add_group(std::vector<group>& to, const evidence& e, group g,
               const std::vector<cell>& cells)
{
    g.cells = cells;
    g.drawn = static_cast<std::size_t>(
        std::count_if(cells.begin(), cells.end(),
                      [&](const cell& c) { return c.scene < e.drawn; }));
    if (g.drawn < 8) {
        return;
    }
    g.yours = values_in(g, e.yours);
    for (const cell& c : cells) {
        const scene& s = e.scenes[c.scene];
        g.truth.push_back(find(s.truth, g.name)->at(c.i, c.j));
        g.probes.push_back(s.probe);
        add_before(g, s, c, c.scene < e.drawn);
    }
    if (g.before.size() != cells.size()) {
        g.before.clear();
    }
    to.push_back(std::move(g));
}

group labelled(const std::string& name, const std::string& label, view as)
{
    group g;
    g.name = name;
    g.label = label;
    g.as = as;
    return g;
}

// Cells where a condition of the lesson holds, and those where it does not.
void add_cases(std::vector<group>& to, const evidence& e,
               const std::string& name, const std::vector<cell>& all)
{
    for (const variable& v : e.scenes.front().told) {
        if (v.name.rfind("whether ", 0) != 0) {
            continue;
        }
        std::vector<cell> yes;
        std::vector<cell> no;
        for (const cell& c : all) {
            const variable* here = find(e.scenes[c.scene].told, v.name);
            if (here != nullptr) {
                (here->values[0] != 0 ? yes : no).push_back(c);
            }
        }
        const std::string what = v.name.substr(8);
        const std::string plain = course::trimmed(name);
        add_group(to, e, labelled(name, plain + " where " + what, view::one),
                  yes);
        add_group(
            to, e,
            labelled(name, plain + " where not (" + what + ")", view::one),
            no);
    }
}

}  // namespace

std::vector<group> groups_of(const evidence& e, const std::string& name)
{
    std::vector<group> all;
    const positions p = positions_of(e, name);
    const std::string plain = course::trimmed(name);
    if (p.is == shape::number) {
        add_group(all, e, labelled(name, plain, view::one), p.all);
        add_cases(all, e, name, p.all);
        return all;
    }
    const bool table = p.is == shape::table;
    const view as = table ? view::table : view::list;
    const std::string label = plain + (table ? "(i, j)" : "_i");
    const std::string row = table ? "row" : "i";
    const auto add = [&](const std::string& where,
                         const std::vector<cell>& cells) {
        add_group(all, e, labelled(name, label + where, as), cells);
    };
    add("", p.all);
    add(" for all but the first " + row, p.but_first);
    add(" for all but the last " + row, p.but_last);
    if (p.sizes.size() != 1 || table) {
        add(" for the first " + row, p.first);
        add(" for the last " + row, p.last);
        return all;
    }
    const variable* v = find(e.scenes[p.all[0].scene].truth, name);
    for (std::size_t k = 0; k < v->entries.size(); ++k) {
        std::vector<cell> one;
        std::copy_if(p.all.begin(), p.all.end(), std::back_inserter(one),
                     [&](const cell& c) { return c.j == k; });
        add_group(all, e, labelled(name, v->entries[k], view::one), one);
    }
    return all;
}

std::vector<double> values_in(const group& g,
                              const std::vector<std::vector<variable>>& of)
{
    std::vector<double> all;
    for (const cell& c : g.cells) {
        const variable* v = find(of[c.scene], g.name);
        all.push_back(v != nullptr && c.i < v->rows && c.j < v->cols
                          ? v->at(c.i, c.j)
                          : std::nan(""));
    }
    return all;
}

void explain(group& g, const evidence& e)
{
    if (g.by.features.empty() && g.by.constants.empty()) {
        g.by = explainers_of(e.scenes, g.cells, g.drawn, g.name, g.as);
    }
}

}  // namespace chainrule::judge
