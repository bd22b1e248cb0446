#include "judge/mutants/told.hpp"

#include <algorithm>
#include <set>

#include "course/text.hpp"

namespace chainrule::mutants {

using judge::is_near;

namespace {

// Changes that give the same.
struct group {
    const outcome* gave;
    std::set<std::string> faults;
    bool clear = true;
};

group& group_of(const outcome& o, std::vector<group>& all)
{
    for (group& g : all) {
        if (is_near(g.gave->gave, o.gave)) {
            g.clear = g.clear && is_near(g.gave->gave_again, o.gave_again);
            return g;
        }
    }
    all.push_back({&o, {}});
    return all.back();
}

bool is_shorter(const std::string& a, const std::string& b)
{
    return a.size() != b.size() ? a.size() < b.size() : a < b;
}

}  // namespace

std::vector<told_change> worth_telling(const std::string& exercise,
                                       const std::vector<mutant>& all,
                                       const std::vector<outcome>& found)
{
    constexpr std::size_t most = 3;
    std::vector<group> groups;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (found[i].how != ending::wrong || found[i].gave.empty()) {
            continue;
        }
        if (all[i].file == "mistakes.md") {
            group_of(found[i], groups).clear = false;
        } else if (all[i].file == "solutions.hpp") {
            group_of(found[i], groups).faults.insert(all[i].fault);
        }
    }
    std::vector<told_change> told;
    for (const group& g : groups) {
        if (g.clear && !g.faults.empty() && g.faults.size() <= most) {
            told.push_back({exercise,
                            *std::min_element(g.faults.begin(),
                                              g.faults.end(), is_shorter),
                            g.gave->gave});
        }
    }
    return told;
}

std::string row_of(const told_change& t)
{
    return t.exercise + "\t" + t.fault + "\t" + judge::text_of(t.gave) + "\n";
}

std::vector<told_change> read_changes(const std::filesystem::path& file)
{
    std::vector<told_change> all;
    if (!std::filesystem::exists(file)) {
        return all;
    }
    for (const course::line& l : course::read_lines(file)) {
        const std::size_t first = l.text.find('\t');
        const std::size_t second = l.text.find('\t', first + 1);
        all.push_back({l.text.substr(0, first),
                       l.text.substr(first + 1, second - first - 1),
                       judge::fingerprint_from(l.text.substr(second + 1))});
    }
    return all;
}

}  // namespace chainrule::mutants
