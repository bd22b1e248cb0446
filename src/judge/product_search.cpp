#include <algorithm>
#include <cmath>

#include "judge/product.hpp"

namespace chainrule::judge {
namespace {

// What two factors of a product may cost, and two more beside them.
constexpr double longest_pair = 3.3;
constexpr double longest_rest = 2.4;

// A number to some 7 digits, so that roundings do not part what is equal.
std::uint64_t coarse(double v)
{
    int exponent = 0;
    const double mantissa = std::frexp(v, &exponent);
    const auto kept =
        static_cast<std::int64_t>(std::lround(mantissa * double(1 << 24)));
    return static_cast<std::uint64_t>(kept) * 4096 +
           static_cast<std::uint64_t>(exponent + 1100);
}

template <class Five>
std::uint64_t ratio_of(const Five& v)
{
    std::uint64_t key = 1469598103934665603U;
    for (std::size_t s = 1; s < v.size(); ++s) {
        key = (key ^ coarse(v[s] / v[0])) * 1099511628211U;
        key ^= key >> 29;
    }
    return key;
}

template <class Five>
bool usable(const Five& v)
{
    return std::all_of(v.begin(), v.end(),
                       [](double x) { return std::isfinite(x) && x != 0; });
}

bool is_near(double a, double b)
{
    return std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b));
}

}  // namespace

product_search::product_search(const std::vector<feature>& features,
                               const std::array<std::size_t, 5>& sites)
    : features_(&features), sites_(sites)
{
    const pair_of none;
    add(none);
    for (std::size_t a = 0; a < features.size(); ++a) {
        for (const int power : {1, -1}) {
            const pair_of one = times(none, a, power);
            if (!usable(one.at)) {
                continue;
            }
            add(one);
            for (std::size_t b = a; b < features.size(); ++b) {
                for (const int next : {1, -1}) {
                    if (a != b || next == power) {
                        add(times(one, b, next));
                    }
                }
            }
        }
    }
    std::sort(by_ratio_.begin(), by_ratio_.end());
}

product_search::pair_of product_search::times(const pair_of& p, std::size_t f,
                                              int power) const
{
    pair_of q = p;
    const auto place = static_cast<std::size_t>(q.degree);
    q.features[place] = static_cast<std::int16_t>(f);
    q.powers[place] = static_cast<std::int8_t>(power);
    ++q.degree;
    q.cost += (*features_)[f].cost;
    for (std::size_t s = 0; s < 5; ++s) {
        const double x = (*features_)[f].values[sites_[s]];
        q.at[s] = power > 0 ? q.at[s] * x : q.at[s] / x;
    }
    return q;
}

void product_search::add(const pair_of& p)
{
    if (usable(p.at) && p.cost <= longest_pair) {
        by_ratio_.emplace_back(ratio_of(p.at),
                               static_cast<std::uint32_t>(pairs_.size()));
        pairs_.push_back(p);
    }
}

template <class See>
void product_search::with_ratio(const five& t, See see) const
{
    if (!usable(t)) {
        return;
    }
    const std::uint64_t key = ratio_of(t);
    for (auto at = std::lower_bound(by_ratio_.begin(), by_ratio_.end(),
                                    std::pair(key, std::uint32_t{0}));
         at != by_ratio_.end() && at->first == key; ++at) {
        see(pairs_[at->second]);
    }
}

