#include "judge/relation.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <set>

#include "course/text.hpp"
#include "judge/phrase.hpp"
#include "judge/plain_cause.hpp"

namespace chainrule::judge {
namespace {

using shape = variable::shape;

// Some entries of a quantity, which a relation has to hold for together.
struct group {
    std::string name;   // of the quantity
    std::string label;  // as it is said: "dw_i", "dw1"
    view as;
    std::vector<cell> cells;
    std::size_t drawn = 0;
    std::vector<double> yours, truth, before;
    std::vector<std::size_t> probes;
    explainers by;
    std::map<std::array<std::size_t, 5>, std::unique_ptr<product_search>>
        searches;
};

struct found {
    std::string text;
    double cost = 0;
};

// A relation that costs more says little, and may hold by chance.
constexpr double longest = 5.2;

const variable* in(const std::vector<variable>& all, const std::string& name)
{
    return find(all, name);
}

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

std::vector<double> values_in(const group& g,
                              const std::vector<std::vector<variable>>& of)
{
    std::vector<double> all;
    for (const cell& c : g.cells) {
        const variable* v = in(of[c.scene], g.name);
        all.push_back(v != nullptr && c.i < v->rows && c.j < v->cols
                          ? v->at(c.i, c.j)
                          : std::nan(""));
    }
    return all;
}

target target_of(const group& g, std::vector<double> values,
                 const std::vector<double>& from)
{
    target t{std::move(values), {}, g.probes, g.drawn};
    for (std::size_t s = 0; s < from.size(); ++s) {
        t.slack.push_back(1e-11 *
                          std::max(std::abs(from[s]), std::abs(g.yours[s])));
    }
    return t;
}

template <class Of>
std::vector<double> combined(const std::vector<double>& a,
                             const std::vector<double>& b, Of of)
{
    std::vector<double> all;
    for (std::size_t s = 0; s < a.size(); ++s) {
        all.push_back(of(a[s], b[s]));
    }
    return all;
}

// Tries one form of a relation after the other, and keeps the shortest.
class forms {
public:
    forms(group& g, const std::vector<double>& of, const base& b)
        : g_(g), of_(of), base_(b)
    {}

    std::optional<found> best()
    {
        for (const int degree : {2, base_.degree}) {
            products(degree);
            if (best_ && best_->cost <= 2.2) {
                return best_;
            }
        }
        if (base_.degree > 2) {
            two_products();
            factor_and_replaced();
        }
        return best_;
    }

private:
    using difference = std::vector<double>;

    void products(int degree)
    {
        const auto quotient = [](double a, double b) { return a / b; };
        const auto less = [](double a, double b) { return a - b; };
        const words w{g_.by.features, g_.by.constants, base_.called};
        const auto part = combined(g_.yours, of_, less);
        search(combined(g_.yours, of_, quotient), true, degree, 0,
               [&](const product& p) { return w.as_ratio(p); });
        search(part, false, degree, 0.3,
               [&](const product& p) { return w.as_difference(p); });
        search(g_.yours, false, degree, 0.4,
               [&](const product& p) { return w.as_value(p); });
        search(combined(part, of_, quotient), true, degree, 0.5,
               [&](const product& p) { return w.as_replaced(p); });
        if (!g_.before.empty()) {
            const auto step = combined(g_.before, g_.yours, less);
            const auto right = combined(g_.before, of_, less);
            search(combined(step, right, quotient), true, degree, 0.1,
                   [&](const product& p) { return w.as_step_ratio(p); });
            search(step, false, degree, 0.5,
                   [&](const product& p) { return w.as_step(p); });
            search(combined(part, right, quotient), true, degree, 0.6,
                   [&](const product& p) { return w.as_step_replaced(p); });
        }
        search(
            combined(g_.yours, of_, [](double a, double b) { return a + b; }),
            false, std::min(degree, 3), 0.8,
            [&](const product& p) { return w.as_sum_with_negative(p); });
        search(combined(g_.yours, of_,
                        [](double a, double b) { return a - 2 * b; }),
               false, std::min(degree, 2), 1,
               [&](const product& p) { return w.as_sum_with(2, p); });
        search(combined(g_.yours, of_,
                        [](double a, double b) { return a - b / 2; }),
               false, std::min(degree, 2), 1,
               [&](const product& p) { return w.as_sum_with(0.5, p); });
    }

