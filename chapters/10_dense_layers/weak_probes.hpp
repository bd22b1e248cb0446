/// \file
/// Tables for testing a walk back, most of which hide mistakes.
#pragma once

#include <boost/random/mersenne_twister.hpp>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "bank.hpp"
#include "chainrule/numbers/random.hpp"

namespace chainrule::dense_layers {

inline grid random_grid(boost::random::mt19937_64& engine, std::size_t rows)
{
    grid g(rows, 3);
    return entries([&](residue) { return random_residue(engine); }, g);
}

inline setting random_setting(boost::random::mt19937_64& engine,
                              std::size_t samples)
{
    return {random_grid(engine, samples), random_grid(engine, 3),
            random_grid(engine, 1),       random_grid(engine, 3),
            random_grid(engine, 1),       random_grid(engine, samples),
            random_residue(engine),       random_residue(engine),
            random_residue(engine)};
}

inline grid first_row(const grid& of)
{
    grid row(1, of.cols());
    for (std::size_t j = 0; j < of.cols(); ++j) {
        row(0, j) = of(0, j);
    }
    return row;
}

inline grid made_symmetric(const grid& w)
{
    return entries([](residue a, residue b) { return a + b; }, w,
                   transposed(w));
}

// Each is the random one with one thing made special.
inline std::vector<std::pair<std::string, setting>> weak_probes()
{
    boost::random::mt19937_64 engine(10);
    const setting random = random_setting(engine, 3);
    std::vector<std::pair<std::string, setting>> probes;
    const auto probe = [&](const std::string& name, auto change) {
        probes.emplace_back(name, random);
        change(probes.back().second);
    };
    probe("all random", [](setting&) {});
    probe("last layer only", [](setting& s) { s.all_seen = false; });
    probe("biases of zero", [](setting& s) {
        s.b1 = times(s.b1, 0);
        s.b2 = times(s.b2, 0);
    });
    probe("symmetric weights", [](setting& s) {
        s.w1 = made_symmetric(s.w1);
        s.w2 = made_symmetric(s.w2);
    });
    probe("no weight decay", [](setting& s) { s.decay = 0; });
    probe("identity", [](setting& s) {
        s.p = 0;
        s.q = 1;
    });
    probe("one sample", [](setting& s) {
        s.x = first_row(s.x);
        s.t = first_row(s.t);
    });
    probe("weights of zero", [](setting& s) {
        s.w1 = times(s.w1, 0);
        s.w2 = times(s.w2, 0);
    });
    probe("no error", [](setting& s) {
        const grid z = sums(s.x, s.w1, s.b1);
        const auto f = [&](residue v) { return v * (s.p * v + s.q); };
        s.t = sums(entries(f, z), s.w2, s.b2);
    });
    return probes;
}

/// For a figure: the number and the piece of the first slip that spoils it,
/// and nothing for the others.
inline std::vector<std::string> first_of_each_piece()
{
    std::vector<std::string> names;
    std::string piece;
    for (const slip& each : bank()) {
        const std::string its = each.name.substr(0, each.name.find(':'));
        names.push_back(
            its == piece ? "" : std::to_string(names.size() + 1) + " " + its);
        piece = its;
    }
    return names;
}

}  // namespace chainrule::dense_layers
