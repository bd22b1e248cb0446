#include "judge/draws.hpp"

#include <algorithm>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <cmath>

namespace chainrule::judge {

struct draws::engine : boost::random::mt19937_64 {
    using boost::random::mt19937_64::mt19937_64;
};

draws::draws(std::uint64_t seed) : engine_(std::make_unique<engine>(seed)) {}

draws::~draws() = default;

double draws::whole(int least, int most)
{
    const boost::random::uniform_int_distribution<int> any(least, most);
    for (;;) {
        if (const int n = any(*engine_); n != 0) {
            return n;
        }
    }
}

std::size_t draws::size(int least, int most)
{
    return static_cast<std::size_t>(whole(least, most));
}

std::vector<double> draws::wholes(std::size_t n, int most)
{
    std::vector<double> all;
    while (all.size() < n) {
        const double next = whole(-most, most);
        const bool known = std::any_of(all.begin(), all.end(), [&](double v) {
            return std::abs(v) == std::abs(next);
        });
        if (!known && std::abs(next) != 1) {
            all.push_back(next);
        }
    }
    return all;
}

}  // namespace chainrule::judge
