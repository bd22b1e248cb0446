#include "judge/two_names.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>

#include "judge/variable.hpp"

namespace chainrule::judge {
namespace {

using numbers = std::vector<double>;

// All values of all instances in one row, in the order of the truth.
struct row_of_truth {
    std::vector<std::string> names;
    std::vector<std::size_t> quantity;  // w1 and w2 are one
    numbers values, scale;
    std::size_t quantities = 0;
};

row_of_truth row_of(const std::vector<instance>& truth)
{
    row_of_truth row;
    std::map<std::string, std::size_t> index;
    for (const instance& i : truth) {
        const double scale = scale_of(i.values);
        for (const variable& v : variables_of(i.values)) {
            const std::size_t at =
                index.emplace(v.name, index.size()).first->second;
            for (std::size_t k = 0; k < v.values.size(); ++k) {
                row.names.push_back(v.entries[k]);
                row.values.push_back(v.values[k]);
                row.quantity.push_back(at);
                row.scale.push_back(scale);
            }
        }
    }
    row.quantities = index.size();
    return row;
}

// The same of somebody else, if the names are the same.
std::optional<numbers> values_of(const std::vector<instance>& of,
                                 const row_of_truth& truth)
{
    const row_of_truth row = row_of(of);
    return row.names == truth.names ? std::optional(row.values)
                                    : std::nullopt;
}

bool is_near(const std::string& name, double a, double b, double scale)
{
    if (std::isnan(a) && std::isnan(b)) {
        return true;
    }
    return is_right(name, a, b, scale);
}

bool has_effect(const numbers& m, const row_of_truth& t)
{
    for (std::size_t k = 0; k < m.size(); ++k) {
        if (!is_near(t.names[k], m[k], t.values[k], t.scale[k])) {
            return true;
        }
    }
    return false;
}

// Whether yours is wrong in every quantity that a mistake has wrong. Two
// mistakes that undo each other there are not what was made.
bool is_expressed(const numbers& m, const numbers& y, const row_of_truth& t)
{
    std::vector<unsigned char> mistaken(t.quantities, 0);
    std::vector<unsigned char> wrong(t.quantities, 0);
    for (std::size_t k = 0; k < m.size(); ++k) {
        const auto differs = [&](double v) {
            return !is_near(t.names[k], v, t.values[k], t.scale[k]);
        };
        const std::size_t q = t.quantity[k];
        mistaken[q] = mistaken[q] || differs(m[k]);
        wrong[q] = wrong[q] || differs(y[k]);
    }
    return std::equal(
        mistaken.begin(), mistaken.end(), wrong.begin(),
        [](unsigned char is, unsigned char shown) { return !is || shown; });
}

bool fit(const numbers& y, const row_of_truth& t, const numbers& a,
         const numbers& b)
{
    if (std::all_of(t.values.begin(), t.values.end(),
                    [](double v) { return v == 0; })) {
        return false;
    }
    std::vector<unsigned char> added(t.quantities, 1);
    std::vector<unsigned char> multiplied(t.quantities, 1);
    for (std::size_t k = 0; k < y.size(); ++k) {
        const std::size_t q = t.quantity[k];
        const double truth = t.values[k];
        const double larger =
            std::max({std::abs(truth), std::abs(a[k]), std::abs(b[k]),
                      std::abs(y[k]), t.scale[k]});
        added[q] = added[q] &&
                   is_near(t.names[k], y[k] + truth, a[k] + b[k], larger);
        // Where the truth is 0 there is no ratio: factors leave it 0.
        const bool ratio =
            truth == 0 ? y[k] == 0 && a[k] == 0 && b[k] == 0
                       : is_near(t.names[k], y[k] * truth, a[k] * b[k],
                                 larger * std::abs(truth));
        multiplied[q] = multiplied[q] && !is_count(t.names[k]) && ratio;
        if (!added[q] && !multiplied[q]) {
            return false;
        }
    }
    return true;
}

}  // namespace

std::vector<std::size_t>
two_at_once(const std::vector<instance>& yours,
            const std::vector<instance>& truth,
            const std::vector<std::vector<instance>>& mistakes)
{
    const row_of_truth t = row_of(truth);
    const auto y = values_of(yours, t);
    if (!y) {
        return {};
    }
    std::vector<std::optional<numbers>> all;
    for (const auto& m : mistakes) {
        all.push_back(values_of(m, t));
        if (all.back() && (!has_effect(*all.back(), t) ||
                           !is_expressed(*all.back(), *y, t))) {
            all.back().reset();
        }
    }
    std::vector<std::size_t> found;
    for (std::size_t a = 0; a < all.size(); ++a) {
        for (std::size_t b = a + 1; b < all.size(); ++b) {
            if (all[a] && all[b] && fit(*y, t, *all[a], *all[b])) {
                if (!found.empty()) {
                    return {};
                }
                found = {a, b};
            }
        }
    }
    return found;
}

}  // namespace chainrule::judge
