#include "judge/thrown.hpp"

#include <dlfcn.h>
#include <execinfo.h>
#include <sanitizer/asan_interface.h>

#include <array>
#include <cstdlib>

namespace {

std::array<void*, 32> thrown_from{};
int frames = 0;

}  // namespace

// Every exception begins here. The stack is kept, and the function of the same
// name in the library is called. AddressSanitizer watches that one where it is
// a shared library; where it is not, it has to be told.
extern "C" [[noreturn]] void __cxa_throw(void* object, void* type,
                                         void (*destroy)(void*))
{
    using thrower = void (*)(void*, void*, void (*)(void*));
    static const auto next =
        reinterpret_cast<thrower>(::dlsym(RTLD_NEXT, "__cxa_throw"));
    frames = ::backtrace(thrown_from.data(), thrown_from.size());
    __asan_handle_no_return();
    next(object, type, destroy);
    std::abort();
}

namespace chainrule::judge {

std::string where_thrown()
{
    std::string all;
    for (int i = 1; i < frames; ++i) {
        // A frame knows where it goes on, which is behind the call.
        auto* const call =
            static_cast<char*>(thrown_from.at(static_cast<std::size_t>(i))) -
            1;
        std::array<char, 4096> place{};
        __sanitizer_symbolize_pc(call, "%s:%l", place.data(), place.size());
        all += std::string(place.data()) + "\n";
    }
    return all;
}

}  // namespace chainrule::judge
