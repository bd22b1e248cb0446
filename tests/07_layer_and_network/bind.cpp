#include "table.hpp"

#include CHAINRULE_ANSWERS

#include "judge/bind.hpp"

// There even if the answer file has lost it.
namespace answers {}

const char* const chainrule::judge::answer_file = CHAINRULE_ANSWERS;

// Found if the answer file has nothing of that name.
template <class T>
struct layer_with_bias;
void repaired_gradient(chainrule::judge::missing);
void train_batch(chainrule::judge::missing);

namespace answers::bound {

template <class L>
concept layer = requires(L& l, double v)
{
    L{v, v};
    l.forward(v) + l.backward(v) + l.w + l.b + l.dw + l.db;
    l.update(v);
    l.zero_grad();
};

chainrule::exercises::table bind_all()
{
    chainrule::exercises::table t{};
    chainrule::judge::bind(
        t.layer, [](double w, double b, const auto& calls) requires layer<
                     layer_with_bias<decltype(w + calls[0].with)>> {
            return chainrule::exercises::play<layer_with_bias<double>>(w, b,
                                                                       calls);
        });
    chainrule::judge::bind(
        t.gradient, [](const auto&... a) requires requires {
            repaired_gradient(a...);
        } { return repaired_gradient(a...); });
    chainrule::judge::bind(
        t.train, [](auto&... a) requires requires { train_batch(a...); } {
            train_batch(a...);
        });
    return t;
}

}  // namespace answers::bound

namespace chainrule::exercises {

table given_answers()
{
    return answers::bound::bind_all();
}

}  // namespace chainrule::exercises
