#include "judge/verdict.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>

#include "judge/crash.hpp"

namespace chainrule::judge {
namespace {

std::vector<std::string> fields(const std::string& text)
{
    std::vector<std::string> parts;
    std::stringstream in(text);
    for (std::string part; std::getline(in, part, '\t');) {
        parts.push_back(part);
    }
    parts.resize(std::max<std::size_t>(parts.size(), 5));
    return parts;
}

// The claim of a case, as words.
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

void set_broken(judgement& j, const child_report& r,
                const child_limits& limits)
{
    j.found = verdict::broken;
    j.headline = what_happened(r, limits);
    const std::string found = found_by_sanitizers(r.printed);
    found.empty() ? add_printed(j, r.printed) : j.details.push_back(found);
}

// A quantity that begins with "whether" is 1 or 0 and stands for yes or no.
std::string headline_of(const difference& d)
{
    if (d.name == "an exception") {
        return "It throws an exception.";
    }
    const auto said = [&](double v) -> std::string {
        if (d.name.rfind("whether ", 0) == 0 && (v == 0 || v == 1)) {
            return v == 1 ? "yes" : "no";
        }
        const bool close = digits(d.yours) == digits(d.truth);
        return std::isnan(v) ? "not a number" : digits(v, close ? 17 : 10);
    };
    return d.name + ": yours " + said(d.yours) + ", true " + said(d.truth) +
           ".";
}

// Ask for the name of a mistake, or for what else can be said, in a child: the
// answer is run again.
diagnosis ask_for_name(const judged& chapter, const std::string& number,
                       const child_limits& limits)
{
    const child_report r = run_in_child(
        [&] {
            const diagnosis d = chapter.diagnose(number, 1);
            std::string said = d.name ? d.name->id : "";
            for (const std::string& clue : d.clues) {
                said += "\t" + clue;
            }
            return said;
        },
        limits);
    diagnosis d;
    if (r.end != ending::reported) {
        return d;
    }
    const auto said = fields(r.said);
    for (const mistake_text& m : chapter.mistakes()) {
        if (m.exercise == number && m.id == said[0]) {
            d.name = m;
        }
    }
    for (std::size_t i = 1; i < said.size() && !said[i].empty(); ++i) {
        d.clues.push_back(said[i]);
    }
    return d;
}

void set_wrong(judgement& j, const judged& chapter, const test_case& c,
               const std::vector<std::string>& found,
               const child_limits& limits)
{
    j.found = verdict::wrong;
    const diagnosis d = ask_for_name(chapter, j.exercise, limits);
    if (found[0] == "wrong") {
        j.headline =
            headline_of({found[1], std::strtod(found[2].c_str(), nullptr),
                         std::strtod(found[3].c_str(), nullptr), ""});
    } else if (found[0] == "claim" && found[1] != c.claim) {
        j.headline = "It should be " + found[1] + ".";
    } else {
        j.headline = "Not true of it: " + words(c.claim) + ".";
    }
    if (!d.name) {
        j.headline += " No known mistake matches.";
        j.details.push_back("failed: " + words(c.claim));
    } else {
        j.headline += " " + d.name->title + " [" + d.name->id + "]";
        j.mistake = d.name->id;
    }
    if (found[0] == "wrong" && !found[4].empty()) {
        j.details.push_back("with " + found[4]);
    }
    for (const std::string& clue : d.clues) {
        j.details.push_back("clue: " + clue);
    }
    if (d.name) {
        j.details.push_back("try: " + d.name->remedy);
        j.details.push_back("read: chapter " +
                            j.exercise.substr(0, j.exercise.find('.')) +
                            ", \"" + d.name->section + "\"");
    }
}

}  // namespace

const char* name_of(verdict v)
{
    switch (v) {
    case verdict::pass:
        return "PASS";
    case verdict::wrong:
        return "WRONG";
    case verdict::not_started:
        return "NOT STARTED";
    default:
        return "BROKEN";
    }
}

judgement judge_exercise(const judged& chapter, const std::string& number,
                         const std::vector<test_case>& cases,
                         const child_limits& limits)
{
    judgement j{number, verdict::pass, "", {}, ""};
    if (const std::string asked = chapter.missing(number); !asked.empty()) {
        j.found = verdict::broken;
        j.headline = "There is no function that can be called so:";
        j.details = {asked, "A name may be misspelt, or a type differ."};
        return j;
    }
    for (const test_case& c : cases) {
        const child_report r = run_case(c, limits);
        const auto found = fields(r.said);
        if (r.end != ending::reported) {
            set_broken(j, r, limits);
        } else if (found[0] == "threw") {
            j.found = verdict::broken;
            j.headline = "It threw an exception: " + found[1];
        } else if (found[0] == "not started") {
            j.found = verdict::not_started;
        } else if (found[0] != "pass") {
            set_wrong(j, chapter, c, found, limits);
            add_printed(j, r.printed);
        }
        if (j.found != verdict::pass) {
            break;
        }
    }
    return j;
}

}  // namespace chainrule::judge
