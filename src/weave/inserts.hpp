/// \file
/// What a page takes from elsewhere: outputs, figures and values of the run,
/// graphs, things to try, and pieces of the library.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "weave/markup.hpp"
#include "weave/page.hpp"
#include "weave/page_text.hpp"
#include "weave/run.hpp"
#include "weave/text.hpp"

namespace chainrule::weave {

/// Puts them into a page, and remembers which of them were shown. Whatever is
/// wrong is told to `problems`, with the line of the directive.
class inserts {
public:
    /// \param from where the run and the library are
    /// \param run what the program printed
    /// \param known what text may refer to
    /// \param page receives the inserts
    /// \param found receives what is wrong
    inserts(const page_sources& from, const run& run, const references& known,
            page_text& page, problems& found);

    /// @output NAME
    void output(const line& l, const std::string& name);
    /// @figure NAME | caption | alternative text
    void figure(const line& l, const std::string& text);
    /// @graph caption | alternative text
    /// \param statements in the language of dot
    void graph(const line& l, const std::string& text,
               const std::vector<line>& statements);
    /// @interactive NAME | what to do | keys
    void interactive(const line& l, const std::string& text);
    /// @source{path#name}
    /// \return how many lines it has
    std::size_t source(const line& l, const std::string& text);

    /// Complain of outputs and figures that the page does not show.
    void refuse_what_is_not_shown();

private:
    void labelled(const std::string& kind, const std::string& label,
                  const std::string& language, const std::string& text);
    void picture(const line& l, const std::string& name,
                 const std::string& svg, const std::string& caption,
                 const std::string& alternative);
    std::vector<std::string> drawn() const;
    std::string lines_of(const line& l);
    std::string values_in(const line& l);
    std::string prose(const line& l, const std::string& text);

    const page_sources& from_;
    const run& run_;
    const references& known_;
    page_text& page_;
    problems& found_;
    int graphs_ = 0;
    std::set<std::string> shown_, drawn_;
};

}  // namespace chainrule::weave
