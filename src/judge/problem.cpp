#include <algorithm>
#include <cmath>

#include "course/text.hpp"
#include "judge/collector.hpp"

namespace chainrule::judge {
namespace {

using shape = variable::shape;

double sum(const variable& v)
{
    double all = 0;
    for (const double x : v.values) {
        all += x;
    }
    return all;
}

std::string plain(const std::string& name)
{
    return course::trimmed(name);
}

}  // namespace

double entry(const variable& v, std::ptrdiff_t i)
{
    return i < 0 || i >= static_cast<std::ptrdiff_t>(v.values.size())
               ? nothing
               : v.values[static_cast<std::size_t>(i)];
}

double entry(const variable& v, std::size_t i, std::size_t j)
{
    return i < v.rows && j < v.cols ? v.at(i, j) : nothing;
}

std::vector<collector::column> collector::columns() const
{
    std::vector<column> all;
    const scene& first = scenes_[cells_[0].scene];
    const auto take = [&](const std::vector<variable> scene::*of,
                          double cost) {
        for (const variable& v : first.*of) {
            const bool own = of == &scene::truth && v.name == name_;
            if ((own && v.is == shape::number) ||
                v.name.rfind("whether ", 0) == 0 ||
                (of == &scene::truth && is_count(v.name))) {
                continue;
            }
            const bool true_one = of == &scene::truth;
            column c{(true_one ? "the true " : "") + v.name,
                     cost,
                     {},
                     v.is,
                     own,
                     true_one,
                     true};
            for (const cell& at : cells_) {
                const variable* here = find(scenes_[at.scene].*of, v.name);
                const bool there = here != nullptr && here->is == v.is;
                const bool needed = c.in.size() < drawn_;
                if (!there && needed) {
                    break;
                }
                c.steady = c.steady && (!needed || (here->rows == v.rows &&
                                                    here->cols == v.cols));
                c.in.push_back(there ? here : nullptr);
            }
            if (c.in.size() == cells_.size()) {
                all.push_back(std::move(c));
            }
        }
    };
    take(&scene::told, 1);
    take(&scene::truth, 1.1);
    return all;
}

void collector::add(const std::string& name, double cost,
                    std::vector<double> values)
{
    const bool there =
        std::all_of(values.begin(), values.begin() + std::ptrdiff_t(drawn_),
                    [](double v) { return std::isfinite(v); });
    const bool constant =
        std::all_of(values.begin(), values.end(), [&](double v) {
            return v == values.front() || std::isnan(v);
        });
    auto& to = constant ? found_.constants : found_.features;
    const auto is_same = [](double a, double b) {
        return a == b || std::isnan(a) || std::isnan(b);
    };
    const bool known =
        std::any_of(to.begin(), to.end(), [&](const feature& f) {
            return std::equal(values.begin(), values.end(), f.values.begin(),
                              is_same);
        });
    if (there && !known && (!constant || values.front() != 0)) {
        to.push_back({name, cost, std::move(values)});
    }
}

// With what is left of the number in an int, if that is another.
void collector::add(const column& c, const std::string& name, double more,
                    const value_of& value)
{
    std::vector<double> values;
    std::vector<double> cut;
    for (std::size_t s = 0; s < cells_.size(); ++s) {
        values.push_back(c.in[s] == nullptr ? nothing
                                            : value(*c.in[s], cells_[s]));
        cut.push_back(std::trunc(values.back()));
    }
    const bool whole = std::equal(
        cut.begin(), cut.begin() + std::ptrdiff_t(drawn_), values.begin());
    add(name, c.cost + more, std::move(values));
    if (!whole) {
        add(name + " without its fraction", c.cost + more + 0.3,
            std::move(cut));
    }
}

void collector::add(const column& a, const column& b, const std::string& name,
                    double more, const value_of_two& value)
{
    std::vector<double> values;
    for (std::size_t s = 0; s < cells_.size(); ++s) {
        values.push_back(a.in[s] == nullptr || b.in[s] == nullptr
                             ? nothing
                             : value(*a.in[s], *b.in[s], cells_[s]));
    }
    add(name, std::max(a.cost, b.cost) + more, std::move(values));
}

void collector::for_one(const column& c)
{
    const std::string name = plain(c.name);
    if (c.is == shape::list && c.steady && c.in[0]->values.size() <= 8) {
        for (std::size_t k = 0; k < c.in[0]->values.size(); ++k) {
            if (!c.own || k != cells_[0].j) {
                add(c, (c.asked ? "the true " : "") + c.in[0]->entries[k], 0,
                    [k](const variable& v, const cell&) {
                        return entry(v, std::ptrdiff_t(k));
                    });
            }
        }
    } else if (c.is == shape::list && !c.own) {
        add(c, "the first " + name, 0.25,
            [](const variable& v, const cell&) { return entry(v, 0); });
        add(c, "the last " + name, 0.25, [](const variable& v, const cell&) {
            return entry(v, std::ptrdiff_t(v.values.size()) - 1);
        });
    } else if (c.steady && !c.own && c.in[0]->values.size() <= 4) {
        for (std::size_t k = 0; k < c.in[0]->values.size(); ++k) {
            add(c, (c.asked ? "the true " : "") + c.in[0]->entries[k], 0.1,
                [k](const variable& v, const cell&) {
                    return entry(v, std::ptrdiff_t(k));
                });
        }
    }
}

void collector::for_list(const column& c)
{
    const std::string name = plain(c.name);
    const auto shifted = [](std::ptrdiff_t by) {
        return [by](const variable& v, const cell& at) {
            return entry(v, std::ptrdiff_t(at.j) + by);
        };
    };
    if (c.is == shape::list) {
        if (!c.own) {
            add(c, name + "_i", 0, shifted(0));
        }
        add(c, name + "_(i+1)", 0.25, shifted(1));
        add(c, name + "_(i-1)", 0.25, shifted(-1));
        add(c, "the first " + name, 0.3,
            [](const variable& v, const cell&) { return entry(v, 0); });
        add(c, "the last " + name, 0.3, [](const variable& v, const cell&) {
            return entry(v, std::ptrdiff_t(v.values.size()) - 1);
        });
        add(c, name + "_i counted from the end", 0.5,
            [](const variable& v, const cell& at) {
                return entry(v, std::ptrdiff_t(v.values.size()) - 1 -
                                    std::ptrdiff_t(at.j));
            });
    } else if (c.steady && c.in[0]->rows > 1) {
        add(c, name + "(first, i)", 0.3,
            [](const variable& v, const cell& at) {
                return entry(v, 0, at.j);
            });
        add(c, name + "(last, i)", 0.3,
            [](const variable& v, const cell& at) {
                return entry(v, v.rows - 1, at.j);
            });
    }
}

// Sums of lists, of products of two, and of all entries.
void collector::sums(const std::vector<column>& all)
{
    for (const column& a : all) {
        const std::string name = plain(a.name);
        if (a.is == shape::number || a.own) {
            continue;
        }
        add(a, "the sum of all " + name, 0.6,
            [](const variable& v, const cell&) { return sum(v); });
        if (a.is != shape::list) {
            continue;
        }
        for (const column& b : all) {
            if (b.is == shape::list && !b.own && &a <= &b) {
                add(a, b,
                    "the sum of all " + name + "_n " + plain(b.name) + "_n",
                    0.9,
                    [](const variable& v, const variable& u, const cell&) {
                        double total =
                            u.values.size() == v.values.size() ? 0 : nothing;
                        for (std::size_t k = 0; k < v.values.size(); ++k) {
                            total +=
                                v.values[k] * entry(u, std::ptrdiff_t(k));
                        }
                        return total;
                    });
            }
        }
    }
}

explainers collector::all()
{
    const auto all = columns();
    for (const column& c : all) {
        if (c.is == shape::number) {
            add(c, plain(c.name), 0,
                [](const variable& v, const cell&) { return v.values[0]; });
        } else if (as_ == view::one) {
            for_one(c);
        } else if (as_ == view::list) {
            for_list(c);
        } else {
            for_table(c);
        }
    }
    sums(all);
    if (as_ == view::table) {
        table_products(all);
    }
    return std::move(found_);
}

scene::scene(const instance& of, std::size_t seen_on)
    : truth(variables_of(of.values)), probe(seen_on)
{
    told = variables_of(of.known);
    for (variable& v : variables_of(of.given)) {
        if (find(told, v.name) == nullptr) {
            told.push_back(std::move(v));
        }
    }
}

explainers explainers_of(const std::vector<scene>& scenes,
                         const std::vector<cell>& cells, std::size_t drawn,
                         const std::string& name, view as)
{
    return collector(scenes, cells, drawn, name, as).all();
}

}  // namespace chainrule::judge
