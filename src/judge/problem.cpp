#include "judge/problem.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "course/text.hpp"

namespace chainrule::judge {
namespace {

using shape = variable::shape;
constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

// Collects what is the same kind of number in every cell.
class collector {
public:
    collector(const std::vector<scene>& scenes,
              const std::vector<cell>& cells, std::size_t drawn,
              const std::string& name, view as)
        : scenes_(scenes), cells_(cells), drawn_(drawn), name_(name), as_(as)
    {}

    explainers all();

private:
    // The variables of a name, in every cell.
    struct column {
        std::string name;
        double cost;
        std::vector<const variable*> in;
        shape is;
        bool own;     // the true value of what is to be explained
        bool asked;   // or of something else that is asked for
        bool steady;  // the same size everywhere
    };
    using value_of = std::function<double(const variable&, const cell&)>;
    using value_of_two =
        std::function<double(const variable&, const variable&, const cell&)>;

    std::vector<column> columns() const;
    void add(const std::string& name, double cost,
             std::vector<double> values);
    void add(const column& c, const std::string& name, double more,
             const value_of& value);
    void add(const column& a, const column& b, const std::string& name,
             double more, const value_of_two& value);
    void for_one(const column& c);
    void for_list(const column& c);
    void for_table(const column& c);
    void sums(const std::vector<column>& all);
    void table_products(const std::vector<column>& all);

    const std::vector<scene>& scenes_;
    const std::vector<cell>& cells_;
    std::size_t drawn_;
    const std::string& name_;
    view as_;
    explainers found_;
};

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

double column_sum(const variable& v, std::size_t j)
{
    double all = 0;
    for (std::size_t i = 0; i < v.rows; ++i) {
        all += entry(v, i, j);
    }
    return all;
}

double row_sum(const variable& v, std::size_t i)
{
    double all = 0;
    for (std::size_t j = 0; j < v.cols; ++j) {
        all += entry(v, i, j);
    }
    return all;
}

void collector::for_table(const column& c)
{
    if (c.is != shape::table) {
        return;
    }
    const std::string name = plain(c.name);
    const variable& v = *c.in[0];
    if (!c.own) {
        add(c, name + "(i, j)", 0, [](const variable& m, const cell& at) {
            return entry(m, at.i, at.j);
        });
    }
    add(c, name + "(j, i)", 0.3, [](const variable& m, const cell& at) {
        return entry(m, at.j, at.i);
    });
    add(c, name + "(i+1, j)", 0.4, [](const variable& m, const cell& at) {
        return entry(m, at.i + 1, at.j);
    });
    add(c, name + "(i-1, j)", 0.4, [](const variable& m, const cell& at) {
        return at.i == 0 ? nothing : entry(m, at.i - 1, at.j);
    });
    for (const bool last : {false, true}) {
        const std::string row = last ? "(last, " : "(0, ";
        const auto at_row = [last](const variable& m) {
            return last ? m.rows - 1 : 0;
        };
        add(c, name + row + "i)", 0.3,
            [at_row](const variable& m, const cell& at) {
                return entry(m, at_row(m), at.i);
            });
        add(c, name + row + "j)", 0.3,
            [at_row](const variable& m, const cell& at) {
                return entry(m, at_row(m), at.j);
            });
    }
    if (v.rows > 1) {
        add(c, "the sum of " + name + "(n, j) over n", 0.5,
            [](const variable& m, const cell& at) {
                return at.j < m.cols ? column_sum(m, at.j) : nothing;
            });
        add(c, "the sum of " + name + "(n, i) over n", 0.6,
            [](const variable& m, const cell& at) {
                return at.i < m.cols ? column_sum(m, at.i) : nothing;
            });
    }
    if (v.cols > 1) {
        add(c, "the sum of " + name + "(i, k) over k", 0.5,
            [](const variable& m, const cell& at) {
                return at.i < m.rows ? row_sum(m, at.i) : nothing;
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

// The three ways in which two tables are multiplied.
void collector::table_products(const std::vector<column>& all)
{
    struct way {
        const char *left, *right;
        double more;
        value_of_two value;
    };
    const auto dot = [](std::size_t n, auto l, auto r) {
        double total = 0;
        for (std::size_t k = 0; k < n; ++k) {
            total += l(k) * r(k);
        }
        return total;
    };
    const std::vector<way> ways{
        {"(n, i)", "(n, j)", 1,
         [&](const variable& a, const variable& b, const cell& at) {
             return a.rows != b.rows
                        ? nothing
                        : dot(
                              a.rows,
                              [&](auto n) { return entry(a, n, at.i); },
                              [&](auto n) { return entry(b, n, at.j); });
         }},
        {"(i, n)", "(n, j)", 1,
         [&](const variable& a, const variable& b, const cell& at) {
             return a.cols != b.rows
                        ? nothing
                        : dot(
                              a.cols,
                              [&](auto n) { return entry(a, at.i, n); },
                              [&](auto n) { return entry(b, n, at.j); });
         }},
        {"(i, n)", "(j, n)", 1,
         [&](const variable& a, const variable& b, const cell& at) {
             return a.cols != b.cols
                        ? nothing
                        : dot(
                              a.cols,
                              [&](auto n) { return entry(a, at.i, n); },
                              [&](auto n) { return entry(b, at.j, n); });
         }}};
    for (const column& a : all) {
        for (const column& b : all) {
            if (a.is != shape::table || b.is != shape::table || a.own ||
                b.own) {
                continue;
            }
            for (const way& w : ways) {
                add(a, b,
                    "the sum over n of " + plain(a.name) + w.left + " " +
                        plain(b.name) + w.right,
                    w.more, w.value);
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

}  // namespace

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
