#include "judge/product.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace chainrule::judge {
namespace {

constexpr std::size_t least_sites = 8;
constexpr std::size_t least_probes = 4;

double value_at(const product& p, const std::vector<feature>& features,
                std::size_t site)
{
    double v = p.constant;
    for (const auto& [f, power] : p.factors) {
        const double x = features[f].values[site];
        for (int i = 0; i < std::abs(power); ++i) {
            v = power > 0 ? v * x : v / x;
        }
    }
    return v;
}

bool is_near(double a, double b, double slack)
{
    return std::abs(a - b) <=
           slack + 1e-9 * std::max(std::abs(a), std::abs(b));
}

// Counts where both sides of something were compared.
class tested {
public:
    void at(std::size_t probe, bool not_zero)
    {
        sites_ += not_zero ? 1 : 0;
        if (not_zero) {
            probes_.insert(probe);
        }
    }
    bool enough() const
    {
        return sites_ >= least_sites && probes_.size() >= least_probes;
    }

private:
    std::size_t sites_ = 0;
    std::set<std::size_t> probes_;
};

}  // namespace

double cost_of(double constant)
{
    const double size = std::abs(constant);
    const double sign = constant < 0 ? 0.1 : 0;
    return sign + (size == 1                          ? 0
                   : size == 2 || size == 0.5         ? 0.4
                   : std::floor(size) == size         ? 0.7
                   : std::floor(1 / size) == 1 / size ? 0.7
                                                      : 1.2);
}

bool is_plain(double constant)
{
    const double size = std::abs(constant);
    for (const double below : {1, 2, 3, 4, 5, 6, 8}) {
        const double above = std::round(size * below);
        if (above >= 1 && above <= 12 && is_near(size * below, above, 0)) {
            return true;
        }
    }
    return false;
}

namespace {

// Whether values that are not a number where they cannot be tested are those
// of a target. Where the target is no larger than its slack, nothing is shown.
bool hold(const std::vector<double>& values, const target& t)
{
    tested count;
    std::size_t untested = 0;
    for (std::size_t s = 0; s < t.values.size(); ++s) {
        if (!std::isfinite(values[s])) {
            untested += s < t.drawn ? 1 : 0;
            continue;
        }
        if (s >= t.drawn && !std::isfinite(t.values[s])) {
            continue;
        }
        if (std::binary_search(t.untestable.begin(), t.untestable.end(), s)) {
            continue;
        }
        if (!std::isfinite(t.values[s]) ||
            !is_near(values[s], t.values[s], t.slack[s])) {
            return false;
        }
        count.at(t.probes[s],
                 std::abs(t.values[s]) > 1e4 * t.slack[s] && values[s] != 0);
    }
    // What is 0 in one place of ten is no divisor.
    return count.enough() && 10 * untested <= t.drawn;
}

}  // namespace

bool holds(const product& p, const std::vector<feature>& features,
           const target& t)
{
    std::vector<double> values;
    for (std::size_t s = 0; s < t.values.size(); ++s) {
        values.push_back(value_at(p, features, s));
    }
    return hold(values, t);
}

bool holds(const product& p, const product& q,
           const std::vector<feature>& features, const target& t)
{
    target wider = t;
    std::vector<double> values;
    for (std::size_t s = 0; s < t.values.size(); ++s) {
        const double first = value_at(p, features, s);
        values.push_back(first + value_at(q, features, s));
        wider.slack[s] += 1e-12 * std::abs(first);
    }
    return hold(values, wider);
}

bool shows(const target& t, std::size_t site)
{
    return std::isfinite(t.values[site]) &&
           std::abs(t.values[site]) > t.slack[site];
}

std::optional<std::array<std::size_t, 5>>
telling_sites(const target& t, const std::vector<feature>& features)
{
    std::vector<std::pair<std::size_t, std::size_t>> by_zeros;
    for (std::size_t s = 0; s < t.drawn; ++s) {
        if (!shows(t, s)) {
            continue;
        }
        std::size_t zeros = 0;
        for (const feature& f : features) {
            zeros += f.values[s] == 0 ? 1 : 0;
        }
        by_zeros.emplace_back(zeros, s);
    }
    std::sort(by_zeros.begin(), by_zeros.end());
    std::array<std::size_t, 5> sites{};
    std::size_t count = 0;
    std::set<std::size_t> probes;
    for (const bool again : {false, true}) {
        for (const auto& [zeros, s] : by_zeros) {
            const bool fresh = probes.insert(t.probes[s]).second;
            const bool taken =
                std::count(sites.begin(), sites.begin() + long(count), s) > 0;
            if (count < 5 && !taken && (fresh || again)) {
                sites[count++] = s;
            }
        }
    }
    return count == 5 ? std::optional(sites) : std::nullopt;
}

}  // namespace chainrule::judge
