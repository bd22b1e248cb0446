#include "cached_backprop.hpp"

#include <algorithm>
#include <boost/random/mersenne_twister.hpp>
#include <chrono>
#include <cmath>
#include <functional>
#include <iomanip>
#include <iostream>
#include <string>
#include <vector>

#include "chainrule/numbers/counted.hpp"
#include "chainrule/numbers/dual.hpp"
#include "chainrule/numbers/random.hpp"
#include "chainrule/numbers/rational.hpp"
#include "chainrule/numbers/residue.hpp"
#include "chainrule/numbers/traced.hpp"
#include "chapter/program.hpp"
#include "plots/figure.hpp"

using namespace chainrule;
using namespace chainrule::cached_backprop;

// ## The repeated factors
//
// Four layers, and the formulas as the code multiplies them. We hand in the
// remembered values as symbols, so that `traced` writes their names and does
// not substitute further. Below the formulas the program prints how often each
// factor is used.
//
// @predict How often will $w_4$ be used, and how often $w_2$?
// @answer $w_4$ is used @value{the repeated factors/uses of w4} times: in
// every derivative but its own. $w_2$ is used once.
// @output the repeated factors
// @endpredict
// @fold Writing the formulas, and counting
int occurrences(const std::string& name, const std::string& text)
{
    int count = 0;
    for (std::size_t at = text.find(name); at != std::string::npos;
         at = text.find(name, at + name.size())) {
        ++count;
    }
    return count;
}

void the_repeated_factors()
{
    const std::vector<traced> w{traced("w1"), traced("w2"), traced("w3"),
                                traced("w4")};
    const std::vector<traced> a{traced("x"), traced("a1"), traced("a2"),
                                traced("a3"), traced("e")};
    std::vector<traced> dw;
    one_at_a_time(w, a, traced("t"), dw);
    std::string all;
    for (std::size_t i = w.size(); i-- > 0;) {
        std::cout << "dw" << i + 1 << " = " << dw[i].formula() << "\n";
        all += dw[i].formula() + "\n";
    }
    for (const std::string factor : {"e - t", "w4", "w3", "w2"}) {
        std::cout << "uses of " << factor << " = " << occurrences(factor, all)
                  << "\n";
    }
}
// @end

// ## Counting multiplications
//
// How much is saved? One at a time, the last weight costs one multiplication,
// the one before it two, and the first one $n$. Walking back costs two for
// each layer, and one for the first, which hands nothing on:
//
// $$ 1 + 2 + \dots + n = \frac{n (n+1)}{2} $$
//
// against $2n - 1$. The difference is $\frac12 (n-1)(n-2)$.
//
// @predict From how many layers on does walking back save anything?
// @answer From three on, as the article has. With one layer or two both ways
// cost the same.
// @output counting multiplications
// @endpredict
//
// The type `counted` is a number that counts what is done to it, and both
// functions run on it unchanged.
// @fold Counting
using gradient_function = std::function<void(
    const std::vector<counted<double>>&, const std::vector<counted<double>>&,
    const counted<double>&, std::vector<counted<double>>&)>;

long long multiplications(const gradient_function& gradient, std::size_t n)
{
    const std::vector<counted<double>> w(n, 1.0);
    std::vector<counted<double>> a;
    std::vector<counted<double>> dw;
    forward(w, counted<double>(1.0), a);
    const counted<double> t(0.0);
    return count([&] { gradient(w, a, t, dw); }).multiplications;
}

