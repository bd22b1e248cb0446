#include "judge/generate/unseen.hpp"

#include <map>
#include <sstream>
#include <stdexcept>

#include "course/files.hpp"
#include "course/text.hpp"

namespace chainrule::generate {
namespace {

unseen_answer headed(const std::string& heading, const std::string& where)
{
    std::istringstream in(heading.substr(3));
    unseen_answer a;
    in >> a.exercise >> a.id;
    for (std::string word; in >> word;) {
        a.words += (a.words.empty() ? "" : " ") + word;
    }
    if (!a.words.starts_with("wrong") && !a.words.starts_with("right")) {
        throw std::runtime_error(where + ": '" + heading +
                                 "' is no '## 3.1 id wrong one'");
    }
    return a;
}

}  // namespace

std::vector<unseen_answer> read_unseen(const std::filesystem::path& file)
{
    std::vector<unseen_answer> all;
    std::map<std::string, std::size_t> of_exercise;
    bool in_code = false;
    std::size_t number = 0;
    for (const std::string& line :
         course::lines_of(course::read_file(file))) {
        ++number;
        const std::string where =
            file.string() + ":" + std::to_string(number);
        if (line.starts_with("## ") && !in_code) {
            all.push_back(headed(line, where));
            all.back().counted = of_exercise[all.back().exercise]++ % 2 == 1;
        } else if (line.starts_with("```")) {
            in_code = !in_code;
            if (in_code && !all.empty()) {
                all.back().line = number + 1;
            }
        } else if (all.empty()) {
            continue;
        } else if (in_code) {
            all.back().code += line + "\n";
        } else if (!course::trimmed(line).empty()) {
            std::string& text = all.back().sentence;
            text += (text.empty() ? "" : " ") + course::trimmed(line);
        }
    }
    if (in_code) {
        throw std::runtime_error(file.string() +
                                 ": the last code has no end");
    }
    return all;
}

}  // namespace chainrule::generate
