#include "workbook/progress.hpp"

#include <cstdint>
#include <cstdlib>
#include <sstream>

#include "course/files.hpp"
#include "workbook/text.hpp"

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
    for (const std::string& line : lines_of(read_file(file_of(answers)))) {
        std::istringstream in(line);
        std::string kind, of, value;
        std::getline(in, kind, '\t');
        std::getline(in, of, '\t');
        std::getline(in, value);
        if (kind == "verdict") {
            p.verdicts[of] = value;
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
        text += "verdict\t" + exercise + "\t" + verdict + "\n";
    }
    for (const auto& [exercise, taken] : p.hints) {
        text += "hints\t" + exercise + "\t" + std::to_string(taken) + "\n";
    }
    for (const auto& [chapter, mark] : p.judged) {
        text += "judged\t" + chapter + "\t" + mark + "\n";
    }
    write_file(file_of(answers), text);
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
