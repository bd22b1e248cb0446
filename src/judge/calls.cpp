#include "judge/calls.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "judge/variable.hpp"

namespace chainrule::judge {
namespace {

constexpr std::size_t least = 8;

// The calls for one instance beside those of the solution.
struct scene_of_calls {
    const std::vector<call>&yours, &solution;
    std::vector<variable> given;
    bool wrongly_yes, wrongly_no, yes;  // where it answers yes or no
};

using scenes = std::vector<scene_of_calls>;

scene_of_calls scene_of(const instance& yours, const instance& truth,
                        const instance& solution)
{
    scene_of_calls s{*yours.calls, *solution.calls, variables_of(truth.given),
                     false,        false,           false};
    for (std::size_t i = 0; i < truth.values.size(); ++i) {
        const bool y = yours.values[i].value == 1;
        const bool t = truth.values[i].value == 1;
        if (truth.values[i].name.starts_with("whether ")) {
            s.yes = s.yes || y;
            s.wrongly_yes = s.wrongly_yes || (y && !t);
            s.wrongly_no = s.wrongly_no || (!y && t);
        }
    }
    return s;
}

// Those where both logs are known and the solution calls something.
scenes scenes_of(const std::vector<instance>& yours,
                 const std::vector<instance>& truth,
                 const std::vector<instance>& solution)
{
    scenes all;
    for (std::size_t k = 0; k < solution.size(); ++k) {
        if (yours[k].calls && solution[k].calls &&
            !solution[k].calls->empty()) {
            all.push_back(scene_of(yours[k], truth[k], solution[k]));
        }
    }
    return all;
}

template <class Holds>
bool always(const scenes& all, Holds holds)
{
    return std::all_of(all.begin(), all.end(), holds);
}

std::string joined(const std::vector<std::string>& names)
{
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        text += i == 0 ? "" : i + 1 == names.size() ? " and " : ", ";
        text += names[i];
    }
    return text;
}

// ------------------------------------------------ functions of a number

// A place where a function may be called: x + 2 h.
struct place {
    std::string name;
    double of_first, of_second;

