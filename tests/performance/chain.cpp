// The walk back of chapter 03, the network of chapter 07, the tape of chapter
// 08 and other libraries, where installed, beside two plain loops over the
// same numbers, in one run. What counts is the ratio, printed last; single
// times drift.
#include <algorithm>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "cached_backprop.hpp"
#include "chainrule/autograd/tape.hpp"
#include "chainrule/chain/network.hpp"
#include "depths.hpp"

namespace {

using chainrule::cached_backprop::forward;
using chainrule::cached_backprop::walk_back;

struct arrays {
    explicit arrays(std::size_t n) : w(n, 0.999), a(n + 1), dw(n) {}
    std::vector<double> w, a, dw;
    double x = 1.0;
    double t = 0.5;
};

// The least that any program can do: no checks, no names, no sizes.
[[gnu::noinline]] void plain_loops(const double* w, double x, double t,
                                   double* a, double* dw, std::size_t n)
{
    a[0] = x;
    for (std::size_t i = 0; i < n; ++i) {
        a[i + 1] = w[i] * a[i];
    }
    double r = a[n] - t;
    for (std::size_t i = n; i-- > 0;) {
        dw[i] = r * a[i];
        r *= w[i];
    }
}

[[gnu::noinline]] void chapter_03(arrays& c)
{
    forward(c.w, c.x, c.a);
    walk_back(c.w, c.a, c.t, c.dw);
}

[[gnu::noinline]] void chapter_07(chainrule::network<double>& net)
{
    net.zero_grad();
    net.backward(net.forward(1.0) - 0.5);
}

[[gnu::noinline]] void chapter_08(chainrule::tape<double>& t,
                                  const std::vector<double>& w,
                                  std::vector<double>& dw)
{
    using chainrule::taped;
    t.clear();
    // Inputs are written one after the other, before anything else.
    std::vector<taped<double>> weights;
    weights.reserve(w.size());
    for (const double each : w) {
        weights.push_back(t.input(each));
    }
    taped<double> a(1.0);
    for (const taped<double>& weight : weights) {
        a = weight * a;
    }
    const taped<double> d = a - taped<double>(0.5);
    t.backward(taped<double>(0.5) * d * d);
    for (std::size_t i = 0; i < w.size(); ++i) {
        dw[i] = t.slope(weights[i]);
    }
}

void plain(benchmark::State& state)
{
    const auto n = static_cast<std::size_t>(state.range(0));
    arrays c(n);
    for (auto _ : state) {
        plain_loops(c.w.data(), c.x, c.t, c.a.data(), c.dw.data(), n);
        benchmark::ClobberMemory();
    }
}

void chapter(benchmark::State& state)
{
    arrays c(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        chapter_03(c);
        benchmark::ClobberMemory();
    }
}

void framework(benchmark::State& state)
{
    const std::vector<double> w(static_cast<std::size_t>(state.range(0)),
                                0.999);
    chainrule::network<double> net(w);
    for (auto _ : state) {
        chapter_07(net);
        benchmark::ClobberMemory();
    }
}

void tape(benchmark::State& state)
{
    const auto n = static_cast<std::size_t>(state.range(0));
    const std::vector<double> w(n, 0.999);
    std::vector<double> dw(n);
    chainrule::tape<double> t;
    for (auto _ : state) {
        chapter_08(t, w, dw);
        benchmark::ClobberMemory();
    }
}

// Several rounds of each are run in random order; the best ones are compared,
// because noise only ever adds.
class ratios : public benchmark::ConsoleReporter {
public:
    void ReportRuns(const std::vector<Run>& runs) override
    {
        for (const Run& run : runs) {
            if (run.run_type == Run::RT_Iteration) {
                const double time = run.GetAdjustedRealTime();
                const auto [at, first] = best_.emplace(
                    run.run_name.function_name + "/" + run.run_name.args,
                    time);
                at->second = std::min(at->second, time);
            }
        }
    }

    void print() const
    {
        for (const char* n : {"3", "10", "100", "1000", "10000"}) {
            print(n, "chapter", "chapter 03");
            print(n, "framework", "chapter 07");
            print(n, "tape", "chapter 08");
        }
        // On short chains their fixed cost of a call hides the rest.
        for (const char* n : {"100", "1000", "10000"}) {
            print(n, "sacado", "Sacado");
            print(n, "adolc", "ADOL-C");
        }
    }

private:
    void print(const std::string& n, const std::string& which,
               const char* name) const
    {
        const auto plain = best_.find("plain/" + n);
        const auto ours = best_.find(which + "/" + n);
        if (plain != best_.end() && ours != best_.end()) {
            std::printf("n = %-6s %s / plain loops = %.3f\n", n.c_str(), name,
                        ours->second / plain->second);
        }
    }

    std::map<std::string, double> best_;
};

BENCHMARK(plain)->Apply(depths);
BENCHMARK(chapter)->Apply(depths);
BENCHMARK(framework)->Apply(depths);
BENCHMARK(tape)->Apply(depths);

// For callgrind: a hundred gradients of N layers and nothing else.
int run_once(const std::string& which, std::size_t n)
{
    arrays c(n);
    for (int call = 0; call < 100; ++call) {
        if (which == "plain") {
            plain_loops(c.w.data(), c.x, c.t, c.a.data(), c.dw.data(), n);
        } else {
            chapter_03(c);
        }
    }
    return c.dw[0] > 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc == 4 && std::string(argv[1]) == "--once") {
        return run_once(argv[2], static_cast<std::size_t>(atoi(argv[3])));
    }
    benchmark::Initialize(&argc, argv);
    ratios report;
    benchmark::RunSpecifiedBenchmarks(&report);
    report.print();
    benchmark::Shutdown();
}
