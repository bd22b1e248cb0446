// An answer with a constant that takes for ever.
#pragma once

constexpr long long without_an_end()
{
    long long n = 0;
    for (long long i = 0; i < 1000000000000; ++i) {
        n += i % 7;
    }
    return n;
}

static_assert(without_an_end() > 0);
