#include "judge/observation.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace chainrule::judge {
namespace {

std::string entry(std::string_view name, std::size_t i, std::size_t j)
{
    return std::string(name) + "(" + std::to_string(i) + ", " +
           std::to_string(j) + ")";
}

bool is_like(const quantity& a, const quantity& b, double scale)
{
    return a.name == b.name &&
           ((std::isnan(a.value) && std::isnan(b.value)) ||
            is_right(a.name, a.value, b.value, scale));
}

}  // namespace

instance& observation::current()
{
    if (instances.empty()) {
        instances.emplace_back();
    }
    return instances.back();
}

void observation::give_one(const std::string& name, double value)
{
    if (!current().values.empty()) {
        instances.emplace_back();
    }
    current().given.push_back({name, value});
}

void observation::give_number(std::string_view name, double value)
{
    give_one(std::string(name), value);
    say(name, exact(value));
}

void observation::give_numbers(std::string_view name,
                               const std::vector<double>& values)
{
    for (std::size_t i = 0; i < values.size(); ++i) {
        give_one(std::string(name) + std::to_string(i + 1), values[i]);
    }
    say(name, list(values));
}

void observation::give_matrix(std::string_view name,
                              const std::vector<double>& entries,
                              std::size_t columns)
{
    std::string text = "(";
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const std::size_t column = i % columns;
        text += column > 0 ? " " : i > 0 ? "; " : "";
        text += exact(entries[i]);
        give_one(entry(name, i / columns, column), entries[i]);
    }
    say(name, text + ")");
}

void observation::say(std::string_view name, std::string_view what)
{
    if (!current().values.empty()) {
        instances.emplace_back();
    }
    std::string& probe = current().probe;
    const std::size_t end = name.find_last_not_of(' ') + 1;
    probe += probe.empty() ? "" : ", ";
    probe += name.substr(0, end);
    probe += " = ";
    probe += what;
}

void observation::called(std::string_view f, double at)
{
    called(f, std::vector<double>{at});
}

void observation::called(std::string_view f, const std::vector<double>& at)
{
    constexpr std::size_t most_calls = 100;
    constexpr std::size_t longest = 8;
    auto& calls = current().calls;
    if (!calls) {
        return;
    }
    if (calls->size() == most_calls || at.size() > longest) {
        calls.reset();
        return;
    }
    calls->push_back({std::string(f), at});
}

void observation::know_number(std::string_view name, double value)
{
    auto& known = current().known;
    const bool again =
        std::any_of(known.begin(), known.end(),
                    [&](const quantity& q) { return q.name == name; });
    if (!again) {
        known.push_back({std::string(name), value});
    }
}

void observation::know_numbers(std::string_view name,
                               const std::vector<double>& values)
{
    for (std::size_t i = 0; i < values.size(); ++i) {
        know_number(std::string(name) + std::to_string(i + 1), values[i]);
    }
}

void observation::know_matrix(std::string_view name,
                              const std::vector<double>& entries,
                              std::size_t columns)
{
    for (std::size_t i = 0; i < entries.size(); ++i) {
        know_number(entry(name, i / columns, i % columns), entries[i]);
    }
}

void observation::see_one(std::string name, double value)
{
    current().values.push_back({std::move(name), value});
}

void observation::tell() const
{
    if (after_each) {
        after_each();
    }
}

void observation::see_number(std::string_view name, double value)
{
    see_one(std::string(name), value);
    tell();
}

void observation::see_numbers(std::string_view name,
                              const std::vector<double>& values)
{
    const std::string each(name);
    see_one("number of values in " + each,
            static_cast<double>(values.size()));
    for (std::size_t i = 0; i < values.size(); ++i) {
        see_one(each + std::to_string(i + 1), values[i]);
    }
    tell();
}

void observation::see_matrix(std::string_view name,
                             const std::vector<double>& entries,
                             std::size_t rows, std::size_t columns)
{
    const std::string of(name);
    see_one("number of rows of " + of, static_cast<double>(rows));
    see_one("number of columns of " + of, static_cast<double>(columns));
    for (std::size_t i = 0; i < entries.size(); ++i) {
        see_one(entry(name, i / columns, i % columns), entries[i]);
    }
    tell();
}

std::string list(const std::vector<double>& values)
{
    std::string text;
    for (const double v : values) {
        text += (text.empty() ? "(" : ", ") + exact(v);
    }
    return text.empty() ? "()" : text + ")";
}

bool is_count(const std::string& name)
{
    return name.starts_with("whether ") || name.starts_with("number of ");
}

double scale_of(const std::vector<quantity>& values)
{
    double scale = 0;
    for (const quantity& q : values) {
        if (std::isfinite(q.value) && !is_count(q.name)) {
            scale = std::max(scale, std::abs(q.value));
        }
    }
    return scale;
}

bool is_right(const std::string& name, double yours, double truth,
              double scale)
{
    if (yours == truth) {
        return true;
    }
    return !is_count(name) && std::isfinite(yours) && std::isfinite(truth) &&
           std::abs(yours - truth) <=
               1e-11 * std::max(std::abs(truth), scale);
}

std::optional<difference> first_difference(const std::vector<instance>& yours,
                                           const std::vector<instance>& truth)
{
    for (std::size_t k = 0; k < truth.size(); ++k) {
        const auto& t = truth[k].values;
        const double scale = scale_of(t);
        for (std::size_t i = 0; i < t.size(); ++i) {
            if (k >= yours.size() || i >= yours[k].values.size()) {
                return difference{t[i].name, std::nan(""), t[i].value,
                                  truth[k].probe};
            }
            const quantity& y = yours[k].values[i];
            if (y.name != t[i].name ||
                !is_right(y.name, y.value, t[i].value, scale)) {
                return difference{t[i].name, y.value, t[i].value,
                                  truth[k].probe};
            }
        }
    }
    return std::nullopt;
}

bool alike(const std::vector<instance>& a, const std::vector<instance>& b)
{
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(),
        [](const instance& p, const instance& q) {
            const double scale =
                std::max(scale_of(p.values), scale_of(q.values));
            return std::equal(p.values.begin(), p.values.end(),
                              q.values.begin(), q.values.end(),
                              [&](const quantity& x, const quantity& y) {
                                  return is_like(x, y, scale);
                              });
        });
}

bool has_names_of(const std::vector<instance>& yours,
                  const std::vector<instance>& truth)
{
    if (yours.size() > truth.size()) {
        return false;
    }
    for (std::size_t k = 0; k < yours.size(); ++k) {
        const auto& y = yours[k].values;
        const auto& t = truth[k].values;
        for (std::size_t i = 0; i < y.size(); ++i) {
            if (i >= t.size() || y[i].name != t[i].name) {
                return false;
            }
        }
    }
    return true;
}

std::string digits(double value, int most)
{
    std::array<char, 32> text{};
    const int length =
        std::snprintf(text.data(), text.size(), "%.*g", most, value + 0.0);
    return {text.data(), static_cast<std::size_t>(length)};
}

std::string exact(double value)
{
    for (const int most : {10, 15, 16}) {
        const std::string text = digits(value, most);
        if (std::strtod(text.c_str(), nullptr) == value) {
            return text;
        }
    }
    return digits(value, 17);
}

}  // namespace chainrule::judge
