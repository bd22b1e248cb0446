// The learner's side of the workbook. `./workbook` sees to the packages and
// builds this program, and hands over to it. Its few options are taken by
// hand, because a library of options takes seconds to compile.
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

#include "workbook/commands.hpp"
#include "workbook/process.hpp"

namespace {

using namespace chainrule::workbook;

constexpr const char* usage =
    "usage: ./workbook COMMAND [WHAT]; ./workbook help lists the commands";

struct words {
    std::string command = "status", asked;
    std::vector<std::string> options;

    bool has(const std::string& option) const
    {
        return std::find(options.begin(), options.end(), option) !=
               options.end();
    }
};

std::string from_environment(const char* name, const std::string& otherwise)
{
    const char* value = std::getenv(name);
    return value == nullptr || *value == '\0' ? otherwise : value;
}

bool wants_colour()
{
    return ::isatty(STDOUT_FILENO) == 1 &&
           from_environment("NO_COLOR", "").empty() &&
           from_environment("TERM", "dumb") != "dumb";
}

// `--source FOLDER --build FOLDER`, which ./workbook gives, then the words.
words read_words(int argc, char** argv, setting& s)
{
    words w;
    std::vector<std::string> plain;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if ((word == "--source" || word == "--build") && i + 1 < argc) {
            (word == "--source" ? s.source : s.build) = argv[++i];
        } else if (word.starts_with("-")) {
            w.options.push_back(word);
        } else {
            plain.push_back(word);
        }
    }
    if (s.source.empty() || s.build.empty() || plain.size() > 2) {
        throw std::invalid_argument(usage);
    }
    w.command = plain.empty() ? w.command : plain[0];
    w.asked = plain.size() < 2 ? "" : plain[1];
    for (const std::string& option : w.options) {
        if (w.command != "check" ||
            (option != "--full" && option != "--json")) {
            throw std::invalid_argument("'" + w.command + "' has no option " +
                                        option + "\n" + usage);
        }
    }
    return w;
}

int obey(const words& w, const setting& s)
{
    const bool about_one = w.command == "hint" || w.command == "solution" ||
                           w.command == "reset" || w.command == "new";
    const bool about_none = w.command == "status" || w.command == "doctor";
    if ((about_one && w.asked.empty()) || (about_none && !w.asked.empty())) {
        throw std::invalid_argument(
            "'" + w.command + "' takes " +
            (about_none ? "no further word" : "one word more, as 3.1") +
            "\n" + usage);
    }
    return w.command == "check"      ? check(s, w.asked)
           : w.command == "watch"    ? watch(s, w.asked)
           : w.command == "hint"     ? hint(s, w.asked)
           : w.command == "solution" ? solution(s, w.asked)
           : w.command == "reset"    ? reset(s, w.asked)
           : w.command == "new"      ? new_chapter(s, w.asked)
           : w.command == "doctor"   ? doctor(s)
           : w.command == "status"
               ? status(s)
               : throw std::invalid_argument("there is no command '" +
                                             w.command + "'\n" + usage);
}

}  // namespace

int main(int argc, char** argv)
{
    try {
        setting s;
        const words w = read_words(argc, argv, s);
        s.answers = from_environment("CHAINRULE_ANSWERS",
                                     (s.source / "answers").string());
        s.answers = std::filesystem::absolute(s.answers).lexically_normal();
        s.colour = wants_colour();
        s.full = w.has("--full");
        s.json = w.has("--json");
        end_on_interrupts();
        return obey(w, s);
    } catch (const std::exception& error) {
        std::cerr << "workbook: " << error.what() << "\n";
        return 2;
    }
}
