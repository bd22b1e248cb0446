#include "course/mistakes.hpp"

#include <algorithm>
#include <sstream>
#include <stdexcept>

#include "course/files.hpp"
#include "course/text.hpp"

namespace chainrule::course {
namespace {

// Reads one line after the other, and knows what a text line continues.
class reader {
public:
    explicit reader(std::string file) : file_(std::move(file)) {}

    void read(const std::string& line)
    {
        ++number_;
        if (line.starts_with("## ")) {
            begin(line.substr(3));
        } else if (line.starts_with("-") || line.starts_with("+")) {
            add_code(line[0], line.substr(1));
        } else if (const std::string text = trimmed(line); !text.empty()) {
            add_text(text);
        }
    }

    std::vector<named_mistake> end()
    {
        complete();
        return std::move(all_);
    }

private:
    [[noreturn]] void fail(std::size_t line, const std::string& what) const
    {
        throw std::runtime_error(file_ + ":" + std::to_string(line) + ": " +
                                 what);
    }

    void begin(const std::string& heading)
    {
        complete();
        const std::size_t space = heading.find(' ');
        const std::size_t open = heading.find(" (");
        const std::size_t close = heading.rfind(')');
        if (space >= open || close == heading.npos || close < open) {
            fail(number_, "'" + heading +
                              "' is no exercise, name and section, as '3.1 "
                              "own-weight (One walk back)'");
        }
        named_mistake m;
        m.line = number_;
        m.exercise = heading.substr(0, space);
        m.id = heading.substr(space + 1, open - space - 1);
        m.section = heading.substr(open + 2, close - open - 2);
        all_.push_back(m);
        text_ = &all_.back().title;
    }

    void add_text(const std::string& line)
    {
        if (all_.empty()) {
            return;  // what stands before the first is for the reader
        }
        named_mistake& m = all_.back();
        std::string text = line;
        if (const std::string mark = "Try:"; text.starts_with(mark)) {
            text = trimmed(text.substr(mark.size()));
            text_ = &m.remedy;
        }
        *text_ += (text_->empty() ? "" : " ") + text;
    }

    // A line that is taken away behind one that was added begins a new hunk.
    void add_code(char sign, const std::string& line)
    {
        if (all_.empty()) {
            fail(number_, "a line of code before the first mistake");
        }
        auto& hunks = all_.back().hunks;
        if (hunks.empty() || (sign == '-' && !hunks.back().wrong.empty())) {
            hunks.push_back({number_, {}, {}});
        }
        (sign == '-' ? hunks.back().right : hunks.back().wrong)
            .push_back(line);
    }

    void complete() const
    {
        if (all_.empty()) {
            return;
        }
        const named_mistake& m = all_.back();
        const auto need = [&](bool there, const char* what) {
            if (!there) {
                fail(m.line, "the mistake " + m.exercise + " " + m.id +
                                 " has no " + what);
            }
        };
        need(!m.title.empty(), "sentence that says what is wrong");
        need(!m.remedy.empty(), "'Try:'");
        need(!m.hunks.empty(), "line that begins with '-'");
        for (const hunk& h : m.hunks) {
            if (h.right.empty()) {
                fail(h.line, "a line is added that takes no other's place; "
                             "give its neighbour after '-' as well");
            }
        }
        const auto same = std::count_if(
            all_.begin(), all_.end(), [&](const named_mistake& other) {
                return other.exercise == m.exercise && other.id == m.id;
            });
        if (same > 1) {
            fail(m.line, m.exercise + " has two mistakes named " + m.id);
        }
    }

    std::string file_;
    std::size_t number_ = 0;
    std::vector<named_mistake> all_;
    std::string* text_ = nullptr;
};

}  // namespace

std::vector<named_mistake> read_mistakes(const std::filesystem::path& file)
{
    reader r(file.string());
    std::istringstream in(read_file(file));
    for (std::string line; std::getline(in, line);) {
        r.read(line);
    }
    return r.end();
}

std::size_t place_of(const hunk& h, const std::vector<std::string>& lines,
                     const std::string& where)
{
    std::size_t found = 0;
    std::size_t place = 0;
    for (std::size_t i = 0; i + h.right.size() <= lines.size(); ++i) {
        bool same = true;
        for (std::size_t k = 0; same && k < h.right.size(); ++k) {
            same = trimmed(lines[i + k]) == trimmed(h.right[k]);
        }
        if (same) {
            place = i;
            ++found;
        }
    }
    if (found != 1) {
        throw std::runtime_error(
            where + ":" + std::to_string(h.line) + ": '" +
            trimmed(h.right.front()) + "' stands " +
            (found == 0 ? "nowhere" : std::to_string(found) + " times") +
            " in that part of solutions.hpp; give lines that stand there "
            "once");
    }
    return place;
}

}  // namespace chainrule::course