void counting_multiplications()
{
    for (const std::size_t n : {1u, 2u, 3u, 10u, 100u, 1000u}) {
        std::cout << "layers " << n << ", one at a time = "
                  << multiplications(one_at_a_time<counted<double>>, n)
                  << "\nlayers " << n << ", walking back = "
                  << multiplications(walk_back<counted<double>>, n) << "\n";
    }
}
// @end
//
// @interactive repeated-factors | Each square is a multiplication. Add layers and see which ones repeat what the row above has done. | layers 3, one at a time; layers 3, walking back; layers 10, one at a time; layers 10, walking back; layers 1000, one at a time; layers 1000, walking back
//
// At three layers one multiplication is saved. At a thousand it is the
// difference between half a million and two thousand: the cost grows with the
// square of the depth in one case, and with the depth itself in the other.
//
// ## Dual numbers at a thousand layers
//
// The dual numbers of @chapter{02_three_layers} go forward, and one run gives
// the slope by one weight. So a thousand weights need a thousand runs. A
// product of two dual numbers takes three multiplications.
//
// @predict How many multiplications is that, roughly?
// @answer Three in each layer of each run, so about three million. The walk
// back needs @value{up and back}, with its forward pass.
// @output dual numbers at a thousand layers
// @endpredict
//
// Many of these have a factor that is known to be 0 or 1, and all runs make the
// same values. Without the products with 0 and 1, and with values that are
// made once, forward mode multiplies as often for its slopes as one derivative
// at a time does: half a million times.
// @proved{dual_numbers_without_idle_products_cost_as_much_as_one_at_a_time}
// The walk back begins at the one thing whose slopes are wanted, the loss, and
// gives the slopes by all weights in one walk.
// @fold Counting
void dual_numbers_at_a_thousand_layers()
{
    using number = dual<counted<double>>;
    const std::vector<number> w(1000, number(1));
    std::vector<number> a;
    const operations once = count([&] {
        forward(w, number(1), a);
        static_cast<void>(a.back().value * a.back().slope);
    });
    std::cout << "up and back = "
              << 1000 + multiplications(walk_back<counted<double>>, 1000)
              << "\nby dual numbers = " << 1000 * once.multiplications
              << "\n";
}
// @end

// ## The same derivatives, at every depth
//
// Are the derivatives the same? As in @chapter{02_three_layers} we compare in
// whole numbers modulo $2^{61} - 1$, at random values.
// @fold Comparing
bool agree_at_depth(std::size_t n, boost::random::mt19937_64& engine)
{
    std::vector<residue> w(n);
    for (residue& weight : w) {
        weight = random_residue(engine);
    }
    std::vector<residue> a;
    forward(w, random_residue(engine), a);
    const residue t = random_residue(engine);
    std::vector<residue> slow;
    std::vector<residue> fast;
    one_at_a_time(w, a, t, slow);
    walk_back(w, a, t, fast);
    return slow == fast;
}

void the_same_derivatives()
{
    boost::random::mt19937_64 engine(3);
    int agreed = 0;
    for (std::size_t n = 1; n <= 200; ++n) {
        agreed += agree_at_depth(n, engine) ? 1 : 0;
    }
    std::cout << "depths from 1 to 200 that agree = " << agreed << "\n";
}
// @end
// @output the same derivatives, at every depth

// @section when a layer bends
//
// Take $x = 3$, $w_1 = 1$, $w_2 = \frac13$ and $t = 2$. Then $y = 3$, $z = 9$,
// $e = 3$, and the error is 1.
//
// @predict Walk back on paper: the slope by $z$, then by $y$, then `dw1`.
// @answer By $z$: $\delta w_2 = \frac13$. By $y$: $\frac13 \cdot 2 \cdot 3 =
// 2$. And `dw1` is $2 \cdot 3 = @value{when a layer bends/dw1}$.
// @output when a layer bends
// @endpredict
void when_a_layer_bends()
{
    const auto dw = slopes_through_a_square<rational>(1, {1, 3}, 3, 2);
    std::cout << "dw1 = " << dw[0] << "\ndw2 = " << dw[1] << "\n";
}
// Every function on the way does the same: it multiplies the slope that comes
// back by its own slope, taken at the value that went in. That is the second
// reason for remembering the values. Where a function is a multiplication by
// a weight, its own slope is the weight. @chapter{09_activations} has the
// functions that networks use.

