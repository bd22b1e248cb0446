#include <algorithm>

#include "course/text.hpp"
#include "judge/collector.hpp"

namespace chainrule::judge {
namespace {

using shape = variable::shape;

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

}  // namespace

void collector::for_table(const column& c)
{
    if (c.is != shape::table) {
        return;
    }
    const std::string name = course::trimmed(c.name);
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
    table_sums(c);
}

// Sums of rows and columns.
void collector::table_sums(const column& c)
{
    const std::string name = course::trimmed(c.name);
    if (c.in[0]->rows > 1) {
        add(c, "the sum of " + name + "(n, j) over n", 0.5,
            [](const variable& m, const cell& at) {
                return at.j < m.cols ? column_sum(m, at.j) : nothing;
            });
        add(c, "the sum of " + name + "(n, i) over n", 0.6,
            [](const variable& m, const cell& at) {
                return at.i < m.cols ? column_sum(m, at.i) : nothing;
            });
    }
    if (c.in[0]->cols > 1) {
        add(c, "the sum of " + name + "(i, k) over k", 0.5,
            [](const variable& m, const cell& at) {
                return at.i < m.rows ? row_sum(m, at.i) : nothing;
            });
    }
}

namespace {

// The sum over n of two tables: of the first an entry in row or column n, and
// of the second as well.
double sum_over(const variable& a, bool row_of_a, std::size_t in_a,
                const variable& b, bool row_of_b, std::size_t in_b)
{
    const std::size_t n = row_of_a ? a.rows : a.cols;
    if (n != (row_of_b ? b.rows : b.cols)) {
        return nothing;
    }
    double total = 0;
    for (std::size_t k = 0; k < n; ++k) {
        total += (row_of_a ? entry(a, k, in_a) : entry(a, in_a, k)) *
                 (row_of_b ? entry(b, k, in_b) : entry(b, in_b, k));
    }
    return total;
}

}  // namespace

// The three ways in which two tables are multiplied.
void collector::table_products(const std::vector<column>& all)
{
    struct way {
        const char *left, *right;
        bool row_of_left, row_of_right;
    };
    for (const column& a : all) {
        for (const column& b : all) {
            if (a.is != shape::table || b.is != shape::table || a.own ||
                b.own) {
                continue;
            }
            for (const way& w : {way{"(n, i)", "(n, j)", true, true},
                                 way{"(i, n)", "(n, j)", false, true},
                                 way{"(i, n)", "(j, n)", false, false}}) {
                add(a, b,
                    "the sum over n of " + course::trimmed(a.name) + w.left +
                        " " + course::trimmed(b.name) + w.right,
                    1,
                    [w](const variable& l, const variable& r,
                        const cell& at) {
                        return sum_over(l, w.row_of_left, at.i, r,
                                        w.row_of_right, at.j);
                    });
            }
        }
    }
}

}  // namespace chainrule::judge
