#include "weave/inserts.hpp"

#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <stdexcept>

#include "course/files.hpp"
#include "weave/picture.hpp"
#include "weave/quote.hpp"

namespace chainrule::weave {

namespace fs = std::filesystem;

inserts::inserts(const page_sources& from, const run& run,
                 const references& known, page_text& page, problems& found)
    : from_(from), run_(run), known_(known), page_(page), found_(found)
{}

std::string inserts::prose(const line& l, const std::string& text)
{
    return inline_markup({{l.file, l.number, text}}, known_, found_);
}

// A block of text under a small label.
void inserts::labelled(const std::string& kind, const std::string& label,
                       const std::string& language, const std::string& text)
{
    page_.html("<div class=\"" + kind + "\"><p class=\"label\">" +
               escape_html(label) + "</p>");
    page_.fence(language, text);
    page_.html("</div>");
}

void inserts::output(const line& l, const std::string& name)
{
    const weave::output* section = run_.find(name);
    if (section == nullptr) {
        found_.add(l,
                   "the run printed no section '" + name +
                       "'; it printed: " + boost::join(run_.names(), ", "));
        return;
    }
    std::string text;
    for (const std::string& printed : section->lines) {
        text += printed + "\n";
    }
    labelled("output", "Output", "unparsed", text);
    shown_.insert(name);
}

void inserts::picture(const line& l, const std::string& name,
                      const std::string& svg, const std::string& caption,
                      const std::string& alternative)
{
    page_.html("<figure class=\"figure\">" +
               inline_svg(svg, name, alternative) + "<figcaption>");
    page_.paragraph(prose(l, caption));
    page_.html("</figcaption></figure>");
}

void inserts::figure(const line& l, const std::string& text)
{
    const auto parts = split(text, '|');
    if (parts.size() != 3 || boost::trim_copy(parts[2]).empty()) {
        found_.add(l, "expected '@figure NAME | caption | alternative "
                      "text that states the finding'");
        return;
    }
    const std::string name = boost::trim_copy(parts[0]);
    const fs::path file = from_.figures / (name + ".svg");
    if (!fs::exists(file)) {
        found_.add(l, "the run drew no figure '" + name +
                          "'; it drew: " + boost::join(drawn(), ", "));
        return;
    }
    drawn_.insert(name);
    picture(l, name, course::read_file(file), boost::trim_copy(parts[1]),
            boost::trim_copy(parts[2]));
}

// A place for a script, which shows nothing without one. The values are
// those that the script must come to as well; docs/check/browser.sh asks.
void inserts::interactive(const line& l, const std::string& text)
{
    const auto parts = split(text, '|');
    if (parts.size() != 3) {
        found_.add(l, "expected '@interactive NAME | what to do | keys "
                      "of values; ...'");
        return;
    }
    std::string values;
    for (const std::string& key : split(parts[2], ';')) {
        try {
            values += (values.empty() ? "" : ", ") +
                      json(boost::trim_copy(key)) + ": " +
                      json(run_.value(boost::trim_copy(key)));
        } catch (const std::invalid_argument& error) {
            found_.add(l, error.what());
        }
    }
    page_.html("<div class=\"try-it\" data-name=\"" +
               escape_html(boost::trim_copy(parts[0])) + "\" data-values=\"" +
               escape_html("{" + values + "}") +
               "\" hidden><p class=\"label\">Try it</p>");
    page_.paragraph(prose(l, boost::trim_copy(parts[1])));
    page_.html("</div>");
}

std::vector<std::string> inserts::drawn() const
{
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(from_.figures)) {
        if (entry.path().extension() == ".svg") {
            names.insert(entry.path().stem().string());
        }
    }
    return {names.begin(), names.end()};
}

void inserts::graph(const line& l, const std::string& text,
                    const std::vector<line>& statements)
{
    const auto parts = split(values_in({l.file, l.number, text}), '|');
    if (parts.size() != 2 || boost::trim_copy(parts[1]).empty()) {
        found_.add(l, "expected '@graph caption | alternative text', "
                      "statements of dot, and '@endgraph'");
        return;
    }
    std::string all;
    for (const line& statement : statements) {
        all += boost::trim_copy(statement.text).starts_with("@lines{")
                   ? lines_of(statement)
                   : values_in(statement) + "\n";
    }
    try {
        picture(l, "graph-" + std::to_string(++graphs_), draw_graph(all),
                boost::trim_copy(parts[0]), boost::trim_copy(parts[1]));
    } catch (const std::runtime_error& error) {
        found_.add(l, error.what());
    }
}

// "@lines{section}": a program may write a graph itself.
std::string inserts::lines_of(const line& l)
{
    const std::string text = boost::trim_copy(l.text);
    const std::string name = text.substr(7, text.find('}') - 7);
    const weave::output* section = run_.find(name);
    if (section == nullptr) {
        found_.add(l,
                   "the run printed no section '" + name +
                       "'; it printed: " + boost::join(run_.names(), ", "));
        return "";
    }
    return boost::join(section->lines, "\n") + "\n";
}

// A line with what the run printed in the place of @value{key}.
std::string inserts::values_in(const line& l)
{
    std::string text = l.text;
    const std::string open = "@value{";
    for (std::size_t at = 0; (at = text.find(open, at)) != text.npos;) {
        const std::size_t end = text.find('}', at);
        const std::size_t key = at + open.size();
        try {
            text.replace(at, end - at + 1,
                         run_.value(text.substr(key, end - key)));
        } catch (const std::invalid_argument& error) {
            found_.add(l, error.what());
            break;
        }
    }
    return text;
}

std::size_t inserts::source(const line& l, const std::string& text)
{
    const std::size_t hash = text.find('#');
    if (!text.starts_with("@source{") || text.back() != '}' ||
        hash == text.npos) {
        found_.add(l, "expected '@source{path#name}'");
        return 0;
    }
    const std::string path = text.substr(8, hash - 8);
    const std::string name = text.substr(hash + 1, text.size() - hash - 2);
    try {
        const std::string piece = quote(from_.src / path, name);
        labelled("source", "src/" + path, "cpp", piece);
        return course::lines_of(piece).size();
    } catch (const std::exception& error) {
        found_.add(l, error.what());
        return 0;
    }
}

void inserts::refuse_what_is_not_shown()
{
    for (const weave::output& section : run_.sections()) {
        if (shown_.count(section.name) == 0 && !section.lines.empty()) {
            found_.add(section.heading, "the section '" + section.name +
                                            "' is printed but never "
                                            "shown; add '// @output " +
                                            section.name + "'");
        }
    }
    for (const std::string& name : drawn()) {
        if (drawn_.count(name) == 0) {
            found_.add({(from_.figures / (name + ".svg")).string(), 1, ""},
                       "the figure '" + name +
                           "' is drawn but never shown; add '// @figure " +
                           name + " | ...'");
        }
    }
}

}  // namespace chainrule::weave
