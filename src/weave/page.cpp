#include "weave/page.hpp"

#include <algorithm>
#include <boost/algorithm/string/trim.hpp>
#include <set>
#include <utility>

#include "course/exercises.hpp"
#include "weave/boxes.hpp"
#include "weave/cases.hpp"
#include "weave/claims.hpp"
#include "weave/experiments.hpp"
#include "weave/inserts.hpp"
#include "weave/markup.hpp"
#include "weave/page_text.hpp"
#include "weave/source.hpp"
#include "weave/tries.hpp"

namespace chainrule::weave {
namespace {

class weaver {
public:
    explicit weaver(const page_sources& from)
        : from_(from), run_(from.run),
          chapters_(course::read_syllabus(from.chapter.parent_path())),
          self_(chapter_of(from, chapters_)), page_(self_),
          tests_(from.tests, from.ctest),
          claims_(tests_, self_), known_{run_, chapters_, &claims_},
          boxes_(page_, found_, warned_),
          inserts_(from_, run_, known_, page_, found_),
          program_(course::read_lines(from.chapter / (self_.stem() + ".cpp")),
                   found_),
          exercises_(course::read_exercises(from.chapter))
    {}

    friend std::string weave::known_directives();

    woven_page weave()
    {
        blocks(course::read_lines(from_.chapter / (self_.stem() + ".hpp")));
        boxes_.end();
        in_header_ = false;
        blocks(program_.rest());
        boxes_.end();
        inserts_.refuse_what_is_not_shown();
        refuse_unknown_options(self_, found_);
        refuse_hidden_exercises();
        found_.raise();
        page_.end(chapters_);
        return {page_.markdown(), page_.search(), claims_.list(),
                warned_.all()};
    }

private:
    static const course::chapter&
    chapter_of(const page_sources& from,
               const std::vector<course::chapter>& all)
    {
        const std::string name = from.chapter.filename().string();
        if (const course::chapter* c = find(all, name)) {
            return *c;
        }
        throw std::runtime_error(
            (from.chapter.parent_path() / "CMakeLists.txt").string() +
            ":1: the syllabus has no chapter '" + name + "'");
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
        // Where a program begins is the same in all chapters.
        if (text.starts_with("int main(") && !boxes_.folded()) {
            boxes_.fold("main", "plumbing",
                        [&] { page_.fence("cpp", text); });
            return;
        }
        boxes_.before_code();
        boxes_.warn_of_long_code(lines.front(), lines.size());
        page_.fence("cpp", text);
    }

    void prose(std::vector<line> lines)
    {
        for (at_ = 0; at_ < lines.size();) {
            const std::string& text = lines[at_].text;
            if (boost::trim_copy(text).empty()) {
                ++at_;
            } else if (text.starts_with("#")) {
                heading(lines[at_++]);
            } else if (!weave_directive(lines)) {
                paragraph(lines);
            }
        }
    }

    void paragraph(const std::vector<line>& lines)
    {
        std::vector<line> all;
        while (at_ < lines.size() &&
               !boost::trim_copy(lines[at_].text).empty() &&
               (all.empty() || !is_directive(lines[at_].text))) {
            all.push_back(lines[at_++]);
        }
        const std::string text = inline_markup(all, known_, found_);
        page_.paragraph(text);
        claims_.end_paragraph(text);
    }

    void heading(const line& l)
    {
        const std::size_t level = l.text.find_first_not_of('#');
        const std::string title =
            level == l.text.npos ? ""
                                 : boost::trim_copy(l.text.substr(level));
        const std::string shown = inline_markup(
            {{l.file, l.number, title}}, {run_, chapters_, nullptr}, found_);
        if (level == 1) {
            page_.title();
            if (titles_++ > 0) {
                found_.add(l, "a second title; use ## for a section");
            }
            return;
        }
        boxes_.before_heading(l);
        const std::string anchor = self_.id() + "-" + slug(title);
        if (!anchors_.insert(anchor).second) {
            found_.add(l, "a second heading reads '" + title + "'");
        }
        claims_.begin_section(title);
        page_.heading(level, title, shown, anchor);
    }

    // --------------------------------------------------------- directives

    static std::string word_of(const std::string& text)
    {
        const std::string t = boost::trim_copy(text);
        return t.starts_with("@") ? t.substr(1, t.find_first_of(" {") - 1)
                                  : "";
    }

    static bool is_directive(const std::string& text)
    {
        const std::string word = word_of(text);
        return !word.empty() && !is_inline_directive(word) &&
               !is_doxygen_command(word);
    }

    // A directive of its own line, but for boxes. A new one is a row here, the
    // function that it names, and a row in CONTRIBUTING.md.
    struct directive {
        const char* word;
        bool goes_on;  // over the lines below it
        void (*put)(weaver&, const line&, const std::string& rest,
                    const std::vector<line>& lines);
    };
    static const std::vector<directive> directives;