// @section a value that is used twice
//
// Take $x = 1$, $w_1 = 2$, $w_2 = 3$, $w_3 = 5$ and $t = 15$. Then $y = 2$,
// $e = 16$, and the error is 1. Move $y$ by $0.01$.
//
// @predict How much do $p$, $q$ and $e$ move? What is the slope of the loss
// by $y$?
// @answer They move by @value{p moves}, @value{q moves} and @value{e moves}.
// The error is 1, so the slope of the loss by $y$ is $3 + 5 = 8$.
// @output a value that is used twice
// @endpredict
void a_value_that_is_used_twice()
{
    const rational y = 2;
    const rational nudged = y + rational(1, 100);
    const rational p_moves = 3 * nudged - 3 * y;
    const rational q_moves = 5 * nudged - 5 * y;
    const auto dw = slopes_of_a_fork<rational>(2, 3, 5, 1, 15);
    std::cout << "p moves = " << p_moves.to_double()
              << "\nq moves = " << q_moves.to_double()
              << "\ne moves = " << (p_moves + q_moves).to_double()
              << "\ndw1 = " << dw[0] << "\ndw2 = " << dw[1]
              << "\ndw3 = " << dw[2] << "\n";
}
// A weight can be used twice as well, in two layers for example. Then its
// derivative has a term for each use, in the same way. And the square of the
// section above is $y \cdot y$, a product that uses $y$ twice: by this rule its
// slope is $y + y$, and that is the $2y$ from above.
//
// These are the rules of backpropagation: remember the values on the way up;
// on the way back multiply the slope by each function's own slope; add where a
// value was used more than once. The suite compares both small networks with
// dual numbers. @proved{a_square_and_a_fork_are_equal_to_dual_numbers}
// @chapter{08_autograd} has a program that follows these rules through any
// formula.

// ## What the count looks like
//
// On two logarithmic axes a power $n^k$ is a straight line, and its slope is
// $k$. The program measures both slopes, between $n = 100$ and $n = 1000$.
//
// @predict What are the two slopes, roughly?
// @answer 2 and 1. To three decimals they are @value{slope, one at a time} and
// @value{slope, walking back}. They are not whole because of the smaller
// terms: $n^2/2 + n/2$ is no pure power.
// @output what the count looks like
// @endpredict
// @fold Counting and drawing
const std::vector<std::size_t> depths{1,  2,   3,   5,   10,  20,
                                      50, 100, 200, 500, 1000};

void what_the_count_looks_like()
{
    std::vector<point> slow;
    std::vector<point> fast;
    const auto counted_at = [](const gradient_function& g, std::size_t n) {
        return static_cast<double>(multiplications(g, n));
    };
    for (const std::size_t n : depths) {
        const auto x = static_cast<double>(n);
        slow.push_back({x, counted_at(one_at_a_time<counted<double>>, n)});
        fast.push_back({x, counted_at(walk_back<counted<double>>, n)});
    }
    const auto slope = [](const std::vector<point>& curve) {
        const point& from = curve[curve.size() - 4];
        const point& to = curve.back();
        return std::log(to.y / from.y) / std::log(to.x / from.x);
    };
    std::cout << std::fixed << std::setprecision(3)
              << "slope, one at a time = " << slope(slow)
              << "\nslope, walking back = " << slope(fast) << "\n";

    figure("multiplications-by-depth")
        .x_axis("layers n", scale::logarithmic)
        .y_axis("multiplications", scale::logarithmic)
        .curve("one at a time", slow)
        .curve("walking back", fast)
        .draw();
}
// @end
//
// @figure multiplications-by-depth | Multiplications for all derivatives of a chain of n layers, counted. | Two lines on logarithmic axes, straight from ten layers on: one derivative at a time rises with slope 2 to half a million multiplications at a thousand layers, walking back with slope 1 to about two thousand.

// ## What the clock says
//
// A count is not a time. Times differ from machine to machine, so nothing in
// this section is printed. It is drawn. The clock itself needs some time to be
// read, so it is read once for many calls.
// @fold Measuring and drawing
double seconds(const std::function<void()>& work)
{
    using clock = std::chrono::steady_clock;
    double best = 1;
    int calls = 1;
    for (int round = 0; round < 5;) {
        const auto start = clock::now();
        for (int i = 0; i < calls; ++i) {
            work();
        }
        const std::chrono::duration<double> spent = clock::now() - start;
        if (spent.count() < 1e-3) {
            calls *= 2;
            continue;
        }
        best = std::min(best, spent.count() / calls);
        ++round;
    }
    return best;
}

std::vector<point> scaled_power(double exponent, double at_thousand)
{
    return {{10, at_thousand * std::pow(0.01, exponent)},
            {1000, at_thousand}};
}

