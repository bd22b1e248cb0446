// An answer whose templates ask for each other, twice as many at every step.
#pragma once

template <long long N, int Depth>
struct bomb {
    static constexpr long long value =
        bomb<2 * N, Depth - 1>::value + bomb<2 * N + 1, Depth - 1>::value;
};

template <long long N>
struct bomb<N, 0> {
    static constexpr long long value = 1;
};

static_assert(bomb<1, 40>::value > 0);
