// How the answers to chapter 12 are asked, and what is looked at.
#include <algorithm>
#include <cstddef>
#include <limits>
#include <string>
#include <vector>

using values = std::vector<double>;
const double none = std::numeric_limits<double>::quiet_NaN();

// ## 12.1
// A network whose losses and weights are written down for each epoch.
struct scripted {
    std::vector<double> validation, own;
    double weight = 5;
    int trained = 0;

    std::size_t epoch() const
    {
        return std::min(static_cast<std::size_t>(weight / 10),
                        validation.size() - 1);
    }

    double train_epoch()
    {
        ++trained;
        weight += 10;
        return own[epoch()];
    }

    double validation_loss() const { return validation[epoch()]; }
    std::vector<double> values() const { return {weight}; }
    void set_values(const std::vector<double>& v) { weight = v[0]; }
};

// A neuron w x + b, which learns sample by sample; half a squared error.
struct neuron {
    std::vector<double> w_and_b;
    std::vector<double> x, t, other_x, other_t;
    double rate;
    int trained = 0;

    double error(double input, double target) const
    {
        return w_and_b[0] * input + w_and_b[1] - target;
    }

    double train_epoch()
    {
        ++trained;
        double sum = 0;
        for (std::size_t n = 0; n < x.size(); ++n) {
            const double e = error(x[n], t[n]);
            sum += e * e / 2;
            w_and_b[0] -= rate * e * x[n];
            w_and_b[1] -= rate * e;
        }
        return sum / static_cast<double>(x.size());
    }

    double validation_loss() const
    {
        double sum = 0;
        for (std::size_t n = 0; n < other_x.size(); ++n) {
            const double e = error(other_x[n], other_t[n]);
            sum += e * e / 2;
        }
        return sum / static_cast<double>(other_x.size());
    }

    std::vector<double> values() const { return w_and_b; }
    void set_values(const std::vector<double>& v) { w_and_b = v; }
};

template <class Network>
void see_training(observation& o, Network& net, int patience, int most)
{
    o.see("the best epoch", train_and_stop_early(net, patience, most));
    o.see("number of epochs trained", net.trained);
    o.see("weights", net.values());
}

// The loss on its own images is a quarter less in each epoch.
void ask(observation& o, const values& losses, int patience, int most)
{
    scripted net{losses, {}};
    for (std::size_t i = 0; i < losses.size(); ++i) {
        net.own.push_back(losses[0] - 0.25 - 0.25 * static_cast<double>(i));
    }
    o.give("loss of epoch 0", losses[0], "loss after epoch ",
           values(losses.begin() + 1, losses.end()), "patience", patience,
           "most", most);
    o.say("weights of epoch n", "(10 n + 5)");
    see_training(o, net, patience, most);
}

void the_example_comes_out(observation& o)
{
    ask(o, {9, 7, 8, 4, 6, 4, none, 3}, 3, 7);
    ask(o, {9, 7, 8, 4, 6, 4, none, 3}, 3, 5);
}

void no_epochs_change_nothing(observation& o)
{
    ask(o, {9, 7}, 2, 0);
}

// A float is nearer to 0.3 from above and to 0.7 from below.
void a_little_smaller_is_smaller(observation& o)
{
    ask(o, {0.3, 0.3 - 1e-9, 0.3 - 2e-9, 0.3 - 3e-9}, 2, 3);
    ask(o, {0.7, 0.7 - 1e-9, 0.7 - 2e-9, 0.7 - 3e-9}, 2, 3);
}

// It is the better for others only at first. Tenths show what is in a float.
void a_neuron_stops_where_other_samples_suffer(observation& o)
{
    neuron net{{0.3, -0.2}, {0.5, -0.75, 1.1}, {0.9, 0.1, 1.6},
               {-0.5, 0.4}, {0.2, 0.35},       0.125};
    o.give("w", net.w_and_b[0], "b", net.w_and_b[1], "x", net.x, "t", net.t);
    o.give("x of the others", net.other_x, "t of the others", net.other_t,
           "rate", net.rate, "patience", 2, "most", 12);
    see_training(o, net, 2, 12);
}

// Losses that rise in between, stay equal or are no number; that never fall;
// that go on falling; and that end in between.
void the_best_epoch_is_kept_whatever_the_losses(observation& o, draws& any)
{
    const auto some = [&] { return any.whole(1, 9) / 4; };
    const double first = 40 + some();
    const double second = first - 5 - some();
    const double third = second - some();
    const double above = second + 2 + some();
    ask(o,
        {first, second, above, above - 1, third, third + some(), third, above,
         third - 1, third - 2},
        3, 9);
    ask(o, {second, third, none, third + 4, third + 3, third - 1}, 2, 5);
    const double worse = first + some();
    ask(o, {first, worse, worse - 0.25, worse + 1}, 2, 3);
    ask(o, {first, second, third, third - 1, third - 2}, 2, 3);
    ask(o, {first, second, third, above, above - 1, third - 1}, 3, 4);
}

// ## 12.2
using table = std::vector<std::vector<int>>;

void ask(observation& o, const table& counts)
{
    for (std::size_t i = 0; i < counts.size(); ++i) {
        o.give("row " + std::to_string(i + 1) + " ", counts[i]);
    }
    o.see("share ", share_found(counts));
}

void the_example_comes_out(observation& o)
{
    ask(o, {{3, 1}, {0, 2}});
}

void shares_need_not_be_round(observation& o)
{
    ask(o, {{1, 2, 0}, {3, 4, 3}, {5, 0, 6}});
}

