#include "workbook/digest.hpp"

#include <algorithm>
#include <cctype>

#include "course/text.hpp"

namespace chainrule::workbook {
namespace {

// "FILE:LINE:COLUMN: error: MESSAGE"
struct diagnostic {
    std::string place;  // "17:5"; nothing if it is in another file
    std::string message;
    std::vector<std::string> code;  // the line of source and its marker
};

constexpr std::size_t columns = 100;
constexpr const char* digit = "0123456789";

// The place behind the bracket that closes the one before `at`.
std::size_t behind_bracket(const std::string& text, std::size_t at)
{
    for (int depth = 1; at < text.size(); ++at) {
        depth += text[at] == '<' ? 1 : text[at] == '>' ? -1 : 0;
        if (depth == 0) {
            return at + 1;
        }
    }
    return at;
}

// Erase what begins and ends so, wherever it stands.
void erase_all(std::string& text, const std::string& begin,
               const std::string& end)
{
    for (std::size_t at = 0; (at = text.find(begin, at)) != text.npos;) {
        const std::size_t last = text.find(end, at + begin.size());
        text.erase(at, last == text.npos ? last : last + end.size() - at);
    }
}

// "(& w)->std::vector<double>::operator[](i)" is what a learner writes as
// w[i].
std::string with_plain_indices(std::string text)
{
    const std::string called = "::operator[](";
    for (std::size_t at = 0; (at = text.find("(& ", at)) != text.npos;) {
        const std::size_t name_end = text.find(")->", at);
        const std::size_t call = text.find(called, at);
        const std::size_t index = call + called.size();
        const std::size_t end = text.find(')', index);
        if (name_end == text.npos || call == text.npos || end == text.npos ||
            text.find("(& ", at + 1) < call) {
            ++at;
            continue;
        }
        const std::string plain = text.substr(at + 3, name_end - at - 3) +
                                  "[" + text.substr(index, end - index) + "]";
        text.replace(at, end + 1 - at, plain);
    }
    return text;
}

// Types as a learner writes them: no allocators, no second names.
std::string with_plain_types(std::string text)
{
    erase_all(text, " {aka ", "}");
    erase_all(text, " (aka '", "')");
    erase_all(text, " [with _Tp = ", "]");
    const std::string element = "__gnu_cxx::__alloc_traits<";
    const std::string allocator = "std::allocator<";
    for (std::size_t at = 0; (at = text.find(element)) != text.npos;) {
        std::size_t end = behind_bracket(text, at + element.size());
        const std::size_t inner = at + element.size() + allocator.size();
        const std::string type =
            inner < end
                ? text.substr(inner, behind_bracket(text, inner) - 1 - inner)
                : "";
        const std::string member = "::value_type";
        end +=
            text.compare(end, member.size(), member) == 0 ? member.size() : 0;
        text.replace(at, end - at, type);
    }
    const std::string second = ", " + allocator;
    for (std::size_t at = 0; (at = text.find(second, at)) != text.npos;) {
        text.erase(at, behind_bracket(text, at + second.size()) - at);
    }
    text = course::replaced(std::move(text), "std::__cxx11::", "std::");
    text = course::replaced(std::move(text), "basic_string<char>", "string");
    return course::replaced(std::move(text), " >", ">");
}

// A message is kept whole, because its point may stand at its end; of one that
// is longer than any compiler's own words, both ends are.
std::vector<std::string> message_lines(const std::string& message)
{
    constexpr std::size_t most = 900;
    const std::string text =
        message.size() <= most
            ? message
            : message.substr(0, most / 2) + " ... " +
                  message.substr(message.size() - most / 2);
    std::vector<std::string> lines;
    for (const std::string& line :
         course::wrapped(with_plain_indices(with_plain_types(text)), "",
                         "      ", columns)) {
        for (std::size_t at = 0; at < line.size(); at += columns) {
            lines.push_back(line.substr(at, columns));
        }
    }
    return lines;
}

// "17:5" if a line says that it is about the file.
std::string place_in(const std::string& line, const std::string& file)
{
    const std::size_t at = line.find(file + ":");
    if (at == line.npos) {
        return "";
    }
    const std::string rest = line.substr(at + file.size() + 1);
    const std::size_t end = rest.find_first_not_of(digit);
    if (end == 0 || end >= rest.size() || rest[end] != ':') {
        return rest.substr(0, end);
    }
    const std::size_t column = rest.find_first_not_of(digit, end + 1);
    return rest.substr(0, column == end + 1 ? end : column);
}

// g++ writes source behind its number, and a bar.
bool is_source(const std::string& line)
{
    const std::size_t number = line.find_first_not_of(' ');
    const std::size_t behind = line.find_first_not_of(digit, number);
    const std::size_t bar = line.find_first_not_of(' ', behind);
    return bar != line.npos && line[bar] == '|';
}

// clang shows the source as it is, and a marker below.
bool is_marker(const std::string& line)
{
    const std::string text = course::trimmed(line);
    return !text.empty() && text.find_first_not_of("^~ ") == text.npos;
}

// The line of source and its marker, with the marker within the columns.
std::vector<std::string> source_behind(const std::vector<std::string>& lines,
                                       std::size_t i)
{
    const bool gnu = i + 1 < lines.size() && is_source(lines[i + 1]);
    const bool clang = i + 2 < lines.size() && is_marker(lines[i + 2]);
    if (!gnu && !clang) {
        return {};
    }
    const std::string marker = i + 2 < lines.size() ? lines[i + 2] : "";
    const std::size_t at = marker.find('^');
    const std::size_t left =
        at == marker.npos || at < columns ? 0 : at - columns / 2;
    std::vector<std::string> shown;
    for (const std::string& line : {lines[i + 1], marker}) {
        shown.push_back(line.substr(std::min(left, line.size()), columns));
    }
    return shown;
}

// The place in the file that an error elsewhere comes from: named by "required
// from" before it, or by a note behind it.
std::string nearest_place(const std::vector<std::string>& lines,
                          std::size_t error, const std::string& file)
{
    for (std::size_t i = error; i-- > 0;) {
        if (lines[i].find("error: ") != std::string::npos) {
            break;
        }
        const bool leads =
            lines[i].find("required") != std::string::npos ||
            lines[i].find("In instantiation") != std::string::npos;
        if (const std::string place = place_in(lines[i], file);
            leads && !place.empty()) {
            return place;
        }
    }
    for (std::size_t i = error + 1; i < lines.size(); ++i) {
        if (lines[i].find("error: ") != std::string::npos) {
            break;
        }
        if (const std::string place = place_in(lines[i], file);
            !place.empty()) {
            return place;
        }
    }
    return "";
}

// The note that has the point of an error, which may be far below it: two
// types that had to be one, or a number of arguments.
std::string point_of(const std::vector<std::string>& lines, std::size_t error,
                     const std::string& file)
{
    if (lines[error].find("no matching function") == std::string::npos) {
        return "";
    }
    for (std::size_t i = error + 1; i < lines.size(); ++i) {
        if (lines[i].find("error: ") != std::string::npos) {
            break;
        }
        const std::size_t note = lines[i].find("note: ");
        if (note == std::string::npos) {
            continue;
        }
        const std::string text = lines[i].substr(note + 6);
        const std::size_t conflict = text.find("deduced conflicting types");
        if (conflict != text.npos) {
            return ": " + text.substr(conflict);
        }
        const std::size_t number = std::min(text.find("candidate expects"),
                                            text.find(": requires "));
        if (lines[i].starts_with(file + ":") && number != text.npos &&
            text.find(" provided", number) != text.npos) {
            return ": " +
                   text.substr(text[number] == ':' ? number + 2 : number);
        }
    }
    return "";
}

// A function that is named and not called.
std::string missing_call(const std::string& message)
{
    return message.find("<unresolved overloaded function type>") !=
                   std::string::npos
               ? ". Is a () missing?"
               : "";
}

// All that have to do with the file, each place once: a template is compiled
// for several types.
std::vector<diagnostic> diagnostics(const std::vector<std::string>& lines,
                                    const std::string& file)
{
    std::vector<diagnostic> all;
    const auto add = [&](diagnostic d) {
        const bool known =
            std::any_of(all.begin(), all.end(), [&](const auto& other) {
                return other.place == d.place;
            });
        if (!known) {
            all.push_back(std::move(d));
        }
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::size_t at = lines[i].find("error: ");
        if (at == std::string::npos) {
            continue;
        }
        std::string message = lines[i].substr(at + 7);
        message += point_of(lines, i, file) + missing_call(message);
        if (lines[i].starts_with(file + ":")) {
            add({place_in(lines[i], file), message, source_behind(lines, i)});
        } else if (const std::string place = nearest_place(lines, i, file);
                   !place.empty()) {
            add({place, message, {}});
        }
    }
    return all;
}

bool has_second_main(const std::string& said)
{
    const auto lines = course::lines_of(said);
    return std::any_of(
        lines.begin(), lines.end(), [](const std::string& line) {
            const std::size_t twice =
                std::min(line.find("duplicate symbol"),
                         line.find("multiple definition"));
            const std::size_t at = line.rfind("main");
            const std::string ends = " '`\"";
            return twice != line.npos && at != line.npos && twice < at &&
                   ends.find(line[at - 1]) != ends.npos &&
                   (at + 4 == line.size() ||
                    std::isalnum(static_cast<unsigned char>(line[at + 4])) ==
                        0);
        });
}

}  // namespace

std::vector<std::string> digest(const std::string& said,
                                const std::string& file,
                                const std::string& name, std::size_t most)
{
    const auto all = diagnostics(course::lines_of(said), file);
    std::vector<std::string> shown;
    if (all.empty() && has_second_main(said)) {
        return {name + ": it has a main, and the judge has one already."};
    }
    const std::string refused = "error: the answer includes ";
    if (const std::size_t at = said.find(refused); at != said.npos) {
        const std::size_t begin = at + refused.size();
        return message_lines(name + ": it includes " +
                             said.substr(begin, said.find('\n', at) - begin) +
                             ".");
    }
    if (said.find("error: the compiler waited for ") != said.npos) {
        return message_lines(name +
                             ": its compiler waited, and nothing came. "
                             "Does it include what is no file?");
    }
    if (all.empty() &&
        said.find("internal compiler error: Segm") != said.npos) {
        return message_lines(name +
                             ": the compiler crashed on it. Is something "
                             "nested very deeply?");
    }
    if (all.empty() && is_beyond_limits(said)) {
        return message_lines(
            name + ": it takes more than 30 s of processor time, 4 GB of "
                   "memory or a "
                   "file of 200 MB to compile. Do templates ask for "
                   "each other without an end?");
    }
    std::size_t count = 0;
    for (const diagnostic& d : all) {
        auto lines = message_lines(name + ":" + d.place + ": " + d.message);
        lines.insert(lines.end(), d.code.begin(), d.code.end());
        if (count > 0 && shown.size() + lines.size() > most - 1) {
            break;
        }
        shown.insert(shown.end(), lines.begin(), lines.end());
        ++count;
    }
    if (count < all.size()) {
        shown.push_back(std::to_string(all.size() - count) +
                        " more; --full shows everything.");
    }
    return shown;
}

bool is_beyond_limits(const std::string& said)
{
    for (const char* sign :
         {"CPU time limit exceeded", "File size limit exceeded",
          "out of memory", "memory exhausted", "bad_alloc",
          "error: the compiler waited for "}) {
        if (said.find(sign) != said.npos) {
            return true;
        }
    }
    return false;
}

bool has_error_in(const std::string& said, const std::string& file)
{
    const auto lines = course::lines_of(said);
    return std::any_of(lines.begin(), lines.end(),
                       [&](const std::string& line) {
                           return line.starts_with(file + ":") &&
                                  line.find("error: ") != line.npos;
                       });
}

std::vector<std::string> warnings(const std::string& said,
                                  const std::string& file,
                                  const std::string& name, std::size_t most)
{
    std::vector<std::string> known, shown;  // places, and lines
    for (const std::string& line : course::lines_of(said)) {
        const std::size_t at = line.find("warning: ");
        if (at == std::string::npos || !line.starts_with(file + ":") ||
            known.size() == most) {
            continue;
        }
        const std::string place = place_in(line, file);
        if (std::find(known.begin(), known.end(), place) == known.end()) {
            known.push_back(place);
            const auto lines =
                message_lines(name + ":" + place + ": " + line.substr(at));
            shown.insert(shown.end(), lines.begin(), lines.end());
        }
    }
    return shown;
}

}  // namespace chainrule::workbook
