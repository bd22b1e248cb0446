/// \file
/// Take functions from an answer file that may lack them.
#pragma once

#include <type_traits>
#include <utility>

namespace chainrule::judge {

/// The file that is judged, as the build names it.
extern const char* const answer_file;

/// The parameter of the stand-ins: no call of an exercise matches it.
struct missing;

/// Set a member of a table to a function of the answer file, or to null if
/// the file has none that can be called so.
/// \param member the pointer to set; its type is what is asked for
/// \param call a lambda without captures that calls the function by name
template <class R, class... A, class Call>
void bind(R (*&member)(A...), Call call)
{
    if constexpr (std::is_invocable_r_v<R, Call, A...>) {
        member = [](A... a) -> R { return Call{}(std::forward<A>(a)...); };
    } else {
        member = nullptr;
    }
    static_cast<void>(call);
}

}  // namespace chainrule::judge
