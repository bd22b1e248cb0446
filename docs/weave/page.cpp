#include "weave/page.hpp"

#include <set>
#include <utility>

#include "weave/exercises.hpp"
#include "weave/markup.hpp"
#include "weave/page_text.hpp"
#include "weave/picture.hpp"
#include "weave/quote.hpp"
#include "weave/source.hpp"

namespace chainrule::weave {
namespace {

namespace fs = std::filesystem;

// A directive that opens a box, the one that divides it, and the last one;
// what the box and its fold are called on the page.
struct box {
    std::string opens, divides, closes;
    std::string label, fold;
};

const box boxes[] = {
    {"predict", "answer", "endpredict", "Predict", "Answer"},
    {"question", "solution", "endquestion", "Question", "Answer"}};

class weaver {
public:
    explicit weaver(const page_sources& from)
        : from_(from), run_(from.run),
          chapters_(read_syllabus(from.syllabus, from.chapter.parent_path())),
          self_(chapter_of(from, chapters_)), page_(self_),
          exercises_(read_exercises(from.chapter, found_))
    {}

    woven_page weave()
    {
        for (const char* ending : {".hpp", ".cpp"}) {
            const fs::path file = from_.chapter / (self_.stem() + ending);
            blocks(read_lines(file));
        }
        end_box();
        refuse_what_is_not_shown();
        refuse_hidden_exercises();
        found_.raise();
        page_.end(chapters_);
        return {page_.markdown(), page_.search()};
    }

private:
    static const chapter& chapter_of(const page_sources& from,
                                     const std::vector<chapter>& all)
    {
        const std::string name = from.chapter.filename().string();
        if (const chapter* c = find(all, name)) {
            return *c;
        }
        throw std::runtime_error(from.syllabus.string() +
                                 ":1: the syllabus has no chapter '" + name +
                                 "'");
    }

    // ------------------------------------------------------------- blocks

    void blocks(const std::vector<line>& lines)
    {
        for (const block& b : cut(lines)) {
            b.prose ? prose(b.lines) : code(b.lines);
        }
    }

    void code(const std::vector<line>& lines)
    {
        std::string text;
        for (const line& l : lines) {
            text += l.text + "\n";
        }
        page_.fence("cpp", text);
    }

    void prose(std::vector<line> lines)
    {
        for (at_ = 0; at_ < lines.size();) {
            const std::string& text = lines[at_].text;
            if (trim(text).empty()) {
                ++at_;
            } else if (starts_with(text, "#")) {
                heading(lines[at_++]);
            } else if (!directive(lines)) {
                paragraph(lines);
            }
        }
    }

    void paragraph(const std::vector<line>& lines)
    {
        std::vector<line> all;
        while (at_ < lines.size() && !trim(lines[at_].text).empty() &&
               (all.empty() || !is_directive(lines[at_].text))) {
            all.push_back(lines[at_++]);
        }
        const std::string text =
            inline_markup(all, {run_, chapters_}, found_);
        page_.paragraph(text);
    }

    void heading(const line& l)
    {
        const std::size_t level = l.text.find_first_not_of('#');
        const std::string title =
            level == l.text.npos ? "" : trim(l.text.substr(level));
        const std::string shown = inline_markup({{l.file, l.number, title}},
                                                {run_, chapters_}, found_);
        if (level == 1) {
            page_.title();
            if (titles_++ > 0) {
                found_.add(l, "a second title; use ## for a section");
            }
            return;
        }
        const std::string anchor = self_.id() + "-" + slug(title);
        if (!anchors_.insert(anchor).second) {
            found_.add(l, "a second heading reads '" + title + "'");
        }
        page_.heading(level, title, shown, anchor);
    }

    // --------------------------------------------------------- directives

    static std::string word_of(const std::string& text)
    {
        const std::string t = trim(text);
        return starts_with(t, "@") ? t.substr(1, t.find_first_of(" {") - 1)
                                   : "";
    }

    static bool is_directive(const std::string& text)
    {
        const std::string word = word_of(text);
        return !word.empty() && word != "value" && word != "chapter" &&
               !is_doxygen_command(word);
    }

    bool directive(std::vector<line>& lines)
    {
        const line l = lines[at_];
        if (!is_directive(l.text)) {
            return false;
        }
        const std::string word = word_of(l.text);
        const std::string rest = trim(trim(l.text).substr(word.size() + 1));
        if (word == "figure") {
            figure(l, continued(lines, rest));
            return true;
        }
        if (word == "interactive") {
            interactive(l, continued(lines, rest));
            return true;
        }
        ++at_;
        if (word == "output") {
            output_of(l, rest);
        } else if (word == "graph") {
            graph(l, rest, lines);
        } else if (word == "exercises") {
            exercises(l);
        } else if (starts_with(word, "source")) {
            source(l, trim(l.text));
        } else if (!box_directive(l, word, rest)) {
            found_.add(l, "unknown directive @" + word + "; known are " +
                              known_directives());
        }
        if (!left_over_.empty()) {
            lines[--at_].text = std::exchange(left_over_, "");
        }
        return true;
    }

