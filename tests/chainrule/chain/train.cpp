#include "chainrule/chain/train.hpp"

#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <limits>
#include <span>
#include <sstream>
#include <stdexcept>
#include <string>
#include <unistd.h>
#include <vector>

#include "chainrule/numbers/rational.hpp"
#include "chainrule/training/progress.hpp"
#include "harness/saying.hpp"

using namespace chainrule;

namespace {

const std::array<sample<double>, 2> samples{{{1, -1}, {2, -2}}};
const std::array weights{0.3, -0.5};
const auto go_on = [](auto...) { return true; };

std::string shown(bool terminal, std::size_t epochs, std::size_t until)
{
    std::ostringstream out;
    {
        progress p(out, terminal, epochs);
        for (std::size_t epoch = 1; epoch <= until; ++epoch) {
            p.show(epoch, 0.25);
        }
    }
    return out.str();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(train_suite)

BOOST_AUTO_TEST_CASE(one_epoch_by_hand)
{
    // y = 2, e = 6 and d = 1: slopes 3 and 2, weights 1/2 and 2. Then, with
    // these, y = -1, e = -2 and d = -2: slopes 8 and 2.
    network<rational> net(std::array<rational, 2>{2, 3});
    const std::array<sample<rational>, 2> two{{{1, 5}, {-2, 0}}};
    rational seen;
    train<rational>(net, two, rational(1, 2), 1,
                    [&](std::size_t epoch, const rational& loss) {
                        BOOST_TEST(epoch == 1u);
                        seen = loss;
                        return true;
                    });
    BOOST_TEST(net.at(0).weight() == rational(1, 2) - 4);
    BOOST_TEST(net.at(1).weight() == rational(2) - 1);
    BOOST_TEST(seen == (rational(1, 2) + rational(2)) / 2);
}

BOOST_AUTO_TEST_CASE(the_observer_ends_the_training_with_whole_weights)
{
    network<double> stopped(weights);
    const std::size_t trained =
        train<double>(stopped, samples, 0.05, 100,
                      [](std::size_t epoch, double) { return epoch < 7; });
    BOOST_TEST(trained == 7u);
    network<double> seven(weights);
    BOOST_TEST(train<double>(seven, samples, 0.05, 7, go_on) == 7u);
    BOOST_TEST(stopped.at(0).weight() == seven.at(0).weight());
    BOOST_TEST(stopped.at(1).weight() == seven.at(1).weight());
}

BOOST_AUTO_TEST_CASE(no_epochs_change_nothing)
{
    network<double> net(weights);
    BOOST_TEST(train<double>(net, samples, 0.05, 0, go_on) == 0u);
    BOOST_TEST(net.at(0).weight() == weights[0]);
}

BOOST_AUTO_TEST_CASE(no_samples_are_refused)
{
    network<double> net(weights);
    BOOST_CHECK_EXCEPTION(train<double>(net, {}, 0.05, 1, go_on),
                          std::invalid_argument,
                          saying("train: there are no samples"));
}

BOOST_AUTO_TEST_CASE(an_absurd_rate_is_refused_and_named)
{
    network<double> net(weights);
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    const auto refused = [&](double rate, const std::string& told) {
        BOOST_CHECK_EXCEPTION(
            train<double>(net, samples, rate, 1, go_on),
            std::invalid_argument,
            saying("train: the rate is " + told + "; give a positive"));
    };
    refused(0, "0");
    refused(-1e-9, "-1e-09");
    refused(std::numeric_limits<double>::infinity(), "inf");
    refused(nan, "nan");
    refused(-nan, "nan");
    BOOST_TEST(net.at(0).weight() == weights[0]);
}

BOOST_AUTO_TEST_CASE(training_that_overflows_says_so_and_keeps_its_weights)
{
    network<double> net(weights);
    BOOST_CHECK_EXCEPTION(train<double>(net, samples, 50, 1000, go_on),
                          std::overflow_error, saying("smaller rate"));
    BOOST_TEST(std::isfinite(net.at(0).weight()));
    BOOST_TEST(std::isfinite(net.at(1).weight()));
}

BOOST_AUTO_TEST_CASE(ctrl_c_ends_the_training_after_the_epoch)
{
    network<double> net(weights);
    std::size_t trained = 0;
    {
        const interrupt ctrl_c;
        BOOST_TEST(!ctrl_c.requested());
        trained = train<double>(net, samples, 0.05, 100,
                                [&](std::size_t epoch, double) {
                                    if (epoch == 5) {
                                        std::raise(SIGINT);
                                    }
                                    return !ctrl_c.requested();
                                });
    }
    BOOST_TEST(trained == 5u);
    network<double> five(weights);
    train<double>(five, samples, 0.05, 5, go_on);
    BOOST_TEST(net.at(0).weight() == five.at(0).weight());
    BOOST_TEST(net.at(1).weight() == five.at(1).weight());
    // A later training does not remember it, and outside of one Ctrl-C does
    // what it always did.
    BOOST_TEST(!interrupt().requested());
    struct sigaction now {};
    sigaction(SIGINT, nullptr, &now);
    BOOST_TEST((now.sa_handler == SIG_DFL));
}

BOOST_AUTO_TEST_CASE(a_second_ctrl_c_is_not_caught)
{
    const interrupt ctrl_c;
    std::raise(SIGINT);
    struct sigaction now {};
    sigaction(SIGINT, nullptr, &now);
    BOOST_TEST(ctrl_c.requested());
    BOOST_TEST((now.sa_handler == SIG_DFL));
}

BOOST_AUTO_TEST_CASE(a_terminal_is_told_from_a_pipe)
{
    const int output = dup(STDOUT_FILENO);
    const int master = posix_openpt(O_RDWR | O_NOCTTY);
    BOOST_TEST_REQUIRE(master >= 0);
    BOOST_TEST_REQUIRE(grantpt(master) == 0);
    BOOST_TEST_REQUIRE(unlockpt(master) == 0);
    const int terminal = open(ptsname(master), O_RDWR | O_NOCTTY);
    int ends[2] = {-1, -1};
    BOOST_TEST_REQUIRE(pipe(ends) == 0);
    std::fflush(stdout);
    dup2(terminal, STDOUT_FILENO);
    const bool on_terminal = prints_to_terminal();
    dup2(ends[1], STDOUT_FILENO);
    const bool on_pipe = prints_to_terminal();
    dup2(output, STDOUT_FILENO);
    for (const int file : {output, master, terminal, ends[0], ends[1]}) {
        close(file);
    }
    BOOST_TEST(on_terminal);
    BOOST_TEST(!on_pipe);
}

BOOST_AUTO_TEST_CASE(a_pipe_gets_ten_plain_lines)
{
    const std::string text = shown(false, 160, 160);
    BOOST_TEST(std::count(text.begin(), text.end(), '\n') == 10);
    BOOST_TEST(text.substr(0, 32) == "epoch 16 of 160: loss 0.25\nepoch");
    BOOST_TEST(text.find('\r') == std::string::npos);
    const std::string few = shown(false, 3, 3);
    BOOST_TEST(few == "epoch 1 of 3: loss 0.25\nepoch 2 of 3: loss 0.25\n"
                      "epoch 3 of 3: loss 0.25\n");
}

BOOST_AUTO_TEST_CASE(a_terminal_gets_one_bar_that_fills)
{
    const std::string text = shown(true, 160, 160);
    BOOST_TEST(std::count(text.begin(), text.end(), '\n') == 1);
    BOOST_TEST(text.back() == '\n');
    BOOST_TEST(std::count(text.begin(), text.end(), '\r') == 40);
    BOOST_TEST(text.find("[" + std::string(40, '=') + "] epoch 160 of 160") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_loss_that_is_no_number_has_no_sign)
{
    for (const bool terminal : {false, true}) {
        std::ostringstream out;
        progress p(out, terminal, 1);
        p.show(1, -std::numeric_limits<double>::quiet_NaN());
        BOOST_TEST(out.str().find("loss nan") != std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(a_full_bar_ends_its_line_at_once)
{
    std::ostringstream out;
    progress p(out, true, 2);
    p.show(1, 0.25);
    BOOST_TEST(out.str().back() != '\n');
    p.show(2, 0.25);
    BOOST_TEST(out.str().back() == '\n');
}

BOOST_AUTO_TEST_CASE(a_bar_that_is_left_ends_its_line)
{
    const std::string text = shown(true, 160, 80);
    BOOST_TEST(text.back() == '\n');
    BOOST_TEST(text.ends_with("\r[" + std::string(20, '=') +
                              std::string(20, ' ') +
                              "] epoch 80 of 160, loss 0.25   \n"));
    BOOST_TEST(shown(true, 160, 0).empty());
}

BOOST_AUTO_TEST_SUITE_END()
