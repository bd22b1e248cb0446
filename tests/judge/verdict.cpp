#include "judge/verdict.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <sstream>

#include "judge/bind.hpp"

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

std::string what_happened(const child_report& r, const child_limits& limits)
{
    switch (r.end) {
    case ending::left:
        return "The answer ended the program, as exit() does.";
    case ending::too_long:
        return "It did not end within " +
               digits(static_cast<double>(limits.time.count()) / 1000) +
               " s. Is there a loop without an end?";
    case ending::too_large:
        return "It used more than " +
               digits(static_cast<double>(limits.memory >> 20)) +
               " MiB of memory.";
    default:
        return r.printed.find("stack-overflow") != std::string::npos
                   ? "It crashed: the stack is full. Does it call itself "
                     "for ever?"
                   : "It crashed.";
    }
}

// The answer file as the learner knows it: "answers/03_cached_backprop.hpp".
std::string short_name()
{
    const std::filesystem::path file = answer_file;
    return (file.parent_path().filename() / file.filename()).string();
}

// "file:17" from a line that names the answer file, or nothing.
std::string place_in_answer(const std::string& line)
{
    const std::size_t at = line.find(answer_file);
    if (at == line.npos) {
        return "";
    }
    const std::size_t number = at + std::string(answer_file).size();
    const std::size_t end = line.find_first_not_of("0123456789", number + 1);
    return short_name() + line.substr(number, end - number);
}

// What a sanitizer or the library found, in its own words.
std::string complaint_in(const std::string& line)
{
    const auto behind = [&](const std::string& mark) {
        const std::size_t at = line.find(mark);
        return at == line.npos ? "" : line.substr(at + mark.size());
    };
    if (const std::string text = behind("Assertion '"); !text.empty()) {
        return "outside of a container: '" + text;
    }
    if (const std::string text = behind("runtime error: "); !text.empty()) {
        return text;
    }
    const std::string text = behind("ERROR: AddressSanitizer: ");
    return text.substr(0, text.find_first_of(" ("));
}

// What was wrong, and where in the answer.
void add_sanitizer(judgement& j, const std::string& printed)
{
    std::stringstream in(printed);
    std::string complaint;
    for (std::string line; std::getline(in, line);) {
        if (complaint.empty()) {
            complaint = complaint_in(line);
        }
        const std::string place = place_in_answer(line);
        if (!complaint.empty() && !place.empty()) {
            j.details.push_back("at " + place + ": " + complaint);
            return;
        }
    }
    j.details.push_back(complaint);
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
    const bool sanitizer =
        r.printed.find("Sanitizer") != std::string::npos ||
        r.printed.find("runtime error: ") != std::string::npos;
    sanitizer ? add_sanitizer(j, r.printed) : add_printed(j, r.printed);
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

// Ask for the name of a mistake, in a child: the answer is run again.
diagnosis ask_for_name(const judged& chapter, const std::string& number,
                       const child_limits& limits)
{
    const child_report r = run_in_child(
        [&] {
            const diagnosis d = chapter.diagnose(number, 1);
            std::string said =
                d.first ? d.first->name + "\t" + digits(d.first->yours, 17) +
                              "\t" + digits(d.first->truth, 17) + "\t" +
                              d.first->probe + "\t"
                        : "\t\t\t\t";
            return said + (d.name ? d.name->id : "");
        },
        limits);
    diagnosis d;
    if (r.end != ending::reported) {
        return d;
    }
    const auto said = fields(r.said);
    if (!said[0].empty()) {
        d.first = difference{said[0], std::strtod(said[1].c_str(), nullptr),
                             std::strtod(said[2].c_str(), nullptr), said[3]};
    }
    for (const mistake_text& m : chapter.mistakes()) {
        if (m.exercise == number && m.id == said[4]) {
            d.name = m;
        }
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
    if (d.name) {
        j.details.push_back("try: " + d.name->remedy);
        j.details.push_back("read: chapter " +
                            j.exercise.substr(0, j.exercise.find('.')) +
                            ", \"" + d.name->section + "\"");
    }
}

// Text broken into lines of at most 100 columns.
std::vector<std::string> wrapped(const std::string& text,
                                 const std::string& first,
                                 const std::string& next)
{
    std::vector<std::string> lines;
    std::string line = first;
    std::istringstream in(text);
    bool empty = true;
    for (std::string word; in >> word;) {
        if (!empty && line.size() + 1 + word.size() > 100) {
            lines.push_back(line);
            line = next;
            empty = true;
        }
        line += (empty ? "" : " ") + word.substr(0, 90);
        empty = false;
    }
    lines.push_back(line);
    return lines;
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

void print(std::ostream& out, const judgement& j, bool colour)
{
    const char* paint = j.found == verdict::pass          ? "\033[32m"
                        : j.found == verdict::not_started ? "\033[33m"
                                                          : "\033[31m";
    const std::string name = name_of(j.found);
    std::vector<std::string> lines = wrapped(
        j.headline,
        j.exercise + " " + name + (j.headline.empty() ? "" : "  "), "    ");
    for (const std::string& detail : j.details) {
        const auto more = wrapped(detail, "    ", "      ");
        lines.insert(lines.end(), more.begin(), more.end());
    }
    lines.resize(std::min<std::size_t>(lines.size(), 12));
    if (colour) {
        lines[0].replace(j.exercise.size() + 1, name.size(),
                         paint + name + "\033[0m");
    }
    for (const std::string& line : lines) {
        out << line << "\n";
    }
}

}  // namespace chainrule::judge
