#include "chainrule/layers/parallel.hpp"

#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#include <atomic>
#include <stdexcept>
#include <string>

namespace chainrule::layers {
namespace {

namespace tbb = oneapi::tbb;

std::atomic<int>& chosen()
{
    static std::atomic<int> count = tbb::this_task_arena::max_concurrency();
    return count;
}

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

// Each part is one task, so that a thread that has no core holds up at most
// the part that it has begun.
void detail::share(int parts, const std::function<void(int)>& part)
{
    tbb::parallel_for(0, parts, part, tbb::simple_partitioner());
}

}  // namespace chainrule::layers