void what_the_clock_says()
{
    std::vector<point> slow;
    std::vector<point> fast;
    for (const std::size_t n : depths) {
        const std::vector<double> w(n, 0.999);
        std::vector<double> a;
        std::vector<double> dw;
        forward(w, 1.0, a);
        const auto x = static_cast<double>(n);
        slow.push_back({x, seconds([&] { one_at_a_time(w, a, 0.5, dw); })});
        fast.push_back({x, seconds([&] { walk_back(w, a, 0.5, dw); })});
    }
    figure("time-by-depth")
        .x_axis("layers n", scale::logarithmic)
        .y_axis("seconds", scale::logarithmic)
        .curve("one at a time", slow)
        .curve("walking back", fast)
        .guide("slope 2", scaled_power(2, 4 * slow.back().y))
        .guide("slope 1", scaled_power(1, fast.back().y / 4))
        .draw();
}
// @end
//
// @figure time-by-depth | Seconds for all derivatives, measured by the run that built this page. The dashed lines have the slopes 2 and 1. | At many layers the measured line of one derivative at a time runs nearly parallel to the dashed line of slope 2, and that of walking back nearly parallel to the one of slope 1.
//
// At few layers both lines are flatter than the counts: a call has to be paid
// for, even one for no layers at all. At many layers their slopes are near
// those of the counts.

// ## What can go wrong
//
// | what happened | how it shows |
// |---------------|--------------|
// | the weight is applied before the derivative is taken | every derivative but that by $w_1$ has its own weight as a factor |
// | `w[i - 1]` for `w[i]` when handing on | right for equal weights, wrong for others |
// | the walk goes from first to last | right at one layer, and for some weights, such as all 1 |
// | a weight is changed before it is used to hand on | the derivatives below depend on the learning rate |
// | a value is used twice, and its second slope overwrites the first | right if the first slope is zero, wrong otherwise |
// | backward after another sample's forward | sizes fit, values are of the other sample |
//
// The fourth line is the slip of [the article](about.html).
// @chapter{04_training} looks at what it does.

// ## Your turn
//
// @exercises
//
// @question **The slope by the input.**
// Sometimes one wants the slope of the loss by $x$ as well. How many
// multiplications does it add to the walk back, and where?
// @solution One: the first layer hands on too, $r_0 = r_1 \cdot w_1$. Then
// every layer costs two, and the count is $2n$.
// @endquestion
//
// @question **Why not from the front?**
// Could one walk from the first layer to the last and cache as well? Try it
// for $n = 3$. What would have to be kept?
// @solution The factor that the derivatives share is $\delta$ and the weights
// *above* a layer, and these come from the end. From the front one can only
// cache the product of the input and the weights below, which is $a_{i-1}$ and
// is cached already, by the forward pass.
// @endquestion
//
// @question **One division.**
// If no weight is zero, $\partial L / \partial w_i = \delta \, a_n / w_i$.
// How many multiplications and divisions is that? Why does nobody do it?
// @solution One multiplication and $n$ divisions. It fails for a weight of
// zero, and it fails altogether as soon as a layer is more than one
// multiplication.
// @endquestion

// ## What you can now say
//
// - The derivatives of a chain share their factors. Walking back from the loss
//   computes each of them once.
// - For $n$ layers that is $2n - 1$ multiplications instead of $n (n+1) / 2$.
// - Slopes are multiplied along a path, and added where a value was used twice.

// ## Going further
//
// - That all derivatives together cost a small constant times the function
//   holds for any program with one result: A. Griewank, *On automatic
//   differentiation*, 1989.
// - The idea was published by S. Linnainmaa in 1970, for rounding errors.

// ## The program
int main(int argc, char** argv)
{
    return run_chapter(
        argc, argv,
        {{"the repeated factors", the_repeated_factors},
         {"counting multiplications", counting_multiplications},
         {"dual numbers at a thousand layers",
          dual_numbers_at_a_thousand_layers},
         {"the same derivatives, at every depth", the_same_derivatives},
         {"when a layer bends", when_a_layer_bends},
         {"a value that is used twice", a_value_that_is_used_twice},
         {"what the count looks like", what_the_count_looks_like},
         {"what the clock says", what_the_clock_says}});
}
