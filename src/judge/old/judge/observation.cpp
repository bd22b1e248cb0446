#include "judge/observation.hpp"

#include <algorithm>
#include <array>
#include <boost/random/uniform_int_distribution.hpp>
#include <cmath>
#include <cstdio>

namespace chainrule::judge {

void observation::add(const std::string& name, double value)
{
    values.push_back({name, value});
}

void observation::give(const std::string& name, double value)
{
    given.push_back({name, value});
    say(name, digits(value));
}

void observation::say(const std::string& name, const std::string& value)
{
    const std::size_t end = name.find_last_not_of(' ') + 1;
    probe +=
        (probe.empty() ? "" : ", ") + name.substr(0, end) + " = " + value;
}

std::optional<difference> first_difference(const observation& yours,
                                           const observation& truth)
{
    for (std::size_t i = 0; i < truth.values.size(); ++i) {
        const quantity& t = truth.values[i];
        if (i >= yours.values.size()) {
            return difference{t.name, std::nan(""), t.value, truth.probe};
        }
        const quantity& y = yours.values[i];
        if (y.name != t.name || !(y.value == t.value)) {
            return difference{y.name, y.value, t.value, truth.probe};
        }
    }
    return std::nullopt;
}

bool alike(const observation& a, const observation& b)
{
    const auto same = [](const quantity& p, const quantity& q) {
        if (p.name != q.name) {
            return false;
        }
        if (std::isnan(p.value) || std::isnan(q.value)) {
            return std::isnan(p.value) && std::isnan(q.value);
        }
        const double larger = std::max(std::abs(p.value), std::abs(q.value));
        return p.value == q.value ||
               std::abs(p.value - q.value) <= 1e-9 * larger;
    };
    return a.values.size() == b.values.size() &&
           std::equal(a.values.begin(), a.values.end(), b.values.begin(),
                      same);
}

double whole(random& engine, int least, int most)
{
    const boost::random::uniform_int_distribution<int> any(least, most);
    for (;;) {
        if (const int n = any(engine); n != 0) {
            return n;
        }
    }
}

std::vector<double> wholes(random& engine, std::size_t n, int most)
{
    std::vector<double> all;
    while (all.size() < n) {
        const double next = whole(engine, -most, most);
        const bool known = std::any_of(all.begin(), all.end(), [&](double v) {
            return std::abs(v) == std::abs(next);
        });
        // One is no probe: multiplying by it changes nothing.
        if (!known && std::abs(next) != 1) {
            all.push_back(next);
        }
    }
    return all;
}

std::string digits(double value, int most)
{
    std::array<char, 32> text{};
    const int length =
        std::snprintf(text.data(), text.size(), "%.*g", most, value + 0.0);
    return {text.data(), static_cast<std::size_t>(length)};
}

}  // namespace chainrule::judge
