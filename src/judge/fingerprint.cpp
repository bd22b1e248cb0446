#include "judge/fingerprint.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <sstream>

#include "judge/variable.hpp"

namespace chainrule::judge {
namespace {

// A number between -1 and 1 that looks drawn, and is the same everywhere
// (splitmix64).
double weight(std::uint64_t place)
{
    std::uint64_t z = (place + 1) * 0x9e3779b97f4a7c15U;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    z ^= z >> 31U;
    return static_cast<double>(static_cast<std::int64_t>(z)) / 0x1p63;
}

// Large values must not drown small ones, and every value has a place.
double squashed(double value, double scale)
{
    if (std::isnan(value)) {
        return 2;
    }
    if (std::isinf(value)) {
        return value > 0 ? 1 : -1;
    }
    const double size = std::abs(value) + (scale > 0 ? scale : 1);
    return std::isinf(size) ? (value > 0 ? 1 : -1) : value / size;
}

}  // namespace

bool is_near(const fingerprint& a, const fingerprint& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const auto& x, const auto& y) {
                          return x.first == y.first &&
                                 std::abs(x.second - y.second) < as_near;
                      });
}

std::string text_of(const fingerprint& print)
{
    std::string text;
    for (const auto& [name, value] : print) {
        text += (text.empty() ? "" : "\t") + name + "=" + digits(value, 12);
    }
    return text;
}

fingerprint fingerprint_from(const std::string& text)
{
    fingerprint print;
    std::istringstream fields(text);
    for (std::string field; std::getline(fields, field, '\t');) {
        const std::size_t equals = field.rfind('=');
        print[field.substr(0, equals)] =
            std::strtod(field.c_str() + equals + 1, nullptr);
    }
    return print;
}

void add_to(fingerprint& print, const std::vector<instance>& yours,
            const std::vector<instance>& truth, std::size_t question)
{
    for (std::size_t k = 0; k < truth.size(); ++k) {
        const auto& t = truth[k].values;
        const double scale = scale_of(t);
        std::vector<quantity> all;
        for (std::size_t i = 0; i < t.size(); ++i) {
            const bool there = k < yours.size() &&
                               i < yours[k].values.size() &&
                               yours[k].values[i].name == t[i].name;
            const double value =
                there ? yours[k].values[i].value : std::nan("");
            const std::uint64_t place = (question * 1000 + k) * 1000 + i;
            all.push_back(
                {t[i].name, weight(place) * squashed(value, scale)});
        }
        for (const variable& v : variables_of(all)) {
            double& sum = print[is_count(v.name) ? "counts" : v.name];
            for (const double x : v.values) {
                sum += x;
            }
        }
    }
}

}  // namespace chainrule::judge
