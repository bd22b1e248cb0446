#include "chainrule/layers/parallel.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

#include "chainrule/layers/matrix.hpp"
#include "harness/saying.hpp"

using namespace chainrule;
using namespace chainrule::layers;

namespace {

constexpr Eigen::Index much = 1'000'000;
using part = std::pair<Eigen::Index, Eigen::Index>;

// The number of threads that a test asks for, until it ends.
class for_now {
public:
    explicit for_now(int count) { set_threads(count); }
    for_now(const for_now&) = delete;
    for_now& operator=(const for_now&) = delete;
    ~for_now() { set_threads(before_); }

private:
    int before_ = threads();
};

std::vector<part> parts_of(Eigen::Index rows, Eigen::Index work)
{
    std::vector<part> parts;
    std::mutex one_at_a_time;
    in_parts(rows, work, [&](Eigen::Index first, Eigen::Index count) {
        const std::lock_guard lock(one_at_a_time);
        parts.emplace_back(first, count);
    });
    std::sort(parts.begin(), parts.end());
    return parts;
}

// How often each of 64 rows is met in many calls.
int rows_met_once(int calls)
{
    int right = 0;
    for (int call = 0; call < calls; ++call) {
        std::vector<int> met(64);
        in_parts(Eigen::Index(64), much, [&](auto first, auto count) {
            for (auto i = first; i < first + count; ++i) {
                ++met[static_cast<std::size_t>(i)];
            }
        });
        right += met == std::vector<int>(64, 1) ? 1 : 0;
    }
    return right;
}

matrix<float> product(int count, Eigen::Index rows)
{
    const for_now with(count);
    matrix<float> a(rows, 300);
    matrix<float> b(300, 50);
    for (Eigen::Index i = 0; i < a.size(); ++i) {
        a.data()[i] = 1 / static_cast<float>(i % 7919 + 3);
    }
    for (Eigen::Index i = 0; i < b.size(); ++i) {
        b.data()[i] = 1 / static_cast<float>(i % 7907 + 5);
    }
    matrix<float> out(rows, 50);
    multiply(a, b, out);
    return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(parallel_suite)

BOOST_AUTO_TEST_CASE(seventy_rows_for_two_threads_are_32_and_38)
{
    const for_now two(2);
    BOOST_TEST((parts_of(70, much) == std::vector<part>{{0, 32}, {32, 38}}));
}

BOOST_AUTO_TEST_CASE(too_little_work_or_one_thread_is_one_part)
{
    const for_now two(2);
    BOOST_TEST((parts_of(70, 49'999) == std::vector<part>{{0, 70}}));
    BOOST_TEST((parts_of(8, much) == std::vector<part>{{0, 8}}));
    BOOST_TEST((parts_of(0, 0) == std::vector<part>{{0, 0}}));
    const for_now one(1);
    BOOST_TEST((parts_of(70, much) == std::vector<part>{{0, 70}}));
}

BOOST_AUTO_TEST_CASE(every_row_is_in_exactly_one_part)
{
    for (const int count : {2, 3, 5}) {
        const for_now with(count);
        BOOST_TEST(rows_met_once(1000) == 1000);
    }
}

BOOST_AUTO_TEST_CASE(a_product_has_the_same_bits_for_any_number_of_threads)
{
    for (const Eigen::Index rows : {50, 64, 67, 784}) {
        const matrix<float> alone = product(1, rows);
        for (const int count : {2, 3, 4, 7}) {
            BOOST_TEST((product(count, rows) == alone),
                       rows << " rows on " << count << " threads");
        }
    }
}

BOOST_AUTO_TEST_CASE(two_threads_that_share_at_the_same_time_are_both_right)
{
    const for_now two(2);
    int right = 0;
    std::thread other([&] { right = rows_met_once(1000); });
    BOOST_TEST(rows_met_once(1000) == 1000);
    other.join();
    BOOST_TEST(right == 1000);
}

BOOST_AUTO_TEST_CASE(a_part_may_share_something_itself)
{
    const for_now two(2);
    std::atomic<int> right = 0;
    in_parts(Eigen::Index(16), much,
             [&](auto, auto) { right += rows_met_once(10); });
    BOOST_TEST(right == 20);
}

// The helpers of the parent do not exist in the child.
BOOST_AUTO_TEST_CASE(a_forked_process_works_and_ends)
{
    const for_now two(2);
    rows_met_once(10);
    const pid_t child = fork();
    if (child == 0) {
        _exit(rows_met_once(10) == 10 ? 0 : 1);
    }
    int status = -1;
    waitpid(child, &status, 0);
    BOOST_TEST(status == 0);
}

BOOST_AUTO_TEST_CASE(an_error_in_a_part_reaches_the_caller)
{
    const for_now two(2);
    BOOST_CHECK_THROW(in_parts(Eigen::Index(64), much,
                               [](auto first, auto) {
                                   if (first > 0) {
                                       throw std::runtime_error(
                                           "in the second part");
                                   }
                               }),
                      std::runtime_error);
    BOOST_TEST(rows_met_once(10) == 10);
}

BOOST_AUTO_TEST_CASE(a_number_of_threads_that_cannot_be_is_refused)
{
    BOOST_CHECK_EXCEPTION(
        set_threads(0), std::invalid_argument,
        saying("set_threads: 0 threads; give a number from 1 to 1024"));
    BOOST_CHECK_THROW(set_threads(1025), std::invalid_argument);
}

BOOST_AUTO_TEST_SUITE_END()
