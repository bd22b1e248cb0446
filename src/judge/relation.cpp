#include "judge/relation.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "course/text.hpp"
#include "judge/form.hpp"
#include "judge/plain_cause.hpp"

namespace chainrule::judge {
namespace {

bool is_same(double a, double b, double scale)
{
    return is_right("", a, b, scale) || (std::isnan(a) && std::isnan(b));
}

double largest(const std::vector<variable>& all)
{
    double scale = 0;
    for (const variable& v : all) {
        for (const double x : v.values) {
            scale = std::isfinite(x) && !is_count(v.name)
                        ? std::max(scale, std::abs(x))
                        : scale;
        }
    }
    return scale;
}

std::vector<std::string> names_of(const evidence& e)
{
    std::vector<std::string> names;
    for (const scene& s : e.scenes) {
        for (const variable& v : s.truth) {
            if (v.name.rfind("whether ", 0) != 0 &&
                std::find(names.begin(), names.end(), v.name) ==
                    names.end()) {
                names.push_back(v.name);
            }
        }
    }
    return names;
}

// Whether yours is wrong at half of the places at least where a mistake is.
bool is_expressed(const group& g, const std::vector<double>& mistaken)
{
    std::size_t both = 0;
    std::size_t places = 0;
    for (std::size_t s = 0; s < g.cells.size(); ++s) {
        const double size = std::abs(g.truth[s]);
        if (!is_same(mistaken[s], g.truth[s], size)) {
            ++places;
            both += is_same(g.yours[s], g.truth[s], size) ? 0 : 1;
        }
    }
    return 2 * both >= places;
}

void add(explanation& e, const std::string& label, const found& f)
{
    for (relation& r : e.relations) {
        if (r.text == f.text) {
            r.of.push_back(label);
            return;
        }
    }
    e.relations.push_back({{label}, f.text});
    e.cost += f.cost;
}

// Cells of a quantity that are not yet explained.
class open_cells {
public:
    explicit open_cells(const group& all)
    {
        for (const cell& c : all.cells) {
            open_.insert({c.scene, c.i, c.j});
        }
    }
    bool has_some_of(const group& g) const
    {
        return std::any_of(g.cells.begin(), g.cells.end(),
                           [&](const cell& c) {
                               return open_.count({c.scene, c.i, c.j}) > 0;
                           });
    }
    void close(const group& g)
    {
        for (const cell& c : g.cells) {
            open_.erase({c.scene, c.i, c.j});
        }
    }
    bool empty() const { return open_.empty(); }

private:
    std::set<std::array<std::size_t, 3>> open_;
};

}  // namespace

struct relating::state {
    const evidence& e;
    std::vector<std::pair<std::string, std::vector<group>>> quantities;
    std::vector<double> scales;  // of each scene

    // Whether two are the same in all cells of a group.
    bool agree(const group& g, const std::vector<double>& a,
               const std::vector<double>& b) const
    {
        for (std::size_t s = 0; s < g.cells.size(); ++s) {
            if (is_count(g.name)
                    ? a[s] != b[s]
                    : !is_same(a[s], b[s], scales[g.cells[s].scene])) {
                return false;
            }
        }
        return true;
    }

    bool add_quantity(explanation& all, std::vector<group>& groups,
                      const base& b) const;
};

// Explains a quantity, the largest groups first.
// \return false if the base is a mistake that yours does not show
bool relating::state::add_quantity(explanation& all,
                                   std::vector<group>& groups,
                                   const base& b) const
{
    open_cells open(groups.front());
    for (group& g : groups) {
        const auto of = values_in(g, b.values);
        const bool base_is_right = agree(g, of, g.truth);
        all.differs = all.differs || !base_is_right;
        if (b.is_mistake && !base_is_right && !is_expressed(g, of)) {
            return false;
        }
        if (!open.has_some_of(g)) {
            continue;
        }
        std::optional<found> f;
        if (agree(g, g.yours, of)) {
            f = found{};
        } else {
            explain(g, e);
            f = shortest_form(g, {of, b.called, b.degree});
        }
        if (f) {
            open.close(g);
        }
        if (f && !f->text.empty()) {
            add(all, g.label, *f);
        }
    }
    all.whole = all.whole && open.empty();
    return true;
}

relating::relating(const evidence& e) : state_(new state{e, {}, {}})
{
    for (const scene& s : e.scenes) {
        state_->scales.push_back(largest(s.truth));
    }
    for (const std::string& name : names_of(e)) {
        auto groups = groups_of(e, name);
        if (!groups.empty()) {
            state_->quantities.emplace_back(name, std::move(groups));
        }
    }
}

relating::~relating() = default;

namespace {

// "w after" is what several steps come to. Where one step is wrong ("new w"),
// and it is known how, they are wrong with it.
bool follows(const std::string& name, const explanation& so_far)
{
    return so_far.whole && course::trimmed(name).ends_with(" after") &&
           std::any_of(
               so_far.relations.begin(), so_far.relations.end(),
               [](const relation& r) { return r.of[0].starts_with("new "); });
}

}  // namespace

explanation relating::to(const base& b)
{
    explanation all;
    all.whole = true;
    for (auto& [name, groups] : state_->quantities) {
        if (follows(name, all)) {
            continue;
        }
        const auto cause =
            b.is_mistake ? std::nullopt : plain_cause(state_->e, name);
        if (cause) {
            add(all, course::trimmed(name), {*cause, 0.5});
        } else if (!state_->add_quantity(all, groups, b)) {
            all.whole = false;
            return all;
        }
    }
    return all;
}

std::vector<std::string> sentences(const explanation& e)
{
    std::vector<std::string> all;
    for (const relation& r : e.relations) {
        std::string names;
        for (const std::string& name : r.of) {
            names += (names.empty() ? "" : ", ") + name;
        }
        all.push_back(names + ": " + r.text);
    }
    return all;
}

}  // namespace chainrule::judge