void a_class_may_have_one_image(observation& o)
{
    ask(o, {{1, 0, 0}, {1, 0, 0}, {0, 1, 1}});
}

// Rows that add up to a power of two, and one of zeros.
void any_counts_will_do(observation& o, draws& any)
{
    table counts(4, std::vector<int>(4, 0));
    for (std::size_t i = 0; i < 3; ++i) {
        int left = std::vector<int>{64, 32, 128}[i];
        for (std::size_t j = 0; j < 4; ++j) {
            counts[i][j] = j == i ? 0 : static_cast<int>(any.whole(1, 9));
            left -= counts[i][j];
        }
        counts[i][i] = left;
    }
    ask(o, counts);
}

// ## 12.3
void ask(observation& o, const std::vector<values>& z,
         const std::vector<int>& right, int k)
{
    for (std::size_t n = 0; n < z.size(); ++n) {
        o.give("z of sample " + std::to_string(n + 1) + " ", z[n]);
    }
    o.give("right ", right, "k", k);
    o.see("number of samples", among_the_best(z, right, k));
}

void the_example_comes_out(observation& o)
{
    ask(o, {{1, 5, 3}, {4, 2, 9}}, {2, 1}, 2);
}

void an_equal_output_is_not_larger(observation& o)
{
    ask(o, {{4, 4}}, {1}, 1);
}

void outputs_are_not_rounded(observation& o)
{
    ask(o, {{0.25, 0.75}}, {0}, 1);
    ask(o, {{1, 1 + 0x1p-30}, {1 + 0x1p-30, 1}}, {0, 0}, 1);
}

// Let the right class be the k-th best, and another one equal to it.
void put_a_tie(values& z, int& right, std::size_t k)
{
    const values sorted = chainrule::judge::largest_first(z);
    *std::find(z.begin(), z.end(), sorted[k]) = sorted[k - 1];
    right = static_cast<int>(std::find(z.begin(), z.end(), sorted[k - 1]) -
                             z.begin());
}

// Several sets, because one number shows few of the mistakes.
void any_outputs_will_do(observation& o, draws& any)
{
    for (int set = 0; set < 6; ++set) {
        std::vector<values> z;
        std::vector<int> right;
        for (int n = 0; n < 9; ++n) {
            z.push_back(any.wholes(5));
            right.push_back(static_cast<int>(any.whole(1, 5)) - 1);
        }
        const int k = 1 + set % 3;
        put_a_tie(z[0], right[0], static_cast<std::size_t>(k));
        ask(o, z, right, k);
    }
}

// ## 12.4
void ask(observation& o, const std::vector<values>& x,
         const std::vector<int>& right, std::size_t classes, double rate,
         double enough, int most)
{
    for (std::size_t n = 0; n < x.size(); ++n) {
        o.give("image " + std::to_string(n) + " ", x[n]);
    }
    o.give("right ", right, "classes", classes, "rate", rate, "enough",
           enough, "most", most);
    o.see("loss ", by_heart(x, right, classes, rate, enough, most));
}

void the_example_comes_out(observation& o)
{
    ask(o, {{0.5, 2}, {3, 0.25}}, {2, 0}, 3, 0.25, 0.4, 9);
}

void the_first_loss_is_the_logarithm_of_the_classes(observation& o)
{
    ask(o, {{0.5, 2}, {3, 0.25}}, {2, 0}, 10, 0.5, 0.1, 0);
}

void the_first_loss_may_be_small_enough(observation& o)
{
    ask(o, {{0.5, 2}, {3, 0.25}}, {2, 0}, 3, 0.25, 1.25, 4);
}
// One image, of two classes at once: nobody can learn that by heart.
void contradictory_labels_are_not_learned(observation& o)
{
    ask(o, {{0.5, 0.75}, {0.5, 0.75}}, {1, 0}, 2, 0.5, 0.5, 3);
}

// Tenths show what is kept in a float.
void one_image_will_do_and_more_than_there_are_classes(observation& o)
{
    ask(o, {{0.3, 0.7, 1.1}}, {1}, 2, 0.1, 0.2, 3);
    ask(o, {{0.3, 0.9}, {1.1, 0.2}, {0.7, 0.6}}, {1, 0, 1}, 2, 0.7, 0.1, 3);
}

// Pixels of the size of bytes, and an image that is weak beside another.
void large_outputs_have_a_loss(observation& o)
{
    ask(o, {{40, 3}, {0.1, 0.2}}, {0, 1}, 2, 8, 0.001, 3);
    ask(o, {{25, 3}, {20, 6}, {2, 30}}, {0, 2, 1}, 3, 4, 0.001, 3);
}

void any_handful_is_learned(observation& o, draws& any)
{
    const auto pixel = [&] { return any.whole(1, 9) / 4; };
    std::vector<values> x(3);
    for (values& image : x) {
        image = {pixel(), pixel()};
    }
    const int first = static_cast<int>(any.size(0, 2));
    const std::vector<int> right{first, 3, first == 2 ? 0 : first + 1};
    ask(o, x, right, 4, 0.25, 0.9, 3);
    ask(o, {x[0], x[1]}, {right[0], 3}, 4, 0.5, 1.3, 5);
    ask(o, x, right, 4, 0.25, 1.5, 2);
    ask(o, {{20 + pixel(), pixel()}, {24 + pixel(), 6}}, {0, 1}, 3, 8, 0.001,
        2);
}
