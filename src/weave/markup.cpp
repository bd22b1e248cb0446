#include "weave/markup.hpp"

#include <algorithm>
#include <array>
#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/replace.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <cctype>

namespace chainrule::weave {
namespace {

constexpr std::array inline_words = {"value", "chapter", "proved"};
constexpr std::array doxygen_commands = {"note", "warning", "remark",
                                         "attention", "ref"};

bool is_word(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

bool is_digit(char c)
{
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

std::string in_one_line(const std::string& text)
{
    return boost::replace_all_copy(text, "\n", " ");
}

// How far a line is indented that begins with the mark of a list's item, as
// "1. ", "1) " or "- "; npos if it does not.
std::size_t item_indent(const std::string& text)
{
    const std::size_t indent = text.find_first_not_of(' ');
    if (indent == text.npos) {
        return text.npos;
    }
    std::size_t at = indent;
    while (at < text.size() && is_digit(text[at])) {
        ++at;
    }
    const bool mark =
        at < text.size() &&
        std::string(at > indent ? ".)" : "-+*").find(text[at]) !=
            std::string::npos;
    return mark && text.compare(at + 1, 1, " ") == 0 ? indent : text.npos;
}

// Walks over a paragraph once and writes what Doxygen shall read.
class writer {
public:
    writer(const std::vector<line>& paragraph, const references& known,
           problems& found)
        : lines_(paragraph), known_(known), found_(found)
    {
        for (const line& l : paragraph) {
            text_ += (text_.empty() ? "" : "\n") + l.text;
        }
    }

    std::string write()
    {
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c == '`') {
                code();
            } else if (c == '$') {
                math();
            } else if (c == '@') {
                command();
            } else {
                character(c);
            }
        }
        return out_;
    }

private:
    const line& here() const
    {
        const auto before =
            static_cast<std::ptrdiff_t>(std::min(at_, text_.size()));
        const auto count =
            std::count(text_.begin(), text_.begin() + before, '\n');
        return lines_[static_cast<std::size_t>(count)];
    }

    // Doubled, because a single backtick lets an apostrophe end the span.
    void code()
    {
        const std::size_t end = text_.find('`', at_ + 1);
        if (end == text_.npos) {
            found_.add(here(), "a code span has no closing `");
            at_ = text_.size();
            return;
        }
        out_ += "``" + text_.substr(at_ + 1, end - at_ - 1) + "``";
        at_ = end + 1;
    }

    void math()
    {
        const bool display =
            std::string_view(text_).substr(at_).starts_with("$$");
        const std::string fence = display ? "$$" : "$";
        const std::size_t begin = at_ + fence.size();
        const std::size_t end = text_.find(fence, begin);
        if (end == text_.npos) {
            found_.add(here(), "a formula has no closing " + fence);
            at_ = text_.size();
            return;
        }
        const std::string formula = with_values(begin, end);
        out_ +=
            display ? "\\f[" + formula + "\\f]" : "\\f$" + formula + "\\f$";
        at_ = end + fence.size();
    }

    std::string with_values(std::size_t begin, std::size_t end)
    {
        std::string formula;
        for (at_ = begin; at_ < end;) {
            if (text_.compare(at_, 7, "@value{") == 0) {
                formula += value(braced(7));
            } else {
                formula += text_[at_++];
            }
        }
        return formula;
    }

    void command()
    {
        std::size_t end = at_ + 1;
        while (end < text_.size() && is_word(text_[end])) {
            ++end;
        }
        const std::string word = text_.substr(at_ + 1, end - at_ - 1);
        const std::size_t length = end + 1 - at_;
        if (end < text_.size() && text_[end] == '{' && word == "value") {
            for (const char c : value(braced(length))) {
                put(c);
            }
        } else if (end < text_.size() && text_[end] == '{' &&
                   word == "chapter") {
            out_ += link(braced(length));
        } else if (end < text_.size() && text_[end] == '{' &&
                   word == "proved") {
            prove(braced(length));
        } else if (is_doxygen_command(word)) {
            out_ += "@" + word;
            at_ = end;
        } else {
            if (!word.empty()) {
                found_.add(here(), "unknown directive @" + word +
                                       "; known are " + known_directives());
            }
            out_ += "\\@" + word;
            at_ = end;
        }
    }

    // The text up to the closing brace; moves behind it.
    std::string braced(std::size_t opening)
    {
        where_ = here();
        const std::size_t begin = at_ + opening;
        const std::size_t end = text_.find('}', begin);
        if (end == text_.npos) {
            found_.add(here(), "a directive has no closing }");
            at_ = text_.size();
            return "";
        }
        at_ = end + 1;
        return in_one_line(text_.substr(begin, end - begin));
    }

    std::string value(const std::string& key)
    {
        try {
            return known_.printed.value(key);
        } catch (const std::invalid_argument& error) {
            found_.add(where_, error.what());
            return "";
        }
    }

    std::string link(const std::string& name)
    {
        if (const course::chapter* c = find(known_.chapters, name)) {
            return "\\ref " + c->id() + " \"" + c->numbered_title() + "\"";
        }
        std::vector<std::string> names;
        for (const course::chapter& c : known_.chapters) {
            names.push_back(c.name);
        }
        found_.add(where_, "there is no chapter '" + name +
                               "'; the syllabus has " +
                               boost::join(names, ", "));
        return "";
    }

    // The mark stands close to its sentence.
    void prove(const std::string& test)
    {
        try {
            if (known_.proved == nullptr) {
                throw std::invalid_argument(
                    "a heading is no sentence that a test proves; write "
                    "@proved{" +
                    test + "} behind one");
            }
            const std::string mark = known_.proved->prove(test, out_);
            boost::trim_right(out_);
            out_ += mark;
        } catch (const std::invalid_argument& error) {
            found_.add(where_, error.what());
        }
    }

    void character(char c)
    {
        const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
        if (c == '<') {
            out_ += "&lt;";
        } else if ((c == '\\' || c == '#') && is_word(next)) {
            out_ += std::string("\\") + c;
        } else {
            put(c);
        }
        ++at_;
    }

    // A number and a full stop at the begin of a line would make a list of a
    // sentence, and the number would be lost.
    void put(char c)
    {
        if ((c == ' ' || c == '\n') && only_a_number_stands_before() &&
            !begins_item()) {
            out_.insert(out_.size() - 1, "\\");
        }
        out_ += c;
    }

    // As "12." or "12)", and nothing else on its line.
    bool only_a_number_stands_before() const
    {
        const std::string now =
            boost::trim_left_copy(out_.substr(out_.rfind('\n') + 1));
        return now.size() > 1 && (now.back() == '.' || now.back() == ')') &&
               std::all_of(now.begin(), now.end() - 1, is_digit);
    }

    // A paragraph is a list if it begins as one. A value is no item's number.
    bool begins_item() const
    {
        const std::size_t indent = item_indent(here().text);
        return indent != std::string::npos &&
               indent == item_indent(lines_.front().text);
    }

    const std::vector<line>& lines_;
    const references& known_;
    problems& found_;
    std::string text_;
    std::size_t at_ = 0;
    std::string out_;
    line where_;
};

}  // namespace

bool is_doxygen_command(const std::string& word)
{
    return std::find(doxygen_commands.begin(), doxygen_commands.end(),
                     word) != doxygen_commands.end();
}

bool is_inline_directive(const std::string& word)
{
    return std::find(inline_words.begin(), inline_words.end(), word) !=
           inline_words.end();
}

std::string inline_directives()
{
    std::string known;
    for (const char* word : inline_words) {
        known += (known.empty() ? "@" : ", @") + std::string(word) + "{}";
    }
    for (const char* command : doxygen_commands) {
        known += std::string(", @") + command;
    }
    return known;
}

std::string inline_markup(const std::vector<line>& paragraph,
                          const references& known, problems& found)
{
    return writer(paragraph, known, found).write();
}

}  // namespace chainrule::weave