    void two_products()
    {
        const words w{g_.by.features, g_.by.constants, base_.called};
        const auto part =
            combined(g_.yours, of_, [](double a, double b) { return a - b; });
        search_two(part, of_, 0.8, [&](const product& p, const product& q) {
            return w.as_differences(p, q);
        });
        search_two(g_.yours, of_, 1, [&](const product& p, const product& q) {
            return w.as_values(p, q);
        });
        if (!g_.before.empty()) {
            step_by_rate(w);
        }
        // Another number in the place of one of the lesson.
        for (const double factor : {1.0, -1.0, 2.0, 0.5}) {
            const auto ratio =
                combined(g_.yours, of_, [&](double a, double b) {
                    return a / (factor * b) - 1;
                });
            for (std::size_t f = 0; f < g_.by.features.size(); ++f) {
                const feature& v = g_.by.features[f];
                if (v.cost > 1.05) {
                    continue;
                }
                const auto change =
                    combined(ratio, v.values,
                             [](double a, double b) { return a * b; });
                search_two(change, v.values, factor == 1 ? 1 : 1.4,
                           [&](const product& p, const product& q) {
                               return w.as_replaced(factor, f, p, q);
                           });
            }
        }
    }

    void step_by_rate(const words& w)
    {
        for (const auto* some : {&g_.by.features, &g_.by.constants}) {
            for (const feature& f : *some) {
                if (f.name != "rate") {
                    continue;
                }
                const auto step =
                    combined(g_.before, g_.yours,
                             [](double a, double b) { return a - b; });
                search_two(combined(step, f.values,
                                    [](double a, double b) { return a / b; }),
                           g_.before, 1,
                           [&](const product& p, const product& q) {
                               return w.as_step_by_rate(p, q);
                           });
            }
        }
    }

    // A factor too many or too few, and another number in the place of one.
    void factor_and_replaced()
    {
        const words w{g_.by.features, g_.by.constants, base_.called};
        for (const double factor : {-1.0, 2.0, 0.5}) {
            search(combined(g_.yours, of_,
                            [&](double a, double b) {
                                return a / (factor * b) - 1;
                            }),
                   true, 2, 0.9, [&](const product& p) {
                       return w.as_replaced(digits(factor), p);
                   });
        }
        for (const feature& f : g_.by.features) {
            if (f.cost > 1.05) {
                continue;
            }
            const auto ratio = combined(
                g_.yours, of_, [](double a, double b) { return a / b; });
            search(combined(ratio, f.values,
                            [](double a, double b) { return a / b - 1; }),
                   true, 2, 1.5, [&](const product& p) {
                       return w.as_replaced(f.name, p);
                   });
            search(combined(ratio, f.values,
                            [](double a, double b) { return a * b - 1; }),
                   true, 2, 1.5, [&](const product& p) {
                       return w.as_replaced("1 / " + f.name, p);
                   });
        }
    }

    // A ratio has no slack of its own; where its parts are noise it fails.
    template <class Say>
    void search(const std::vector<double>& values, bool ratio, int degree,
                double more, Say say)
    {
        target t = target_of(g_, values, of_);
        if (ratio) {
            std::fill(t.slack.begin(), t.slack.end(), 1e-11);
        }
        const product_search* s = search_for(t, ratio);
        if (s == nullptr) {
            return;
        }
        if (const auto p = s->explain(t, degree)) {
            keep(say(*p), p->cost + more);
        }
    }

    template <class Say>
    void search_two(const std::vector<double>& values,
                    const std::vector<double>& from, double more, Say say)
    {
        target t = target_of(g_, values, from);
        for (std::size_t k = 0; k < t.slack.size(); ++k) {
            t.slack[k] += 1e-11 * std::abs(values[k]);
        }
        const product_search* s = search_for(t, false);
        if (s == nullptr) {
            return;
        }
        if (const auto two = s->explain_by_two(t)) {
            keep(say(two->first, two->second), two->cost + more);
        }
    }

    void keep(const std::string& text, double cost)
    {
        if (!text.empty() && cost <= longest &&
            (!best_ || cost < best_->cost)) {
            best_ = found{text, cost};
        }
    }