    // The rest of a directive that goes on over several lines.
    std::string continued(const std::vector<line>& lines, std::string text)
    {
        for (++at_; at_ < lines.size() && !trim(lines[at_].text).empty() &&
                    !is_directive(lines[at_].text);
             ++at_) {
            text += " " + trim(lines[at_].text);
        }
        return text;
    }

    // A block of text under a small label.
    void labelled(const std::string& kind, const std::string& label,
                  const std::string& language, const std::string& text)
    {
        page_.html("<div class=\"" + kind + "\"><p class=\"label\">" +
                   escape_html(label) + "</p>");
        page_.fence(language, text);
        page_.html("</div>");
    }

    void output_of(const line& l, const std::string& name)
    {
        const output* section = run_.find(name);
        if (section == nullptr) {
            found_.add(l, "the run printed no section '" + name +
                              "'; it printed: " + join(run_.names(), ", "));
            return;
        }
        std::string text;
        for (const std::string& printed : section->lines) {
            text += printed + "\n";
        }
        labelled("output", "Output", "unparsed", text);
        shown_.insert(name);
    }

    void picture(const line& l, const std::string& name,
                 const std::string& svg, const std::string& caption,
                 const std::string& alternative)
    {
        const std::string text = inline_markup({{l.file, l.number, caption}},
                                               {run_, chapters_}, found_);
        page_.html("<figure class=\"figure\">" +
                   inline_svg(svg, name, alternative) + "<figcaption>");
        page_.paragraph(text);
        page_.html("</figcaption></figure>");
    }

    void figure(const line& l, const std::string& text)
    {
        const auto parts = split(text, '|');
        if (parts.size() != 3 || trim(parts[2]).empty()) {
            found_.add(l, "expected '@figure NAME | caption | alternative "
                          "text that states the finding'");
            return;
        }
        const std::string name = trim(parts[0]);
        const fs::path file = from_.figures / (name + ".svg");
        if (!fs::exists(file)) {
            found_.add(l, "the run drew no figure '" + name +
                              "'; it drew: " + join(drawn(), ", "));
            return;
        }
        drawn_.insert(name);
        picture(l, name, read_file(file), trim(parts[1]), trim(parts[2]));
    }

