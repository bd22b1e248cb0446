#include "judge/form.hpp"

#include <algorithm>
#include <cmath>

#include "judge/phrase.hpp"

namespace chainrule::judge {
namespace {

// A relation that costs more says little, and may hold by chance.
constexpr double longest = 5.2;

// What takes longer than a blink is not looked for.
constexpr std::size_t most_searches = 4;
constexpr std::size_t most_features = 40;
constexpr std::size_t most_replaced = 10;

target target_of(const group& g, std::vector<double> values,
                 const std::vector<double>& from)
{
    target t{std::move(values), {}, g.probes, g.drawn};
    for (std::size_t s = 0; s < from.size(); ++s) {
        t.slack.push_back(1e-11 *
                          std::max(std::abs(from[s]), std::abs(g.yours[s])));
    }
    return t;
}

template <class Of>
std::vector<double> combined(const std::vector<double>& a,
                             const std::vector<double>& b, Of of)
{
    std::vector<double> all;
    for (std::size_t s = 0; s < a.size(); ++s) {
        all.push_back(of(a[s], b[s]));
    }
    return all;
}

// Tries one form of a relation after the other, and keeps the shortest.
class forms {
public:
    forms(group& g, const compared& with)
        : g_(g), of_(with.values), with_(with)
    {}

    std::optional<found> best()
    {
        for (const int degree : {2, with_.degree}) {
            products(degree);
            if (best_ && best_->cost <= 2.2) {
                return best_;
            }
        }
        if (with_.degree > 2) {
            two_products();
            factor_and_replaced();
        }
        return best_;
    }

private:
    void products(int degree)
    {
        const auto quotient = [](double a, double b) { return a / b; };
        const auto less = [](double a, double b) { return a - b; };
        const words w{g_.by.features, g_.by.constants, with_.called};
        const auto part = combined(g_.yours, of_, less);
        search(combined(g_.yours, of_, quotient), true, degree, 0,
               [&](const product& p) { return w.as_ratio(p); });
        search(part, false, degree, 0.3,
               [&](const product& p) { return w.as_difference(p); });
        search(g_.yours, false, degree, 0.4,
               [&](const product& p) { return w.as_value(p); });
        search(combined(part, of_, quotient), true, degree, 0.5,
               [&](const product& p) { return w.as_replaced(p); });
        if (!g_.before.empty()) {
            const auto step = combined(g_.before, g_.yours, less);
            const auto right = combined(g_.before, of_, less);
            search(combined(step, right, quotient), true, degree, 0.1,
                   [&](const product& p) { return w.as_step_ratio(p); });
            search(step, false, degree, 0.5,
                   [&](const product& p) { return w.as_step(p); });
            search(combined(part, right, quotient), true, degree, 0.6,
                   [&](const product& p) { return w.as_step_replaced(p); });
        }
        search(
            combined(g_.yours, of_, [](double a, double b) { return a + b; }),
            false, std::min(degree, 3), 0.8,
            [&](const product& p) { return w.as_sum_with_negative(p); });
        search(combined(g_.yours, of_,
                        [](double a, double b) { return a - 2 * b; }),
               false, std::min(degree, 2), 1,
               [&](const product& p) { return w.as_sum_with(2, p); });
        search(combined(g_.yours, of_,
                        [](double a, double b) { return a - b / 2; }),
               false, std::min(degree, 2), 1,
               [&](const product& p) { return w.as_sum_with(0.5, p); });
    }

    void two_products()
    {
        const words w{g_.by.features, g_.by.constants, with_.called};
        const auto part =
            combined(g_.yours, of_, [](double a, double b) { return a - b; });
        search_two(part, of_, 0.8, [&](const product& p, const product& q) {
            return w.as_differences(p, q);
        });
        search_two(g_.yours, of_, 1, [&](const product& p, const product& q) {
            return w.as_values(p, q);
        });
        if (!g_.before.empty()) {
            step_by_rate(w);
        }
        if (g_.by.features.size() > most_features) {
            return;
        }
        // Another number in the place of one of the lesson.
        for (const double factor : {1.0, -1.0, 2.0, 0.5}) {
            const auto ratio =
                combined(g_.yours, of_, [&](double a, double b) {
                    return a / (factor * b) - 1;
                });
            std::size_t count = 0;
            for (std::size_t f = 0; f < g_.by.features.size(); ++f) {
                const feature& v = g_.by.features[f];
                if (v.cost > 1.05 || ++count > most_replaced) {
                    continue;
                }
                const auto change =
                    combined(ratio, v.values,
                             [](double a, double b) { return a * b; });
                search_two(change, v.values, factor == 1 ? 1 : 1.4,
                           [&](const product& p, const product& q) {
                               return w.as_replaced(factor, f, p, q);
                           });
            }
        }
    }

