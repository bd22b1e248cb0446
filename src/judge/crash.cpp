#include "judge/crash.hpp"

#include <filesystem>
#include <sstream>

#include "judge/observation.hpp"

namespace chainrule::judge {
namespace {

// As ./workbook names it: "answers/03_cached_backprop.hpp" where that is its
// place in the workbook, else its whole path.
std::string shown_name(const std::filesystem::path& file)
{
    const auto folder = file.parent_path();
    return folder.filename() == "answers" &&
                   std::filesystem::exists(folder.parent_path() / "chapters" /
                                           file.stem())
               ? ("answers" / file.filename()).string()
               : file.string();
}

// "file:17" from a line that names the answer file, or nothing.
std::string place_in_answer(const std::string& line,
                            const std::string& answer_file)
{
    const std::size_t at = line.find(answer_file);
    if (answer_file.empty() || at == line.npos) {
        return "";
    }
    const std::size_t number = at + answer_file.size();
    const std::size_t end = line.find_first_not_of("0123456789", number + 1);
    return shown_name(answer_file) + line.substr(number, end - number);
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

}  // namespace

std::string what_happened(const answered& a, const process_limits& limits)
{
    switch (a.end) {
    case ending::garbled:
        return "What came back from it is not what was asked for. Does it "
               "write to what is not its own?";
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
        return a.printed.find("stack-overflow") != std::string::npos
                   ? "It crashed: the stack is full. Does it call itself "
                     "for ever?"
                   : "It crashed.";
    }
}

std::string found_by_sanitizers(const std::string& printed,
                                const std::string& answer_file)
{
    std::stringstream in(printed);
    std::string complaint;
    for (std::string line; std::getline(in, line);) {
        if (complaint.empty()) {
            complaint = complaint_in(line);
        }
        const std::string place = place_in_answer(line, answer_file);
        if (!complaint.empty() && !place.empty()) {
            return "at " + place + ": " + complaint;
        }
    }
    return complaint;
}

}  // namespace chainrule::judge
