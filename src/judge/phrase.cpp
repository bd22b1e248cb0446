#include "judge/phrase.hpp"

#include <algorithm>
#include <cmath>

#include "judge/observation.hpp"

namespace chainrule::judge {
namespace {

// "w1 w3", "the sum of all x times w1".
std::string joined(const std::vector<std::string>& names)
{
    const bool long_ones =
        std::any_of(names.begin(), names.end(), [](const std::string& n) {
            return n.find(' ') != n.npos && n[0] != '(';
        });
    std::string text;
    for (const std::string& n : names) {
        text += (text.empty() ? "" : long_ones ? " times " : " ") + n;
    }
    return text;
}

// A fraction that a reader wants as one: 1/3, and 0.25.
std::string number(double v)
{
    if (digits(v).size() > 6) {
        for (const int below : {3, 6}) {
            const double above = std::round(v * below);
            if (std::abs(v * below - above) < 1e-9) {
                return digits(above) + "/" + std::to_string(below);
            }
        }
    }
    return digits(v);
}

// What stands above and below the line of a product, and its constant.
struct fraction {
    std::vector<std::string> above, below;
    double constant = 1;  // without its sign
};

fraction fraction_of(const product& p, const std::vector<feature>& features,
                     const std::vector<feature>& constants)
{
    fraction f;
    f.constant = std::abs(p.constant);
    for (const auto& [index, power] : p.factors) {
        auto& to = power > 0 ? f.above : f.below;
        to.insert(to.end(), static_cast<std::size_t>(std::abs(power)),
                  features[index].name);
    }
    // A constant of the lesson is said by its name.
    for (const feature& c : constants) {
        const double size = std::abs(c.values.front());
        if (f.constant == 1 || size == 1) {
            continue;
        }
        if (std::abs(f.constant - size) < 1e-12 * size) {
            f.above.push_back(c.name);
            f.constant = 1;
        } else if (std::abs(f.constant * size - 1) < 1e-12) {
            f.below.push_back(c.name);
            f.constant = 1;
        }
    }
    return f;
}

std::string text_of(const fraction& f)
{
    std::vector<std::string> above = f.above;
    if (f.constant != 1 || above.empty()) {
        above.insert(above.begin(), number(f.constant));
    }
    const std::string top = joined(above);
    if (f.below.empty()) {
        return top;
    }
    return top + (f.below.size() > 1 ? " / (" + joined(f.below) + ")"
                                     : " / " + f.below[0]);
}

}  // namespace

std::string words::size(const product& p) const
{
    return text_of(fraction_of(p, features_, constants_));
}

// " + 2 d x", " - w".
std::string words::summand(const product& p) const
{
    return (p.constant < 0 ? " - " : " + ") + size(p);
}

std::string words::ratio(const product& p, const std::string& what,
                         const std::string& of) const
{
    const fraction f = fraction_of(p, features_, constants_);
    const bool negative = p.constant < 0;
    const std::string turned = negative ? ", with the other sign" : "";
    if (f.above.empty() && f.below.empty()) {
        return f.constant == 1
                   ? (negative ? what + " is " + of + " with the other sign"
                               : "")
                   : what + " is " + number(f.constant) + " times " + of +
                         turned;
    }
    if (f.constant == 1 && f.above.size() == 1 && f.below.size() == 1) {
        return what + " is " + of + " with " + f.above[0] + " in place of " +
               f.below[0] + turned;
    }
    std::string text = what + " is " + of;
    if (!f.above.empty() || f.constant != 1) {
        text += " times " + text_of({f.above, {}, f.constant});
    }
    if (!f.below.empty()) {
        text += " divided by " + joined(f.below);
    }
    return text + turned;
}

std::string words::as_ratio(const product& p) const
{
    return ratio(p, "yours", called_);
}

std::string words::as_difference(const product& p) const
{
    return "yours is " + called_ + (p.constant < 0 ? " minus " : " plus ") +
           size(p);
}

std::string words::as_value(const product& p) const
{
    if (p.factors.empty()) {
        return "yours is always " + digits(p.constant);
    }
    return std::string("yours is ") + (p.constant < 0 ? "-" : "") + size(p);
}

// The difference is the true one times p, so that with v below the line
// yours has v (1 + p) where the true one has v.
std::string words::with_in_place(const product& p,
                                 const std::string& of) const
{
    const auto below =
        std::find_if(p.factors.begin(), p.factors.end(),
                     [](const auto& f) { return f.second == -1; });
    const auto others =
        std::count_if(p.factors.begin(), p.factors.end(),
                      [](const auto& f) { return f.second < 0; });
    if (below == p.factors.end() || others != 1) {
        return "";
    }
    const std::string v = features_[below->first].name;
    product rest = p;
    rest.factors.erase(rest.factors.begin() + (below - p.factors.begin()));
    return of + " with " + v + summand(rest) + " in place of " + v;
}

std::string words::as_replaced(const product& p) const
{
    const std::string text = with_in_place(p, called_);
    return text.empty() ? "" : "yours is " + text;
}

std::string words::as_step_ratio(const product& p) const
{
    return ratio(p, "the step you take",
                 called_ == "the true one" ? "the true step"
                                           : "the step of " + called_);
}

std::string words::as_step(const product& p) const
{
    return std::string("the step you take is ") +
           (p.constant < 0 ? "-" : "") + size(p);
}

std::string words::as_step_replaced(const product& p) const
{
    product turned = p;
    turned.constant = -p.constant;
    const std::string text = with_in_place(
        turned, called_ == "the true one" ? "the true step"
                                          : "the step of " + called_);
    return text.empty() ? "" : "the step you take is " + text;
}

std::string words::as_sum_with_negative(const product& p) const
{
    return std::string("yours is ") + (p.constant < 0 ? "-" : "") + size(p) +
           " minus " + called_;
}

std::string words::as_sum_with(double factor, const product& p) const
{
    return "yours is " + number(factor) + " times " + called_ +
           (p.constant < 0 ? " minus " : " plus ") + size(p);
}

std::string words::as_differences(const product& p, const product& q) const
{
    return "yours is " + called_ + summand(p) + summand(q);
}

std::string words::sum(const product& p, const product& q) const
{
    const std::string first = summand(p);
    return (p.constant < 0 ? "-" : "") + first.substr(3) + summand(q);
}

std::string words::as_values(const product& p, const product& q) const
{
    return "yours is " + sum(p, q);
}

std::string words::as_step_by_rate(const product& p, const product& q) const
{
    return "the step you take is rate times (" + sum(p, q) + ")";
}

std::string words::as_replaced(const std::string& factor,
                               const product& p) const
{
    const std::string text = with_in_place(p, called_);
    if (text.empty()) {
        return "";
    }
    return factor == "-1" ? "yours is " + text + ", with the other sign"
                          : "yours is " + factor + " times " + text;
}

std::string words::as_replaced(double factor, std::size_t feature,
                               const product& p, const product& q) const
{
    const std::string& v = features_[feature].name;
    const std::string text = called_ + " with " + v + summand(p) +
                             summand(q) + " in place of " + v;
    return factor == 1    ? "yours is " + text
           : factor == -1 ? "yours is " + text + ", with the other sign"
                          : "yours is " + number(factor) + " times " + text;
}

}  // namespace chainrule::judge
