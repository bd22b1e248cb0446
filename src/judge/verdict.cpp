#include "judge/verdict.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>

#include "course/exercises.hpp"
#include "course/files.hpp"
#include "course/text.hpp"
#include "judge/crash.hpp"
#include "judge/diagnosis.hpp"
#include "judge/plumbing.hpp"

namespace chainrule::judge {
namespace {

constexpr std::uint64_t seeds = 20;

// The name of a question is a claim.
std::string words(std::string claim)
{
    std::replace(claim.begin(), claim.end(), '_', ' ');
    return claim;
}

void add_printed(judgement& j, const std::string& printed)
{
    std::stringstream in(printed);
    std::string line;
    for (int count = 0; count < 5 && std::getline(in, line); ++count) {
        j.details.push_back("printed: " + line.substr(0, 80));
    }
}

// How an answer came to an end without a reply, and where.
struct crash {
    std::string what, where;
};

crash crash_of(const answered& a, const rules& r)
{
    return a.end == ending::replied
               ? crash{what_was_thrown(a.said.what),
                       first_place(a.said.where, r.answer_file)}
               : crash{what_happened(a, r.limits),
                       found_by_sanitizers(a.printed, r.answer_file)};
}

void set_broken(judgement& j, const answered& a, const rules& r)
{
    const auto [what, where] = crash_of(a, r);
    j.found = verdict::broken;
    j.headline = what;
    if (!where.empty()) {
        j.details.push_back(where);
    }
    if (where.empty() || a.end == ending::replied) {
        add_printed(j, a.printed);
    }
}

// A quantity that begins with "whether" is 1 or 0 and stands for yes or no.
std::string headline_of(const difference& d)
{
    const auto said = [&](double v) -> std::string {
        if (d.name.starts_with("whether ") && (v == 0 || v == 1)) {
            return v == 1 ? "yes" : "no";
        }
        const bool close = digits(d.yours) == digits(d.truth);
        return std::isnan(v) ? "not a number" : digits(v, close ? 17 : 10);
    };
    return d.name + ": yours " + said(d.yours) + ", true " + said(d.truth) +
           ".";
}

void set_wrong(judgement& j, const difference& d)
{
    j.found = verdict::wrong;
    j.headline = headline_of(d);
    if (!d.probe.empty()) {
        j.details.push_back("with " + d.probe);
    }
}

// One line about a crash, beside a value that is wrong.
void add_crash(judgement& j, const std::string& where, const crash& c)
{
    j.details.push_back("crashed: " + where + ". " + c.what +
                        (c.where.empty() ? "" : " " + c.where));
}

// What is wrong of that which it gave before it came to its end.
std::optional<difference> wrong_before_the_end(std::vector<instance> gave,
                                               std::vector<instance> truth)
{
    if (gave.empty() || !has_names_of(gave, truth)) {
        return std::nullopt;
    }
    truth.resize(gave.size());
    truth.back().values.resize(gave.back().values.size());
    return first_difference(gave, truth);
}

// Its end does not hide a value that was wrong before.
void judge_end(judgement& j, const question& q, std::uint64_t seed,
               subject& who, const answered& a, const rules& r)
{
    const bool goes_on = a.end == ending::crashed || a.end == ending::left ||
                         a.end == ending::too_long;
    const auto gave = goes_on
                          ? who.given_before_the_end(j.exercise, q.name, seed)
                          : a.said.instances;
    if (const auto d = wrong_before_the_end(
            gave,
            own_code("truth").ask(j.exercise, q.name, seed).said.instances)) {
        set_wrong(j, *d);
        add_crash(j, "further on in the same question", crash_of(a, r));
    } else {
        set_broken(j, a, r);
    }
}

judgement judge_reply(const std::string& number, const question& q,
                      std::uint64_t seed, subject& who, const rules& r)
{
    judgement j{number, verdict::pass, "", {}, "", false};
    answered a = who.ask(number, q.name, seed);
    if (a.end != ending::replied || a.said.end == outcome::threw) {
        judge_end(j, q, seed, who, a, r);
        return j;
    }
    if (a.said.end == outcome::not_started) {
        j.found = verdict::not_started;
        return j;
    }
    const auto truth =
        own_code("truth").ask(number, q.name, seed).said.instances;
    if (const auto d = first_difference(a.said.instances, truth)) {
        set_wrong(j, *d);
        add_printed(j, a.printed);
    } else if (!has_names_of(a.said.instances, truth)) {
        a.end = ending::garbled;
        set_broken(j, a, r);
    }
    return j;
}

// "Title. [id] At once: title. [id]".
std::string named(const std::vector<const mistake*>& all)
{
    std::string text;
    for (const mistake* m : all) {
        text += text.empty() ? " " : " And at once: ";
        text += std::string(m->title) + " [" + m->id + "]";
    }
    return text;
}

// What the file of an answer has for an exercise, without its comments.
std::string code_of(const std::string& exercise, const rules& r)
{
    if (r.answer_file.empty() || !std::filesystem::exists(r.answer_file)) {
        return "";
    }
    const auto lines = course::lines_of(course::read_file(r.answer_file));
    const auto parts = course::parts_of(lines);
    const course::part* p = course::find(parts, exercise);
    std::string code;
    for (std::size_t i = p == nullptr ? 0 : p->first;
         p != nullptr && i < p->last; ++i) {
        code += lines[i].substr(0, lines[i].find("//")) + "\n";
    }
    for (std::size_t at; (at = code.find("/*")) != code.npos;) {
        const std::size_t end = code.find("*/", at + 2);
        code.erase(at, end == code.npos ? end : end + 2 - at);
    }
    return code;
}

void add_where_to_read(std::vector<std::string>& more, const diagnosis& d)
{
    auto read = d.names;
    if (d.like != nullptr) {
        read.push_back(d.like);
    }
    for (const mistake* m : read) {
        more.push_back(std::string("try: ") + m->remedy);
        more.push_back(std::string("read: \"") + m->section + "\", " +
                       m->page);
    }
}

void add_diagnosis(judgement& j, const question& q, subject& who,
                   const rules& r)
{
    const diagnosis d =
        diagnose({j.exercise, code_of(j.exercise, r), r.hidden}, who);
    std::vector<std::string> more;
    j.headline += named(d.names);
    for (const mistake* m : d.names) {
        j.mistake += (j.mistake.empty() ? "" : "+") + std::string(m->id);
    }
    j.related = d.whole && !d.relations.empty();
    if (d.change != nullptr) {
        j.change = d.change->fault;
        more.push_back("found: what a right answer gives with " + j.change +
                       ".");
    }
    const bool crashed =
        std::any_of(j.details.begin(), j.details.end(),
                    [](const auto& s) { return s.starts_with("crashed:"); });
    if (d.end && !crashed) {
        add_crash(j, "in another question, " + words(d.ended_in),
                  crash_of(*d.end, r));
    }
    if (d.names.empty() && !d.whole) {
        j.headline += d.end ? "" : " No known mistake matches.";
        more.push_back("failed: " + words(q.name));
    }
    // A message has twelve lines.
    constexpr std::size_t most = 4;
    for (std::size_t i = 0; i < std::min(most, d.relations.size()); ++i) {
        more.push_back("found: " + d.relations[i] + ".");
    }
    for (const std::string& said : d.calls) {
        more.push_back("calls: " + said + ".");
    }
    for (const std::string& clue : d.clues) {
        more.push_back("clue: " + clue);
    }
    add_where_to_read(more, d);
    const auto printed =
        std::find_if(j.details.begin(), j.details.end(),
                     [](const auto& s) { return s.starts_with("printed:"); });
    j.details.insert(printed, more.begin(), more.end());
}

judgement judge_all_seeds(const std::string& number, const question& q,
                          subject& who, const rules& r)
{
    judgement j{number, verdict::pass, "", {}, "", false};
    const std::uint64_t last = q.drawn == nullptr ? 1 : seeds;
    for (std::uint64_t seed = 1; j.found == verdict::pass && seed <= last;
         ++seed) {
        j = judge_reply(number, q, seed, who, r);
    }
    return j;
}

}  // namespace

judgement judge_question(const std::string& number,
                         const std::string& question, subject& who,
                         const rules& r)
{
    const player& truth = *find_player(number, "truth");
    return judge_all_seeds(number, *find_question(truth, question), who, r);
}

judgement judge_exercise(const std::string& number, subject& who,
                         const rules& r)
{
    judgement j{number, verdict::pass, "", {}, "", false};
    for (const question& q : find_player(number, "truth")->questions) {
        j = judge_all_seeds(number, q, who, r);
        if (j.found == verdict::wrong) {
            add_diagnosis(j, q, who, r);
        }
        if (j.found != verdict::pass) {
            break;
        }
    }
    return j;
}

}  // namespace chainrule::judge
