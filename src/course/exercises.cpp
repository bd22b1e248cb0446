#include "course/exercises.hpp"

namespace chainrule::course {
namespace {

namespace fs = std::filesystem;

// The lines of one exercise below its heading, from a file that is cut so.
class cut_file {
public:
    cut_file(const fs::path& file, const std::string& heading)
        : lines_(read_lines(file))
    {
        std::vector<std::string> texts;
        for (const line& l : lines_) {
            texts.push_back(l.text);
        }
        parts_ = parts_of(texts, heading);
    }

    const std::vector<part>& parts() const { return parts_; }
    const line& heading(const part& p) const { return lines_[p.first]; }

    std::vector<line> below(const part& p) const
    {
        const auto begin = lines_.begin();
        return {begin + static_cast<std::ptrdiff_t>(p.first + 1),
                begin + static_cast<std::ptrdiff_t>(p.last)};
    }

    std::vector<line> below(const std::string& number) const
    {
        const part* p = find(parts_, number);
        return p == nullptr ? std::vector<line>{} : below(*p);
    }

private:
    std::vector<line> lines_;
    std::vector<part> parts_;
};

// "1. text", and what goes on below it, as one line each.
std::vector<line> numbered(const std::vector<line>& lines)
{
    std::vector<line> items;
    for (const line& l : lines) {
        const std::string text = trimmed(l.text);
        const std::string next = std::to_string(items.size() + 1) + ". ";
        if (text.starts_with(next)) {
            items.push_back({l.file, l.number, text.substr(next.size())});
        } else if (!text.empty() && !items.empty()) {
            items.back().text += " " + text;
        }
    }
    return items;
}

}  // namespace

std::vector<part> parts_of(const std::vector<std::string>& lines,
                           const std::string& heading)
{
    std::vector<part> parts;
    bool open = false;
    const auto close = [&](std::size_t i) {
        if (open) {
            parts.back().last = i;
        }
        open = false;
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].starts_with(heading)) {
            close(i);
            const std::string text = trimmed(lines[i].substr(heading.size()));
            const std::size_t space = text.find(' ');
            const std::string title =
                space == text.npos ? "" : text.substr(space + 1);
            parts.push_back({text.substr(0, space), title, i, 0});
            open = true;
        } else if (lines[i].starts_with("}  // namespace")) {
            close(i);
        }
    }
    close(lines.size());
    return parts;
}

const part* find(const std::vector<part>& all, const std::string& number)
{
    for (const part& p : all) {
        if (p.number == number) {
            return &p;
        }
    }
    return nullptr;
}

std::vector<exercise> read_exercises(const fs::path& chapter)
{
    if (!fs::exists(chapter / "exercises.hpp")) {
        return {};
    }
    const cut_file contracts(chapter / "exercises.hpp", "// ## ");
    const cut_file hints(chapter / "hints.md", "## ");
    const cut_file solutions(chapter / "solutions.hpp", "// ## ");
    std::vector<exercise> all;
    for (const part& p : contracts.parts()) {
        all.push_back({p.number, p.title, contracts.heading(p),
                       contracts.below(p), numbered(hints.below(p.number)),
                       solutions.below(p.number)});
    }
    return all;
}

}  // namespace chainrule::course