    // Where a ratio is not a number it cannot be tested.
    const product_search* search_for(target& t, bool ratio)
    {
        if (ratio) {
            drop_untestable(t);
        }
        const auto sites = telling_sites(t, g_.by.features);
        if (!sites) {
            return nullptr;
        }
        auto& kept = g_.searches[*sites];
        if (kept == nullptr) {
            kept = std::make_unique<product_search>(g_.by.features, *sites);
        }
        return kept.get();
    }

    // 0 / 0 is whatever a relation makes of it; other divisions by 0 are not.
    void drop_untestable(target& t) const
    {
        for (std::size_t s = 0; s < t.values.size(); ++s) {
            if (std::isnan(t.values[s]) && std::isfinite(g_.yours[s]) &&
                std::isfinite(of_[s])) {
                t.untestable.push_back(s);
            }
        }
    }

    group& g_;
    const std::vector<double>& of_;
    const base& base_;
    std::optional<found> best_;
};

}  // namespace

struct relating::state {
    const evidence& e;
    std::vector<std::string> names;
    std::map<std::string, std::vector<group>> groups;

    explicit state(const evidence& from);
    void add_groups(const std::string& name);
    void add_group(const std::string& name, const std::string& label, view as,
                   const std::vector<cell>& cells);
};

relating::state::state(const evidence& from) : e(from)
{
    for (const scene& s : e.scenes) {
        for (const variable& v : s.truth) {
            if (v.name.rfind("whether ", 0) != 0 &&
                std::find(names.begin(), names.end(), v.name) ==
                    names.end()) {
                names.push_back(v.name);
            }
        }
    }
    for (const std::string& name : names) {
        add_groups(name);
    }
}

void relating::state::add_group(const std::string& name,
                                const std::string& label, view as,
                                const std::vector<cell>& cells)
{
    const auto drawn =
        std::count_if(cells.begin(), cells.end(),
                      [&](const cell& c) { return c.scene < e.drawn; });
    if (drawn < 8) {
        return;
    }
    group g;
    g.drawn = static_cast<std::size_t>(drawn);
    g.name = name;
    g.label = label;
    g.as = as;
    g.cells = cells;
    g.yours = values_in(g, e.yours);
    std::vector<std::vector<variable>> truth;
    const std::string prior =
        name.rfind("new ", 0) == 0 ? name.substr(4) : "";
    for (const cell& c : cells) {
        const scene& s = e.scenes[c.scene];
        g.truth.push_back(in(s.truth, name)->at(c.i, c.j));
        g.probes.push_back(s.probe);
        const variable* v = prior.empty() ? nullptr : in(s.told, prior);
        if (v != nullptr && c.i < v->rows && c.j < v->cols) {
            g.before.push_back(v->at(c.i, c.j));
        } else if (v == nullptr && c.scene >= e.drawn) {
            g.before.push_back(std::nan(""));
        }
    }
    if (g.before.size() != cells.size()) {
        g.before.clear();
    }
    groups[name].push_back(std::move(g));
}

void relating::state::add_groups(const std::string& name)
{
    std::vector<cell> all, but_first, but_last, first, last;
    std::set<std::pair<std::size_t, std::size_t>> sizes;
    shape is = shape::number;
    for (std::size_t s = 0; s < e.scenes.size(); ++s) {
        const variable* v = in(e.scenes[s].truth, name);
        if (v == nullptr) {
            continue;
        }
        if (s < e.drawn) {
            is = v->is;
            sizes.insert({v->rows, v->cols});
        } else if (v->is != is) {
            continue;
        }
        for (std::size_t i = 0; i < v->rows; ++i) {
            for (std::size_t j = 0; j < v->cols; ++j) {
                const std::size_t at = is == shape::table ? i : j;
                const std::size_t end =
                    (is == shape::table ? v->rows : v->cols) - 1;
                const cell c{s, i, j};
                all.push_back(c);
                (at == 0 ? first : but_first).push_back(c);
                (at == end ? last : but_last).push_back(c);
            }
        }
    }
    const std::string plain = course::trimmed(name);
    if (is == shape::number) {
        add_group(name, plain, view::one, all);
        return;
    }
    const bool table = is == shape::table;
    const view as = table ? view::table : view::list;
    const std::string label = plain + (table ? "(i, j)" : "_i");
    const std::string row = table ? "row" : "i";
    add_group(name, label, as, all);
    add_group(name, label + " for all but the first " + row, as, but_first);
    add_group(name, label + " for all but the last " + row, as, but_last);
    if (sizes.size() == 1 && !table) {
        for (std::size_t k = 0; k < sizes.begin()->second; ++k) {
            std::vector<cell> one;
            std::copy_if(all.begin(), all.end(), std::back_inserter(one),
                         [&](const cell& c) { return c.j == k; });
            const variable* v = in(e.scenes[all[0].scene].truth, name);
            add_group(name, v->entries[k], view::one, one);
        }
        return;
    }
    add_group(name, label + " for the first " + row, as, first);
    add_group(name, label + " for the last " + row, as, last);
}

relating::relating(const evidence& e) : state_(new state(e)) {}

relating::~relating()
{
    delete state_;
}

namespace {

// Whether a quantity is the same in all cells of a group.
bool is_same(const group& g, const std::vector<double>& a,
             const std::vector<double>& b, const std::vector<double>& scale)
{
    for (std::size_t s = 0; s < g.cells.size(); ++s) {
        if (is_count(g.name)
                ? a[s] != b[s]
                : !is_same(a[s], b[s], scale[g.cells[s].scene])) {
            return false;
        }
    }
    return true;
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

void add(explanation& e, const std::string& label, const std::string& text)
{
    for (relation& r : e.relations) {
        if (r.text == text) {
            r.of.push_back(label);
            return;
        }
    }
    e.relations.push_back({{label}, text});
}

}  // namespace

explanation relating::to(const base& b)
{
    explanation all;
    all.whole = true;
    std::vector<double> scale;
    for (const scene& s : state_->e.scenes) {
        scale.push_back(largest(s.truth));
    }
    std::map<std::string, double> costs;
    for (const std::string& name : state_->names) {
        if (b.called == "the true one") {
            if (const auto cause = plain_cause(state_->e, name)) {
                add(all, course::trimmed(name), *cause);
                costs[*cause] = 0.5;
                continue;
            }
        }
        std::set<std::array<std::size_t, 3>> open;
        for (group& g : state_->groups[name]) {
            const auto of = values_in(g, b.values);
            const bool as_base = is_same(g, g.yours, of, scale);
            const bool base_is_right = is_same(g, of, g.truth, scale);
            if (!base_is_right && b.called != "the true one" &&
                !is_expressed(g, of)) {
                all.whole = false;
                return all;
            }
            all.differs = all.differs || !base_is_right;
            const auto key = [](const cell& c) {
                return std::array<std::size_t, 3>{c.scene, c.i, c.j};
            };
            if (&g == &state_->groups[name].front()) {
                for (const cell& c : g.cells) {
                    open.insert(key(c));
                }
            }
            const bool fresh = std::any_of(
                g.cells.begin(), g.cells.end(),
                [&](const cell& c) { return open.count(key(c)); });
            if (!fresh) {
                continue;
            }
            std::optional<found> f;
            if (as_base) {
                f = found{};
            } else {
                if (g.by.features.empty() && g.by.constants.empty()) {
                    g.by = explainers_of(state_->e.scenes, g.cells, g.drawn,
                                         g.name, g.as);
                }
                f = forms(g, of, b).best();
            }
            if (!f) {
                continue;
            }
            for (const cell& c : g.cells) {
                open.erase(key(c));
            }
            if (!f->text.empty() || !base_is_right) {
                add(all, g.label, f->text);
                costs[f->text] = f->cost;
            }
        }
        all.whole = all.whole && open.empty();
    }
    for (const auto& [text, cost] : costs) {
        all.cost += cost;
    }
    return all;
}

std::vector<std::string> sentences(const explanation& e)
{
    std::vector<std::string> all;
    for (const relation& r : e.relations) {
        if (r.text.empty()) {
            continue;
        }
        std::string names;
        for (const std::string& name : r.of) {
            names += (names.empty() ? "" : ", ") + name;
        }
        all.push_back(names + ": " + r.text);
    }
    return all;
}

}  // namespace chainrule::judge