    // A place for a script, which shows nothing without one. The values are
    // those that the script must come to as well; docs/check/browser.sh asks.
    void interactive(const line& l, const std::string& text)
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
                values += (values.empty() ? "" : ", ") + json(trim(key)) +
                          ": " + json(run_.value(trim(key)));
            } catch (const std::invalid_argument& error) {
                found_.add(l, error.what());
            }
        }
        page_.html("<div class=\"try-it\" data-name=\"" +
                   escape_html(trim(parts[0])) + "\" data-values=\"" +
                   escape_html("{" + values + "}") +
                   "\" hidden><p class=\"label\">Try it</p>");
        page_.paragraph(inline_markup({{l.file, l.number, trim(parts[1])}},
                                      {run_, chapters_}, found_));
        page_.html("</div>");
    }

    std::vector<std::string> drawn() const
    {
        std::set<std::string> names;
        for (const auto& entry : fs::directory_iterator(from_.figures)) {
            if (entry.path().extension() == ".svg") {
                names.insert(entry.path().stem().string());
            }
        }
        return {names.begin(), names.end()};
    }

    void graph(const line& l, const std::string& text,
               const std::vector<line>& lines)
    {
        std::string statements;
        while (at_ < lines.size() && trim(lines[at_].text) != "@endgraph") {
            statements += lines[at_++].text + "\n";
        }
        const auto parts = split(text, '|');
        if (at_++ >= lines.size() || parts.size() != 2 ||
            trim(parts[1]).empty()) {
            found_.add(l, "expected '@graph caption | alternative text', "
                          "statements of dot, and '@endgraph'");
            return;
        }
        try {
            picture(l, "graph-" + std::to_string(++graphs_),
                    draw_graph(statements), trim(parts[0]), trim(parts[1]));
        } catch (const std::runtime_error& error) {
            found_.add(l, error.what());
        }
    }

    void source(const line& l, const std::string& text)
    {
        const std::size_t hash = text.find('#');
        if (!starts_with(text, "@source{") || text.back() != '}' ||
            hash == text.npos) {
            found_.add(l, "expected '@source{path#name}'");
            return;
        }
        const std::string path = text.substr(8, hash - 8);
        const std::string name =
            text.substr(hash + 1, text.size() - hash - 2);
        try {
            const std::string piece = quote(from_.src / path, name);
            labelled("source", "src/" + path, "cpp", piece);
        } catch (const std::exception& error) {
            found_.add(l, error.what());
        }
    }

    // ---------------------------------------------------------- exercises

    void exercises(const line& l)
    {
        if (exercises_.empty()) {
            found_.add(l, "the chapter has no exercises.hpp");
        }
        exercises_shown_ = true;
        // Prose within an exercise moves at_, and must not move it here.
        const std::size_t here = at_;
        for (const exercise& e : exercises_) {
            page_.html("<div class=\"exercise\">");
            page_.heading(3, e.heading.text, "Exercise " + e.heading.text,
                          self_.id() + "-exercise-" + slug(e.number));
            blocks(e.contract);
            page_.fence("unparsed", "./workbook check " + e.number + "\n");
            for (std::size_t i = 0; i < e.hints.size(); ++i) {
                fold("Hint " + std::to_string(i + 1), [&] {
                    page_.paragraph(inline_markup({e.hints[i]},
                                                  {run_, chapters_}, found_));
                });
            }
            fold("Solution", [&] { blocks(e.solution); });
            page_.html("</div>");
        }
        at_ = here;
    }

    template <class Body>
    void fold(const std::string& summary, Body body)
    {
        page_.html("<details><summary>" + summary + "</summary>");
        body();
        page_.html("</details>");
    }

    void refuse_hidden_exercises()
    {
        if (!exercises_.empty() && !exercises_shown_) {
            found_.add(exercises_.front().heading,
                       "the exercises are never shown; add '// @exercises' "
                       "to " +
                           self_.stem() + ".cpp");
        }
    }

    bool box_directive(const line& l, const std::string& word,
                       const std::string& rest)
    {
        for (const box& b : boxes) {
            if (word == b.opens) {
                end_box();
                open_box(l, b, rest);
                return true;
            }
            if (word == b.divides || word == b.closes) {
                if (box_ != &b || (word == b.divides && divided_)) {
                    found_.add(l, "@" + word + " without @" + b.opens);
                    return true;
                }
                word == b.divides ? divide_box(rest) : close_box();
                return true;
            }
        }
        return false;
    }

    void open_box(const line& l, const box& b, const std::string& rest)
    {
        box_ = &b;
        box_line_ = l;
        divided_ = false;
        page_.html("<div class=\"" + b.opens + "\"><p class=\"label\">" +
                   b.label + "</p>");
        left_over_ = rest;
    }

    void divide_box(const std::string& rest)
    {
        divided_ = true;
        page_.html("<details><summary>" + box_->fold + "</summary>");
        left_over_ = rest;
    }

    void close_box()
    {
        page_.html(divided_ ? "</details></div>" : "</div>");
        box_ = nullptr;
    }

    void end_box()
    {
        if (box_ != nullptr) {
            found_.add(box_line_,
                       "@" + box_->opens + " has no @" + box_->closes);
            box_ = nullptr;
        }
    }

    // --------------------------------------------------------- the rest

    void refuse_what_is_not_shown()
    {
        for (const output& section : run_.sections()) {
            if (shown_.count(section.name) == 0 && !section.lines.empty()) {
                found_.add(section.heading, "the section '" + section.name +
                                                "' is printed but never "
                                                "shown; add '// @output " +
                                                section.name + "'");
            }
        }
        for (const std::string& name : drawn()) {
            if (drawn_.count(name) == 0) {
                found_.add(
                    {(from_.figures / (name + ".svg")).string(), 1, ""},
                    "the figure '" + name +
                        "' is drawn but never shown; add '// @figure " +
                        name + " | ...'");
            }
        }
    }

    page_sources from_;
    run run_;
    std::vector<chapter> chapters_;
    const chapter& self_;
    page_text page_;

    problems found_;
    std::vector<exercise> exercises_;
    bool exercises_shown_ = false;
    std::size_t at_ = 0;
    int titles_ = 0;
    int graphs_ = 0;
    std::set<std::string> anchors_, shown_, drawn_;
    const box* box_ = nullptr;
    line box_line_;
    bool divided_ = false;
    // Text behind a directive, which begins a paragraph.
    std::string left_over_;
};

}  // namespace

woven_page weave_page(const page_sources& from)
{
    return weaver(from).weave();
}

}  // namespace chainrule::weave
