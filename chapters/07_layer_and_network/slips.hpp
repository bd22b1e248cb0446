/// \file
/// The article's framework with a switch for each of its slips, so that each
/// can be repaired on its own.
#pragma once

#include <cstddef>
#include <vector>

#include "layer_and_network.hpp"

namespace chainrule::layer_and_network {

struct slips {
    bool own_weight = true;
    bool forwards = true;
};

template <field T>
struct switched_network : article_network<T> {
    slips with;

    switched_network(const std::vector<T>& weights, slips s) : with(s)
    {
        for (const T& w : weights) {
            this->layers.push_back({w});
        }
    }

    void calc_gradient(T value)
    {
        const auto tell = [&](article_layer<T>& l) {
            l.backward(value);
            l.dw = with.own_weight ? l.dw : value * l.input;
            value = l.public_value;
        };
        tell(this->layers.back());
        if (with.forwards) {
            for (article_layer<T>& l : this->layers) {
                tell(l);
            }
            return;
        }
        for (std::size_t i = this->layers.size() - 1; i-- > 0;) {
            tell(this->layers[i]);
        }
    }
};

}  // namespace chainrule::layer_and_network
