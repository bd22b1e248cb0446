#include "judge/mutants/answers.hpp"

#include <algorithm>
#include <set>

#include "judge/mutants/code.hpp"

namespace chainrule::mutants {
namespace {

std::set<std::string> names_in(const std::string& text)
{
    std::set<std::string> all;
    for (const token& t : code(text).tokens) {
        if (t.kind == token::name) {
            all.insert(t.text);
        }
    }
    return all;
}

}  // namespace

answers::answers(const std::filesystem::path& file)
{
    const generate::source s = generate::read_source(file);
    includes_ = s.includes;
    generate::piece whole = s.before;
    for (const generate::piece& part : s.parts) {
        whole.lines.insert(whole.lines.end(), part.lines.begin(),
                           part.lines.end());
    }
    const auto end = std::find_if(
        whole.lines.begin(), whole.lines.end(), [](const std::string& line) {
            return line.starts_with("}  // namespace");
        });
    whole.lines.erase(end, whole.lines.end());
    for (const generate::declaration& d : generate::declarations_of(whole)) {
        std::string text;
        for (const std::string& line : d.text.lines) {
            text += line + "\n";
        }
        all_.push_back({d.name, text});
    }
}

std::vector<answers::definition>
answers::needed_for(const std::vector<std::string>& names) const
{
    std::set<std::string> needed(names.begin(), names.end());
    for (std::size_t before = 0; before != needed.size();) {
        before = needed.size();
        for (const definition& d : all_) {
            if (d.name.empty() || needed.count(d.name) > 0) {
                needed.merge(names_in(d.text));
            }
        }
    }
    std::vector<definition> found;
    std::copy_if(all_.begin(), all_.end(), std::back_inserter(found),
                 [&](const definition& d) {
                     return d.name.empty() || needed.count(d.name) > 0;
                 });
    return found;
}

}  // namespace chainrule::mutants
