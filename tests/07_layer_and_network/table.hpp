#pragma once

#include <vector>

#include "chainrule/chain/train.hpp"

namespace chainrule::exercises {

using values = std::vector<double>;
using batch = std::vector<sample<double>>;

/// One call to a layer, with its argument.
struct call {
    enum { forward, backward, update, zero_grad } what;
    double with = 0;
};

/// What calls to a layer left behind. `results` has what each call to forward
/// or backward returned, and `parameters` has w, b, dw, db after each call.
struct session {
    values results, parameters;
};

/// Make a layer and call it.
template <class Layer>
session play(double w, double b, const std::vector<call>& calls)
{
    Layer l{w, b};
    session s;
    for (const call& c : calls) {
        switch (c.what) {
        case call::forward:
            s.results.push_back(l.forward(c.with));
            break;
        case call::backward:
            s.results.push_back(l.backward(c.with));
            break;
        case call::update:
            l.update(c.with);
            break;
        case call::zero_grad:
            l.zero_grad();
            break;
        }
        s.parameters.insert(s.parameters.end(), {l.w, l.b, l.dw, l.db});
    }
    return s;
}

struct table {
    session (*layer)(double w, double b, const std::vector<call>& calls);
    values (*gradient)(const values& w, const double& x, const double& error);
    void (*train)(network<double>& net, const batch& samples,
                  const double& rate);
};

table given_answers();

}  // namespace chainrule::exercises
