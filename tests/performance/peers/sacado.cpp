// The scalar chain by the reverse mode of Sacado, a part of Trilinos. Its
// numbers record themselves, as those of chapter 08 do.
#include <Sacado_trad.hpp>
#include <vector>

#include "../depths.hpp"

namespace {

using number = Sacado::Rad::ADvar<double>;

void sacado(benchmark::State& state)
{
    const auto n = static_cast<std::size_t>(state.range(0));
    const std::vector<double> w(n, 0.999);
    std::vector<double> dw(n);
    for (auto _ : state) {
        const std::vector<number> weights(w.begin(), w.end());
        number a(1.0);
        for (const number& weight : weights) {
            a = weight * a;
        }
        const number d = a - 0.5;
        const number loss = 0.5 * d * d;
        number::Gradcomp();
        for (std::size_t i = 0; i < n; ++i) {
            dw[i] = weights[i].adj();
        }
        benchmark::ClobberMemory();
    }
}
BENCHMARK(sacado)->Apply(depths);

}  // namespace
