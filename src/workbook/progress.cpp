#include "workbook/progress.hpp"

#include <cstdint>
#include <cstdlib>
#include <sstream>

#include "course/files.hpp"
#include "course/text.hpp"

namespace chainrule::workbook {
namespace {

std::filesystem::path file_of(const std::filesystem::path& answers)
{
    return answers / ".progress";
}

}  // namespace

progress load_progress(const std::filesystem::path& answers)
{
    progress p;
    if (!std::filesystem::is_regular_file(file_of(answers))) {
        return p;
    }
    for (const std::string& line :
         course::lines_of(course::read_file(file_of(answers)))) {
        std::istringstream in(line);
        std::string kind, of, value;
        std::getline(in, kind, '\t');
        std::getline(in, of, '\t');
        std::getline(in, value);
        if (kind == "verdict") {
            if (const auto known = course::verdict_named(value)) {
                p.verdicts[of] = *known;
            }
        } else if (kind == "hints") {
            p.hints[of] = std::atoi(value.c_str());
        } else if (kind == "judged") {
            p.judged[of] = value;
        }
    }
    return p;
}

void save_progress(const std::filesystem::path& answers, const progress& p)
{
    std::string text;
    for (const auto& [exercise, verdict] : p.verdicts) {
        text += "verdict\t" + exercise + "\t" + course::word(verdict) + "\n";
    }
    for (const auto& [exercise, taken] : p.hints) {
        text += "hints\t" + exercise + "\t" + std::to_string(taken) + "\n";
    }
    for (const auto& [chapter, mark] : p.judged) {
        text += "judged\t" + chapter + "\t" + mark + "\n";
    }
    course::write_file(file_of(answers), text);
}

std::optional<course::verdict>
progress::verdict_on(const std::string& e) const
{
    const auto found = verdicts.find(e);
    return found == verdicts.end() ? std::nullopt
                                   : std::optional(found->second);
}

next_exercise next_of(const progress& p,
                      const std::vector<std::string>& exercises)
{
    std::string fresh;
    for (const std::string& number : exercises) {
        const auto v = p.verdict_on(number);
        if (v == course::verdict::wrong || v == course::verdict::broken) {
            return {number, true};
        }
        if (v != course::verdict::pass && fresh.empty()) {
            fresh = number;
        }
    }
    return {fresh, false};
}

std::string mark_of(const std::string& text)
{
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    }
    return std::to_string(hash);
}

}  // namespace chainrule::workbook