    bool weave_directive(std::vector<line>& lines)
    {
        const line l = lines[at_];
        if (!is_directive(l.text)) {
            return false;
        }
        const std::string word = word_of(l.text);
        std::string rest = boost::trim_copy(
            boost::trim_copy(l.text).substr(word.size() + 1));
        const auto known =
            std::find_if(directives.begin(), directives.end(),
                         [&](const directive& d) { return word == d.word; });
        ++at_;
        if (known != directives.end()) {
            rest += known->goes_on ? continued(lines) : "";
            known->put(*this, l, rest, lines);
        } else if (const auto begins = boxes_.put(l, word, rest)) {
            left_over_ = *begins;
        } else {
            found_.add(l, "unknown directive @" + word + "; known are " +
                              known_directives());
        }
        if (!left_over_.empty()) {
            lines[--at_].text = std::exchange(left_over_, "");
        }
        return true;
    }

    // The lines below a directive that belong to it.
    std::string continued(const std::vector<line>& lines)
    {
        std::string text;
        for (; at_ < lines.size() &&
               !boost::trim_copy(lines[at_].text).empty() &&
               !is_directive(lines[at_].text);
             ++at_) {
            text += " " + boost::trim_copy(lines[at_].text);
        }
        return text;
    }

    void graph(const line& l, const std::string& rest,
               const std::vector<line>& lines)
    {
        std::vector<line> statements;
        while (at_ < lines.size() &&
               boost::trim_copy(lines[at_].text) != "@endgraph") {
            statements.push_back(lines[at_++]);
        }
        // If @endgraph is missing, an empty caption makes inserts_ report
        // what a graph should look like.
        inserts_.graph(l, at_++ < lines.size() ? rest : "", statements);
    }

    // Puts a section of the program here.
    void experiment(const line& l, const std::string& name)
    {
        if (!in_header_) {
            found_.add(l, "@experiment belongs to the header, which says "
                          "where a section stands");
            return;
        }
        const std::size_t here = at_;
        in_header_ = false;
        try {
            blocks(program_.take(l, name));
        } catch (const std::invalid_argument& error) {
            found_.add(l, error.what());
        }
        in_header_ = true;
        at_ = here;
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
        for (const course::exercise& e : exercises_) {
            refuse_incomplete(e);
            const std::string title = e.number + " " + e.title;
            page_.html("<div class=\"exercise\">");
            claims_.begin_section("Exercise " + title);
            page_.heading(3, title, "Exercise " + title,
                          self_.id() + "-exercise-" + slug(e.number));
            blocks(e.contract);
            page_.fence("unparsed", "./workbook check " + e.number + "\n");
            for (std::size_t i = 0; i < e.hints.size(); ++i) {
                boxes_.fold("Hint " + std::to_string(i + 1), "", [&] {
                    page_.paragraph(
                        inline_markup({e.hints[i]}, known_, found_));
                });
            }
            boxes_.fold("Solution", "", [&] { blocks(e.solution); });
            page_.html("</div>");
        }
        at_ = here;
    }

    void refuse_incomplete(const course::exercise& e)
    {
        if (e.hints.size() != 3) {
            found_.add(e.heading, "exercise " + e.number + " has " +
                                      std::to_string(e.hints.size()) +
                                      " hints in hints.md; give three");
        }
        if (e.solution.empty()) {
            found_.add(e.heading,
                       "solutions.hpp has no part '" + e.number + "'");
        }
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

    page_sources from_;
    run run_;
    std::vector<course::chapter> chapters_;
    const course::chapter& self_;
    page_text page_;

    problems found_, warned_;
    test_cases tests_;
    claims claims_;
    references known_;
    boxes boxes_;
    inserts inserts_;
    experiments program_;
    std::vector<course::exercise> exercises_;
    bool exercises_shown_ = false;
    bool in_header_ = true;  // and in no section that it placed
    std::size_t at_ = 0;
    int titles_ = 0;
    std::set<std::string> anchors_;
    // Text behind a directive, which begins a paragraph.
    std::string left_over_;
};

using text = const std::string&;
using rest_of_file = const std::vector<line>&;

const std::vector<weaver::directive> weaver::directives{
    {"output", false,
     [](weaver& w, const line& l, text name, rest_of_file) {
         w.boxes_.before_output(l);
         w.inserts_.output(l, name);
     }},
    {"figure", true,
     [](weaver& w, const line& l, text words, rest_of_file) {
         w.boxes_.before_output(l);
         w.inserts_.figure(l, words);
     }},
    {"interactive", true,
     [](weaver& w, const line& l, text words, rest_of_file) {
         w.boxes_.before_output(l);
         w.inserts_.interactive(l, words);
     }},
    {"graph", false,
     [](weaver& w, const line& l, text words, rest_of_file lines) {
         w.graph(l, words, lines);
     }},
    {"source", false,
     [](weaver& w, const line& l, text, rest_of_file) {
         w.boxes_.warn_of_long_code(
             l, w.inserts_.source(l, boost::trim_copy(l.text)));
     }},
    {"experiment", false,
     [](weaver& w, const line& l, text name, rest_of_file) {
         w.experiment(l, name);
     }},
    {"exercises", false,
     [](weaver& w, const line& l, text, rest_of_file) { w.exercises(l); }}};

}  // namespace

std::string known_directives()
{
    std::string known;
    for (const auto& d : weaver::directives) {
        known += std::string("@") + d.word + ", ";
    }
    return known + box_directives() + inline_directives();
}

woven_page weave_page(const page_sources& from)
{
    return weaver(from).weave();
}

}  // namespace chainrule::weave
