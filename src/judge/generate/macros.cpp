#include "judge/generate/macros.hpp"

#include <cctype>
#include <set>

namespace chainrule::generate {

std::string without_macros(const std::string& text)
{
    std::set<std::string> names;
    const auto belongs = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t begin = at;
        while (at < text.size() && belongs(text[at])) {
            ++at;
        }
        names.insert(text.substr(begin, at - begin));
    }
    // These cannot be macros, or are those of the library.
    for (const char* name :
         {"and", "and_eq", "assert", "bitand", "bitor", "compl", "defined",
          "errno", "not", "not_eq", "or", "or_eq", "stderr", "stdin",
          "stdout", "xor", "xor_eq"}) {
        names.erase(name);
    }
    std::string lines;
    for (const std::string& name : names) {
        if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') {
            lines += "#undef " + name + "\n";
        }
    }
    return lines;
}

}  // namespace chainrule::generate
