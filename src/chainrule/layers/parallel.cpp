#include "chainrule/layers/parallel.hpp"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <thread>

#ifdef __linux__
#include <sched.h>
#endif

namespace chainrule::layers {
namespace {

using timer = std::chrono::steady_clock;
using std::chrono::microseconds;
using std::chrono::milliseconds;

// std::thread::hardware_concurrency counts the cores of the machine, with
// some C++ libraries even if this process may use only a few of them.
int cores()
{
#ifdef __linux__
    cpu_set_t allowed;
    if (sched_getaffinity(0, sizeof allowed, &allowed) == 0) {
        return std::max(1, CPU_COUNT(&allowed));
    }
#endif
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

std::atomic<int>& chosen()
{
    static std::atomic<int> threads = cores();
    return threads;
}

// Look whether something has happened until it has, because to sleep and be
// woken takes longer than most waits here. Only for so long, and after every
// look whoever has work may have the core: on a busy machine it may be the
// thread that is waited for.
template <class Condition>
bool soon(Condition happened)
{
    const auto end = timer::now() + microseconds(50);
    do {
        if (happened()) {
            return true;
        }
        std::this_thread::yield();
    } while (timer::now() < end);
    return false;
}

void do_alone(int parts, const std::function<void(int)>& part)
{
    for (int i = 0; i < parts; ++i) {
        part(i);
    }
}

// When to work alone. A helper that lost its core in the middle of a part
// costs some milliseconds; where it happens again and again, it is tried ever
// more seldom.
class caution {
public:
    // Whether the next call is to be done alone.
    bool alone() { return calls_alone_ > 0 && calls_alone_-- > 0; }

    // After a call that was shared: how long the caller worked and waited.
    void heed(timer::duration worked, timer::duration waited)
    {
        if (waited > milliseconds(1) && waited > worked) {
            calls_alone_ = pause_;
            pause_ = std::min(2 * pause_, longest);
            shared_well_ = 0;
        } else if (++shared_well_ == 4096) {
            pause_ = std::max(pause_ / 2, shortest);
            shared_well_ = 0;
        }
    }

private:
    static constexpr int shortest = 64;
    static constexpr int longest = 16384;
    int calls_alone_ = 0;
    int pause_ = shortest;
    int shared_well_ = 0;
};

// The helping threads. Only one thread at a time may call share().
class crew {
public:
    void share(int parts, const std::function<void(int)>& part)
    {
        if (caution_.alone()) {
            do_alone(parts, part);
            return;
        }
        for (; helpers_ < parts - 1; ++helpers_) {
            std::thread([this] { help(); }).detach();
        }
        const auto begin = timer::now();
        offer(parts, part);
        part(0);
        while (do_one()) {
        }
        const auto worked = timer::now();
        wait_for_helpers();
        caution_.heed(worked - begin, timer::now() - worked);
    }

private:
    // Parts 1 to parts - 1 are there for whoever comes. The upper half of
    // open_ is the number of the call, so that a helper that has slept since
    // an earlier call cannot take a part of this one for one of that.
    void offer(int parts, const std::function<void(int)>& part)
    {
        part_ = &part;
        unfinished_ = parts - 1;
        const std::uint64_t call = (open_ >> 32) + 1;
        open_ = call << 32 | static_cast<std::uint64_t>(parts - 1);
        ++offers_;
        offers_.notify_all();
    }

    // Take a part that nobody has begun, and do it. False if there is none.
    bool do_one()
    {
        std::uint64_t open = open_;
        std::uint32_t number = 0;
        do {
            number = static_cast<std::uint32_t>(open);
            if (number == 0) {
                return false;
            }
        } while (!open_.compare_exchange_weak(open, open - 1));
        (*part_)(static_cast<int>(number));
        if (--unfinished_ == 0) {
            unfinished_.notify_all();
        }
        return true;
    }

    void wait_for_helpers()
    {
        if (soon([this] { return unfinished_ == 0; })) {
            return;
        }
        for (int left = unfinished_; left != 0; left = unfinished_) {
            unfinished_.wait(left);
        }
    }

    // What a helper does until the program ends.
    void help()
    {
        for (;;) {
            const std::uint32_t seen = offers_;
            while (do_one()) {
            }
            if (!soon([&] { return offers_ != seen; })) {
                offers_.wait(seen);
            }
        }
    }

    const std::function<void(int)>* part_ = nullptr;
    std::atomic<std::uint64_t> open_{0};
    std::atomic<std::uint32_t> offers_{0};
    std::atomic<int> unfinished_{0};
    int helpers_ = 0;
    caution caution_;
};

}  // namespace

int threads()
{
    return chosen().load(std::memory_order_relaxed);
}

void set_threads(int count)
{
    if (count < 1 || count > 1024) {
        throw std::invalid_argument("set_threads: " + std::to_string(count) +
                                    " threads; give a number from 1 to 1024");
    }
    chosen() = count;
}

// The crew is never destroyed: its helpers look at it until the program ends,
// and in a process that was forked they do not exist and cannot be joined.
void detail::share(int parts, const std::function<void(int)>& part) noexcept
{
    static crew& helpers = *new crew;
    static std::atomic<bool> in_use{false};
    if (in_use.exchange(true)) {
        do_alone(parts, part);
        return;
    }
    helpers.share(parts, part);
    in_use = false;
}

}  // namespace chainrule::layers