product product_search::joined(const pair_of& a, const pair_of* b,
                               const five& t) const
{
    product p;
    double value = a.at[0];
    std::vector<std::pair<std::size_t, int>> all;
    for (const pair_of* each : {&a, b}) {
        for (int i = 0; each != nullptr && i < each->degree; ++i) {
            const auto k = static_cast<std::size_t>(i);
            const auto f = static_cast<std::size_t>(each->features[k]);
            const auto known =
                std::find_if(all.begin(), all.end(),
                             [&](const auto& o) { return o.first == f; });
            if (known == all.end()) {
                all.emplace_back(f, each->powers[k]);
            } else {
                known->second += each->powers[k];
            }
        }
    }
    if (b != nullptr) {
        value *= b->at[0];
    }
    p.constant = t[0] / value;
    // What is nearly a whole number of small parts is one.
    for (const double below : {1, 2, 3, 5, 8}) {
        const double above = std::round(p.constant * below);
        if (is_near(p.constant * below, above)) {
            p.constant = above / below;
            break;
        }
    }
    for (const auto& f : all) {
        if (f.second != 0) {
            p.factors.push_back(f);
            p.cost += (*features_)[f.first].cost * std::abs(f.second) +
                      (f.second < 0 ? 0.3 : 0);
        }
    }
    p.cost += cost_of(p.constant);
    return p;
}

void product_search::offer(const target& t, const pair_of& a,
                           const pair_of* b, const five& at,
                           std::optional<product>& best) const
{
    const product p = joined(a, b, at);
    if ((!best || p.cost < best->cost) && is_plain(p.constant) &&
        holds(p, *features_, t)) {
        best = p;
    }
}

std::optional<product> product_search::explain(const target& t,
                                               int degree) const
{
    five at{};
    for (std::size_t s = 0; s < 5; ++s) {
        at[s] = t.values[sites_[s]];
    }
    std::optional<product> best;
    with_ratio(at, [&](const pair_of& a) {
        if (a.degree <= degree) {
            offer(t, a, nullptr, at, best);
        }
    });
    for (int more = 1; more <= degree - 2 && !best; ++more) {
        for (const pair_of& b : pairs_) {
            if (b.degree != more || b.cost > longest_rest) {
                continue;
            }
            five rest{};
            for (std::size_t s = 0; s < 5; ++s) {
                rest[s] = at[s] / b.at[s];
            }
            with_ratio(rest, [&](const pair_of& a) {
                if (a.degree == 2) {
                    offer(t, a, &b, at, best);
                }
            });
        }
    }
    return best;
}

// A product times a plain constant, and what that leaves of a target.
template <class Make>
void product_search::offer_two(const target& t, const five& at,
                               const five& first, Make make,
                               std::optional<sum_of_products>& best) const
{
    for (const double c : {1.0, -1.0, 2.0, -2.0, 0.5, -0.5}) {
        five rest{};
        for (std::size_t s = 0; s < 5; ++s) {
            rest[s] = at[s] - c * first[s];
        }
        with_ratio(rest, [&](const pair_of& a) {
            if (!a.is_whole()) {
                return;
            }
            product p = make();
            p.cost += cost_of(c) - cost_of(p.constant);
            p.constant = c;
            const product q = joined(a, nullptr, rest);
            const double cost = p.cost + q.cost;
            if (p.factors != q.factors && (!best || cost < best->cost) &&
                is_plain(q.constant) && holds(p, q, *features_, t)) {
                best = sum_of_products{p, q, cost};
            }
        });
    }
}

std::optional<sum_of_products>
product_search::explain_by_two(const target& t) const
{
    five at{};
    for (std::size_t s = 0; s < 5; ++s) {
        at[s] = t.values[sites_[s]];
    }
    std::optional<sum_of_products> best;
    // A third factor is tried where there are not too many.
    const bool few = features_->size() < 24;
    for (const pair_of& b : pairs_) {
        if (!b.is_whole()) {
            continue;
        }
        offer_two(
            t, at, b.at, [&] { return joined(b, nullptr, b.at); }, best);
        const auto first = static_cast<std::size_t>(b.features[0]);
        for (std::size_t f = 0; few && b.degree == 2 && f <= first; ++f) {
            const pair_of third = times({}, f, 1);
            five three{};
            for (std::size_t s = 0; s < 5; ++s) {
                three[s] = b.at[s] * third.at[s];
            }
            offer_two(
                t, at, three, [&] { return joined(b, &third, three); }, best);
        }
    }
    return best;
}

}  // namespace chainrule::judge
