#include "judge/crash.hpp"

#include <filesystem>
#include <sstream>

#include "judge/observation.hpp"

namespace chainrule::judge {
namespace {

namespace fs = std::filesystem;

// As ./workbook names it: "answers/03_cached_backprop.hpp" where that is its
// place in the workbook, else its whole path.
std::string shown_name(const fs::path& file)
{
    const auto folder = file.parent_path();
    return folder.filename() == "answers" &&
                   fs::exists(folder.parent_path() / "chapters" / file.stem())
               ? ("answers" / file.filename()).string()
               : file.string();
}

// "file:17" from a line that names the answer file, or nothing.
std::string place_in_answer(const std::string& line,
                            const std::string& answer_file)
{
    const std::size_t at = line.find(answer_file + ":");
    if (answer_file.empty() || at == line.npos) {
        return "";
    }
    const std::size_t number = at + answer_file.size();
    const std::size_t end = line.find_first_not_of("0123456789", number + 1);
    return shown_name(answer_file) + line.substr(number, end - number);
}

// The words of a sanitizer or of the library, and ours for them.
struct translation {
    const char* theirs;
    const char* ours;
};

std::string translated(const std::string& text,
                       std::initializer_list<translation> known)
{
    for (const translation& t : known) {
        if (text.starts_with(t.theirs)) {
            return t.ours;
        }
    }
    return text;
}

std::string of_assertion(const std::string& failed)
{
    return translated(
        failed,
        {{"__n < this->size()", "an index that is not below the size"},
         {"__n < size()", "an index that is not below the size"},
         {"__n < _Nm", "an index that is not below the size"},
         {"!this->empty()", "the front or back of what is empty"},
         {"!empty()", "the front or back of what is empty"}});
}

std::string of_address_sanitizer(const std::string& error)
{
    return translated(
        error.substr(0, error.find_first_of("(")),
        {{"SEGV on unknown address 0x000000000000 ",
          "a null pointer is followed"},
         {"SEGV", "a pointer that points to nothing is followed"},
         {"heap-buffer-overflow", "outside of the memory of a container"},
         {"stack-buffer-overflow", "outside of an array"},
         {"stack-buffer-underflow", "outside of an array"},
         {"global-buffer-overflow", "outside of an array"},
         {"heap-use-after-free",
          "memory that was given back: a reference to an element ends when "
          "its container grows or goes"},
         {"requested allocation size",
          "more memory than there is: is a size negative?"},
         {"ABRT", "abort() was called"},
         {"stack-overflow", "stack-overflow"}});
}

// What a sanitizer or the library found.
std::string complaint_in(const std::string& line)
{
    const auto behind = [&](const std::string& mark) {
        const std::size_t at = line.find(mark);
        return at == line.npos ? "" : line.substr(at + mark.size());
    };
    if (const std::string text = behind("Assertion '"); !text.empty()) {
        return of_assertion(text.substr(0, text.find('\'')));
    }
    if (const std::string text = behind("runtime error: "); !text.empty()) {
        return text;
    }
    const std::string text = behind("ERROR: AddressSanitizer: ");
    return text.empty() ? "" : of_address_sanitizer(text);
}

// A frame of a stack has the name of its function, if there was a program to
// find it.
bool lacks_names(const std::string& printed)
{
    return printed.find("    #0 0x") != printed.npos &&
           printed.find(" in ", printed.find("    #0 0x")) == printed.npos;
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
    case ending::stopped:
        return "The answer stopped its program, as raise(SIGSTOP) does.";
    case ending::too_many:
        return "It had more than " + std::to_string(limits.processes) +
               " processes at once. Does it fork?";
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
    return !complaint.empty() && lacks_names(printed)
               ? complaint + ". With llvm-symbolizer, of Debian's package "
                             "llvm, the line would be told."
               : complaint;
}

std::string what_was_thrown(const std::string& what)
{
    // "vector::_M_range_check: __n (which is 5) >= this->size() (which is 3)"
    const std::string which = "(which is ";
    const std::size_t index = what.find(which);
    const std::size_t size = what.find(which, index + 1);
    if (index != what.npos && size != what.npos) {
        const auto number = [&](std::size_t at) {
            at += which.size();
            return what.substr(at, what.find(')', at) - at);
        };
        return "It asked for the entry " + number(index) + " of " +
               number(size) + ", counted from 0.";
    }
    const bool too_long = what.find("larger than max_size()") != what.npos ||
                          what.starts_with("vector::_M_") ||
                          what == "vector::reserve";
    return too_long ? "It asked for a container larger than any can be. Is "
                      "1 taken from 0, or a size negative? " +
                          what
                    : "It threw an exception: " + what;
}

std::string first_place(const std::string& frames,
                        const std::string& answer_file)
{
    std::stringstream in(frames);
    for (std::string line; std::getline(in, line);) {
        if (const std::string place = place_in_answer(line, answer_file);
            !place.empty()) {
            return "at " + place;
        }
    }
    return "";
}

}  // namespace chainrule::judge
