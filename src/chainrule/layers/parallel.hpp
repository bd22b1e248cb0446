/// \file
/// How rows of a matrix are shared among threads. Taught in chapter 10.
#pragma once

#include <algorithm>
#include <functional>

namespace chainrule::layers {

/// \return how many threads may share a large product: what set_threads()
///     said, and before that one for each core that this process may run on
int threads();

/// The results do not depend on it.
/// \param count into how many parts a product may be cut, one for each thread
/// \throws std::invalid_argument if count is below 1 or above 1024
void set_threads(int count);

namespace detail {

/// Do all parts of something, on as many threads as are free, and return when
/// all are done. The caller does what nobody else has begun, so it waits
/// only for parts that others are in the middle of.
/// \param parts how many there are
/// \param part does the one with the given number, from 0
void share(int parts, const std::function<void(int)>& part);

}  // namespace detail

/// Cut rows into parts and work on all of them at the same time. Too little
/// work is done in one part, because to hand over a part costs about a
/// microsecond.
///
/// Parts begin at a multiple of 8 rows. Eigen 3.4 multiplies 4 rows at once,
/// and adds up the rows that are left at the end in another order; cut
/// elsewhere, the last bits of a product would depend on the number of parts.
/// \tparam Index a signed integer
/// \tparam Body a function of the first row and the number of rows
/// \param rows how many there are
/// \param work multiplications and additions in all
/// \param body what to do with a part
template <class Index, class Body>
void in_parts(Index rows, Index work, Body body)
{
    constexpr Index worth_a_part = 25'000;
    constexpr Index step = 8;
    const Index steps = (rows + step - 1) / step;
    const Index parts =
        std::min({Index(threads()), work / worth_a_part, steps});
    if (parts < 2) {
        body(Index(0), rows);
        return;
    }
    const auto part = [&](int i) {
        const Index first = step * (steps * i / parts);
        const Index end = std::min(rows, step * (steps * (i + 1) / parts));
        body(first, end - first);
    };
    detail::share(static_cast<int>(parts), std::cref(part));
}

}  // namespace chainrule::layers