    // Whether there is such a call.
    bool in(const std::vector<call>& calls,
            const std::vector<double>& given) const
    {
        const double at = of_first * given[0] + of_second * given[1];
        const double scale = std::abs(given[0]) + std::abs(given[1]);
        return std::any_of(calls.begin(), calls.end(), [&](const call& c) {
            return c.with.size() == 1 &&
                   std::abs(c.with[0] - at) <= 1e-12 * scale;
        });
    }
};

std::vector<place> places_by(const std::string& x, const std::string& h)
{
    std::vector<place> all{{x, 1, 0}, {h, 0, 1}, {"2 " + h, 0, 2}};
    for (const auto& [step, size] : {std::pair(h, 1.0),
                                     {"2 " + h, 2.0},
                                     {h + " / 2", 0.5},
                                     {"3 " + h, 3.0},
                                     {"4 " + h, 4.0}}) {
        all.push_back({x + " + " + step, 1, size});
        all.push_back({x + " - " + step, 1, -size});
    }
    return all;
}

// The first two single numbers that are given, if there are.
std::vector<double> numbers_in(const std::vector<variable>& given)
{
    std::vector<double> all;
    for (const variable& v : given) {
        if (v.is == variable::shape::number && all.size() < 2) {
            all.push_back(v.values[0]);
        }
    }
    return all;
}

std::vector<std::string> numbers_called(const scenes& all)
{
    std::vector<std::string> names;
    for (const variable& v : all[0].given) {
        if (v.is == variable::shape::number) {
            names.push_back(v.name);
        }
    }
    if (names.size() < 2 || !always(all, [](const scene_of_calls& s) {
            return s.solution[0].with.size() == 1 &&
                   numbers_in(s.given).size() == 2;
        })) {
        return {};
    }
    std::vector<std::string> missing;
    std::vector<std::string> instead;
    for (const place& p : places_by(names[0], names[1])) {
        const auto yours = [&](const scene_of_calls& s) {
            return p.in(s.yours, numbers_in(s.given));
        };
        const bool wanted = always(all, [&](const scene_of_calls& s) {
            return p.in(s.solution, numbers_in(s.given));
        });
        if (wanted && std::none_of(all.begin(), all.end(), yours)) {
            missing.push_back(p.name);
        } else if (!wanted && always(all, yours)) {
            instead.push_back(p.name);
        }
    }
    if (missing.empty()) {
        return {};
    }
    return {all[0].solution[0].of + " is never called at " + joined(missing) +
            (instead.empty() ? "" : ", but at " + joined(instead))};
}

// -------------------------------------------------- functions of a list

// Which entries of a list a call has moved, and all values.
struct move {
    std::vector<std::size_t> moved;
    const std::vector<double>& with;
};

struct walk {
    std::vector<double> from;
    std::vector<move> moves;
    std::set<std::size_t> ever;  // entries that were moved in some call
};

std::optional<walk> walk_of(const std::vector<call>& calls,
                            const std::vector<double>& from)
{
    walk w{from, {}, {}};
    for (const call& c : calls) {
        if (c.with.size() != from.size()) {
            return std::nullopt;
        }
        move m{{}, c.with};
        for (std::size_t i = 0; i < from.size(); ++i) {
            if (c.with[i] != from[i]) {
                m.moved.push_back(i);
                w.ever.insert(i);
            }
        }
        w.moves.push_back(std::move(m));
    }
    return w;
}

bool moves_several(const walk& w)
{
    return std::any_of(w.moves.begin(), w.moves.end(),
                       [](const move& m) { return m.moved.size() > 1; });
}

// Whether a call moves one entry more than the one before it, and the others
// are as some call left them.
bool keeps_a_move(const walk& w)
{
    for (std::size_t c = 1; c < w.moves.size(); ++c) {
        const auto& before = w.moves[c - 1].moved;
        const auto& now = w.moves[c].moved;
        const auto left = [&](std::size_t i) {
            return std::any_of(w.moves.begin(),
                               w.moves.begin() + std::ptrdiff_t(c),
                               [&](const move& m) {
                                   return m.with[i] == w.moves[c].with[i];
                               });
        };
        if (!before.empty() && now.size() == before.size() + 1 &&
            std::includes(now.begin(), now.end(), before.begin(),
                          before.end()) &&
            std::all_of(before.begin(), before.end(), left)) {
            return true;
        }
    }
    return false;
}

// Whether every number is moved to one side, and not by several distances: with
// these, one side may do.
bool is_one_sided(const walk& w, bool up)
{
    std::map<std::size_t, std::set<double>> places;
    for (const move& m : w.moves) {
        for (const std::size_t i : m.moved) {
            places[i].insert(m.with[i]);
        }
    }
    if (std::any_of(places.begin(), places.end(),
                    [](const auto& p) { return p.second.size() > 1; })) {
        return false;
    }
    return std::all_of(w.moves.begin(), w.moves.end(), [&](const move& m) {
        return std::all_of(
            m.moved.begin(), m.moved.end(), [&](std::size_t i) {
                return up ? m.with[i] > w.from[i] : m.with[i] < w.from[i];
            });
    });
}

// Walks of an answer where several entries could be moved, or all of them.
struct walks {
    std::vector<walk> all, of_many, said_yes;
    bool wrongly_yes = false, wrongly_no = false;
};

template <class Holds>
bool in_all(const std::vector<walk>& some, Holds holds)
{
    return some.size() >= least &&
           std::all_of(some.begin(), some.end(), holds);
}

void say_of_walks(std::vector<std::string>& said, const walks& w,
                  const std::string& f, const std::string& at)
{
    std::vector<walk> far;
    std::copy_if(w.of_many.begin(), w.of_many.end(), std::back_inserter(far),
                 [](const walk& one) { return one.ever.size() > 1; });
    if (in_all(w.all, [](const walk& one) { return one.ever.empty(); })) {
        said.push_back("no number of " + at + " is ever moved");
        return;
    }
    if (in_all(far, keeps_a_move)) {
        said.push_back("what was moved is not put back before the next "
                       "number of " +
                       at + " is moved");
    } else if (in_all(w.of_many, moves_several)) {
        said.push_back(f + " is called with several numbers of " + at +
                       " moved at once");
    }
    for (const bool last : {false, true}) {
        const auto one_end = [&](const walk& one) {
            const std::size_t end = last ? one.from.size() - 1 : 0;
            return one.ever == std::set<std::size_t>{end};
        };
        if (w.wrongly_yes && in_all(w.said_yes, one_end)) {
            said.push_back(std::string("wherever the answer is yes, only "
                                       "the ") +
                           (last ? "last" : "first") + " number of " + at +
                           " was moved");
        }
    }
    for (const bool up : {true, false}) {
        if (w.wrongly_no && in_all(w.all, [&](const walk& o) {
                return is_one_sided(o, up);
            })) {
            said.push_back(
                std::string("the numbers of ") + at + " are moved " +
                (up ? "up, and never down" : "down, and never up"));
        }
    }
}

// The list that the solution calls with one entry moved at most.
const variable* walked(const scene_of_calls& s)
{
    for (const variable& v : s.given) {
        const auto w = v.is == variable::shape::list
                           ? walk_of(s.solution, v.values)
                           : std::nullopt;
        if (w && !w->ever.empty() && !moves_several(*w)) {
            return &v;
        }
    }
    return nullptr;
}

std::vector<std::string> lists_called(const scenes& all)
{
    walks w;
    std::string name;
    for (const scene_of_calls& s : all) {
        const variable* from = walked(s);
        const auto yours =
            from == nullptr ? std::nullopt : walk_of(s.yours, from->values);
        if (!yours) {
            return {};
        }
        name = from->name;
        w.wrongly_yes = w.wrongly_yes || s.wrongly_yes;
        w.wrongly_no = w.wrongly_no || s.wrongly_no;
        if (yours->moves.empty()) {
            continue;
        }
        w.all.push_back(*yours);
        if (yours->from.size() > 1) {
            w.of_many.push_back(*yours);
            if (s.yes) {
                w.said_yes.push_back(*yours);
            }
        }
    }
    std::vector<std::string> said;
    say_of_walks(said, w, all[0].solution[0].of, name);
    return said;
}

}  // namespace

std::vector<std::string> said_of_calls(const std::vector<instance>& yours,
                                       const std::vector<instance>& truth,
                                       const std::vector<instance>& solution)
{
    const scenes all = scenes_of(yours, truth, solution);
    if (all.size() < least) {
        return {};
    }
    if (always(all, [](const auto& s) { return s.yours.empty(); })) {
        return {all[0].solution[0].of + " is never called"};
    }
    auto said = numbers_called(all);
    return said.empty() ? lists_called(all) : said;
}

}  // namespace chainrule::judge
