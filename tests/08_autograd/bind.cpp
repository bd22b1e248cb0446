#include "table.hpp"

#include CHAINRULE_ANSWERS

#include "judge/bind.hpp"

// There even if the answer file has lost it.
namespace answers {}

const char* const chainrule::judge::answer_file = CHAINRULE_ANSWERS;

// Found if the answer file has nothing of that name.
template <class T>
struct entry;
void slopes_of_tape(chainrule::judge::missing);
void order_of(chainrule::judge::missing);

namespace answers::bound {

template <class Entry>
std::vector<Entry> copied(const chainrule::exercises::lines& tape)
{
    std::vector<Entry> entries;
    for (const auto& l : tape) {
        entries.push_back({l.left, l.right, l.by_left, l.by_right});
    }
    return entries;
}

chainrule::exercises::table bind_all()
{
    chainrule::exercises::table t{};
    chainrule::judge::bind(
        t.walk, [](const auto& tape) requires requires {
            slopes_of_tape(
                copied<entry<decltype(tape[0].by_left + 0)>>(tape));
        } { return slopes_of_tape(copied<entry<double>>(tape)); });
    chainrule::judge::bind(
        t.order, [](const auto&... a) requires requires { order_of(a...); } {
            return order_of(a...);
        });
    return t;
}

}  // namespace answers::bound

namespace chainrule::exercises {

table given_answers()
{
    return answers::bound::bind_all();
}

}  // namespace chainrule::exercises
