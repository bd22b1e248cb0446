/// \file
/// Random residues for random probes, the same on every machine. Taught in
/// chapter 02.
#pragma once

#include <boost/random/uniform_int_distribution.hpp>

#include "chainrule/numbers/residue.hpp"

namespace chainrule {

/// Every residue is equally likely. Boost's distribution and not the one of
/// the standard library, which differs between libraries: the same seed must
/// give the same numbers everywhere.
/// \tparam Engine such as boost::random::mt19937_64
/// \param engine where the random bits come from
/// \return a random residue; zero is possible
template <class Engine>
residue random_residue(Engine& engine)
{
    constexpr auto largest = static_cast<long long>(residue::modulus) - 1;
    return boost::random::uniform_int_distribution<long long>(0, largest)(
        engine);
}

}  // namespace chainrule
