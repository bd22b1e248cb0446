// The answers to chapter 08 by dual numbers, which know no graph.
#include <algorithm>
#include <cstddef>
#include <vector>

#include "judge/truth.hpp"

using moving = chainrule::dual<double>;

// ## 8.1
// One operand for each node that was given, however often: all of its places
// move at once.
number<double> neuron(const std::vector<number<double>>& w,
                      const std::vector<number<double>>& x,
                      const number<double>& b)
{
    std::vector<number<double>> given{b};
    given.insert(given.end(), w.begin(), w.end());
    given.insert(given.end(), x.begin(), x.end());
    double value = 0;
    number<double>::operands made_from;
    for (const number<double>& g : given) {
        if (std::any_of(made_from.begin(), made_from.end(),
                        [&](const auto& o) { return o.from == g.at; })) {
            continue;
        }
        const auto on_dual = [&](const number<double>& n) {
            return moving(n.at->value, n.at == g.at ? 1.0 : 0.0);
        };
        moving z = on_dual(b);
        for (std::size_t i = 0; i < w.size(); ++i) {
            z = z + on_dual(w[i]) * on_dual(x[i]);
        }
        value = z.value;
        made_from.push_back({g.at, z.slope});
    }
    known("z", value);
    known("(z - b)", value - b.at->value);
    known("n", w.size());
    return {value, made_from};
}

// ## 8.2
trained<double> train_shared(double w, double b, double x, double t,
                             int layers, double rate, int steps)
{
    const auto loss = [&](const std::vector<moving>& p) {
        moving a(x);
        for (int i = 0; i < layers; ++i) {
            a = p[0] * a + p[1];
        }
        return (a - moving(t)) * (a - moving(t)) / moving(2);
    };
    std::vector<double> a{x};
    for (int i = 0; i < layers; ++i) {
        a.push_back(w * a.back() + b);
    }
    known("a", a);
    known("the estimate", a.back());
    known("d", a.back() - t);
    for (int step = 0; step < steps; ++step) {
        const auto s = chainrule::judge::slopes_by_dual(loss, {w, b});
        known("the first slope by w", s[0]);
        known("the first slope by b", s[1]);
        w -= rate * s[0];
        b -= rate * s[1];
    }
    return {w, b};
}

// ## 8.3
// Every way is walked, as often as there is one.
bool leads_to(const node<double>& from, const node<double>& p)
{
    return &from == &p ||
           std::any_of(from.made_from.begin(), from.made_from.end(),
                       [&](const auto& operand) {
                           return leads_to(*operand.from, p);
                       });
}

std::vector<bool> depends_on(const number<double>& result,
                             const std::vector<number<double>>& inputs)
{
    std::vector<bool> depends;
    for (const number<double>& p : inputs) {
        depends.push_back(leads_to(*result.at, *p.at));
    }
    return depends;
}