    void step_by_rate(const words& w)
    {
        for (const auto* some : {&g_.by.features, &g_.by.constants}) {
            for (const feature& f : *some) {
                if (f.name != "rate") {
                    continue;
                }
                const auto step =
                    combined(g_.before, g_.yours,
                             [](double a, double b) { return a - b; });
                search_two(combined(step, f.values,
                                    [](double a, double b) { return a / b; }),
                           g_.before, 1,
                           [&](const product& p, const product& q) {
                               return w.as_step_by_rate(p, q);
                           });
            }
        }
    }

    // A factor too many or too few, and another number in the place of one.
    void factor_and_replaced()
    {
        const words w{g_.by.features, g_.by.constants, with_.called};
        for (const double factor : {-1.0, 2.0, 0.5}) {
            search(combined(g_.yours, of_,
                            [&](double a, double b) {
                                return a / (factor * b) - 1;
                            }),
                   true, 2, 0.9, [&](const product& p) {
                       return w.as_replaced(digits(factor), p);
                   });
        }
        for (const feature& f : g_.by.features) {
            if (f.cost > 1.05) {
                continue;
            }
            const auto ratio = combined(
                g_.yours, of_, [](double a, double b) { return a / b; });
            search(combined(ratio, f.values,
                            [](double a, double b) { return a / b - 1; }),
                   true, 2, 1.5, [&](const product& p) {
                       return w.as_replaced(f.name, p);
                   });
            search(combined(ratio, f.values,
                            [](double a, double b) { return a * b - 1; }),
                   true, 2, 1.5, [&](const product& p) {
                       return w.as_replaced("1 / " + f.name, p);
                   });
        }
    }

    // A ratio has no slack of its own; where its parts are noise it fails.
    template <class Say>
    void search(const std::vector<double>& values, bool ratio, int degree,
                double more, Say say)
    {
        target t = target_of(g_, values, of_);
        if (ratio) {
            std::fill(t.slack.begin(), t.slack.end(), 1e-11);
        }
        const product_search* s = search_for(t, ratio);
        if (s == nullptr) {
            return;
        }
        if (const auto p = s->explain(t, degree)) {
            keep(say(*p), p->cost + more);
        }
    }

    template <class Say>
    void search_two(const std::vector<double>& values,
                    const std::vector<double>& from, double more, Say say)
    {
        target t = target_of(g_, values, from);
        for (std::size_t k = 0; k < t.slack.size(); ++k) {
            t.slack[k] += 1e-11 * std::abs(values[k]);
        }
        const product_search* s = search_for(t, false);
        if (s == nullptr) {
            return;
        }
        if (const auto two = s->explain_by_two(t)) {
            keep(say(two->first, two->second), two->cost + more);
        }
    }

    void keep(const std::string& text, double cost)
    {
        if (!text.empty() && cost <= longest &&
            (!best_ || cost < best_->cost)) {
            best_ = found{text, cost};
        }
    }

    // Where a ratio is not a number it cannot be tested. A search is used
    // again where its sites show the target.
    const product_search* search_for(target& t, bool ratio)
    {
        if (ratio) {
            drop_untestable(t);
        }
        for (const auto& [sites, search] : g_.searches) {
            if (std::all_of(sites.begin(), sites.end(),
                            [&](std::size_t s) { return shows(t, s); })) {
                return search.get();
            }
        }
        const auto sites = telling_sites(t, g_.by.features);
        if (!sites || g_.searches.size() >= most_searches) {
            return nullptr;
        }
        auto& kept = g_.searches[*sites];
        kept = std::make_unique<product_search>(g_.by.features, *sites);
        return kept.get();
    }

    // 0 / 0 is whatever a relation makes of it; other divisions by 0 are not.
    void drop_untestable(target& t) const
    {
        for (std::size_t s = 0; s < t.values.size(); ++s) {
            if (std::isnan(t.values[s]) && std::isfinite(g_.yours[s]) &&
                std::isfinite(of_[s])) {
                t.untestable.push_back(s);
            }
        }
    }

    group& g_;
    const std::vector<double>& of_;
    const compared& with_;
    std::optional<found> best_;
};

}  // namespace

std::optional<found> shortest_form(group& g, const compared& with)
{
    return forms(g, with).best();
}

}  // namespace chainrule::judge
