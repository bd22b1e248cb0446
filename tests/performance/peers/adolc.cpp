// The scalar chain by ADOL-C. Its tape is written once, outside the clock,
// and only evaluated inside: the best case for it.
#include <adolc/adolc.h>

#include <set>
#include <vector>

#include "../depths.hpp"

namespace {

// A tape for each length, known by its number.
short tape_of(const std::vector<double>& w)
{
    static std::set<short> written;
    const auto tag = static_cast<short>(w.size());
    if (!written.insert(tag).second) {
        return tag;
    }
    trace_on(tag);
    std::vector<adouble> weights(w.size());
    for (std::size_t i = 0; i < w.size(); ++i) {
        weights[i] <<= w[i];
    }
    adouble a = 1.0;
    for (const adouble& weight : weights) {
        a = weight * a;
    }
    const adouble d = a - 0.5;
    adouble loss = 0.5 * d * d;
    double out = 0;
    loss >>= out;
    trace_off();
    return tag;
}

void adolc(benchmark::State& state)
{
    const auto n = static_cast<std::size_t>(state.range(0));
    const std::vector<double> w(n, 0.999);
    std::vector<double> dw(n);
    const short tag = tape_of(w);
    for (auto _ : state) {
        gradient(tag, static_cast<int>(n), w.data(), dw.data());
        benchmark::ClobberMemory();
    }
}
BENCHMARK(adolc)->Apply(depths);

}  // namespace
