/// \file
/// The lengths of chain that everything in this folder is timed at.
#pragma once

#include <benchmark/benchmark.h>

/// \param b the benchmark to run at each length, seven times
inline void depths(benchmark::internal::Benchmark* b)
{
    b->Arg(3)->RangeMultiplier(10)->Range(10, 10000);
    b->Repetitions(7)->MinTime(0.02);
}
