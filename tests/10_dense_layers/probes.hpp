// How the answers to chapter 10 are asked, and what is looked at.
#include <string>
#include <vector>

#include "10_dense_layers/dense_layers.hpp"

using grid = chainrule::dense_layers::table<double>;
using grids = std::vector<grid>;

grid any_grid(draws& any, std::size_t rows, std::size_t cols)
{
    const auto numbers = any.wholes(rows * cols, 20);
    grid g(rows, cols);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        g(i / cols, i % cols) = numbers[i];
    }
    return g;
}

// ## 10.1
void ask(observation& o, const grid& x, const grid& w, const grid& b,
         const grid& da)
{
    o.give("x", x, "w", w, "b", b, "da", da);
    const auto s = residual_back(x, w, b, da);
    o.see("dw", s.dw);
    o.see("db", s.db);
    o.see("dx", s.dx);
}

void the_example_comes_out(observation& o)
{
    ask(o, {{2}}, {{3}}, {{1}}, {{5}});
}

void what_goes_around_is_not_masked(observation& o)
{
    ask(o, {{2}}, {{-3}}, {{1}}, {{5}});
}

// A quarter shows what is kept in an int, and a tenth what is in a float. The
// sums are near the corner: 1/4 and -1/4.
void numbers_need_not_be_whole(observation& o)
{
    ask(o, {{-0.5}, {-1.5}}, {{0.5}}, {{0.5}}, {{0.1}, {0.75}});
    ask(o, {{1.1, -0.7}, {0.3, 0.9}}, {{0.6, -1.3}, {0.2, 0.7}},
        {{0.1, -0.2}}, {{0.9, 1.7}, {-0.3, 2.2}});
    ask(o, {{1}}, {{1}}, {{-1 + 0x1p-30}}, {{5}});
}

// Whether each neuron has sums of both signs, and somewhere an input above 0
// stands beside a sum that is not, so that the output has another sign.
bool shows_every_mask(const grid& x, const grid& z)
{
    bool apart = false;
    for (std::size_t j = 0; j < z.cols(); ++j) {
        std::size_t positive = 0;
        for (std::size_t n = 0; n < z.rows(); ++n) {
            positive += z(n, j) > 0 ? 1 : 0;
            apart = apart || (z(n, j) <= 0 && x(n, j) > 0);
        }
        if (positive == 0 || positive == z.rows()) {
            return false;
        }
    }
    return apart;
}

// Five samples of two numbers. The bias turns the sign of one sum of each
// neuron, so that it is seen who forgets it.
void every_slope_is_right_for_many_samples(observation& o, draws& any)
{
    for (;;) {
        const grid x = any_grid(any, 5, 2);
        const grid w = any_grid(any, 2, 2);
        const grid z = chainrule::dense_layers::product(x, w);
        const grid b{{-2 * z(0, 0), -2 * z(1, 1)}};
        if (shows_every_mask(x, chainrule::dense_layers::sums(x, w, b))) {
            ask(o, x, w, b, any_grid(any, 5, 2));
            return;
        }
    }
}

// ## 10.2
void ask(observation& o, const grid& x, const grid& w, const grid& dz)
{
    o.give("x", x, "w", w, "dz", dz);
    o.see("dw", shared_weights_slope(x, w, dz));
}

void the_example_comes_out(observation& o)
{
    ask(o, {{2}}, {{3}}, {{5}});
}

void numbers_need_not_be_whole(observation& o)
{
    ask(o, {{0.75, -1.5}}, {{0.5, 0.25}, {-0.75, 2.5}}, {{0.1, 1.25}});
    ask(o, {{1.1, -0.7}}, {{0.6, -1.3}, {0.2, 0.7}}, {{0.9, 1.7}});
}

void both_uses_are_heard(observation& o, draws& any)
{
    const grid x = any_grid(any, 3, 2);
    const grid w = any_grid(any, 2, 2);
    ask(o, x, w, any_grid(any, 3, 2));
}

// ## 10.3
void ask(observation& o, const grids& parts, const std::vector<int>& sizes)
{
    for (std::size_t i = 0; i < parts.size(); ++i) {
        o.give("part of " + std::to_string(sizes[i]), parts[i]);
    }
    o.see("slope", slope_of_pieces(parts, sizes));
}

void the_example_comes_out(observation& o)
{
    ask(o, {{{4}}, {{8}}}, {3, 1});
}

void one_piece_is_the_whole(observation& o)
{
    ask(o, {{{6, 4}}}, {2});
}

void numbers_need_not_be_whole(observation& o)
{
    ask(o, {{{0.75}}, {{-1.25}}}, {2, 1});
    ask(o, {{{0.7, 2.3}}, {{-1.1, 0.9}}, {{1.7, -0.2}}}, {2, 1, 4});
}

// Sixteen samples in all.
void any_pieces_will_do(observation& o, draws& any)
{
    const grid first = any_grid(any, 2, 2);
    const grid second = any_grid(any, 2, 2);
    ask(o, {first, second, any_grid(any, 2, 2)}, {9, 5, 2});
}

// ## 10.4
void ask(observation& o, const grid& x, const grid& t, const grid& w,
         const grid& b, double rate, int steps)
{
    o.give("x", x, "t", t, "w", w, "b", b, "rate", rate, "steps", steps);
    const auto after = train_layer(w, b, x, t, rate, steps);
    // What one step makes can be said in the lesson's numbers.
    o.see(steps == 1 ? "new w" : "w after", after.w);
    o.see(steps == 1 ? "new b" : "b after", after.b);
}

void the_example_comes_out(observation& o)
{
    const grid x{{5}, {-3}};
    const grid t{{15, -9, 12}, {3, 5, -18}};
    ask(o, x, t, {{2, -2, 3}}, {{3, 6, -4}}, 0.25, 1);
    ask(o, x, t, {{2, -2, 3}}, {{3, 6, -4}}, 0.25, 2);
}

void no_steps_change_nothing(observation& o)
{
    ask(o, {{2}}, {{5}}, {{3}}, {{1}}, 0.25, 0);
}

void numbers_need_not_be_whole(observation& o)
{
    ask(o, {{0.5}, {-0.75}}, {{0.1}, {1.25}}, {{0.25}}, {{-0.5}}, 0.125, 2);
    ask(o, {{1.1, -0.7}, {0.3, 0.9}}, {{0.6}, {-1.3}}, {{0.2}, {0.7}},
        {{0.1}}, 0.3, 2);
}

// Four samples of two numbers and three neurons, so that nothing fits that is
// turned the wrong way; one step, and then two or three, so that the errors
// are new ones.
void the_whole_batch_moves_all_at_once(observation& o, draws& any)
{
    const grid x = any_grid(any, 4, 2);
    const grid t = any_grid(any, 4, 3);
    const grid w = any_grid(any, 2, 3);
    const grid b = any_grid(any, 1, 3);
    ask(o, x, t, w, b, 0.25, 1);
    ask(o, x, t, w, b, 0.25, static_cast<int>(any.size(2, 3)));
}
