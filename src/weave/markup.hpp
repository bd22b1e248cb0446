/// \file
/// Markup within a paragraph: math, code, values of the run, links.
#pragma once

#include <string>
#include <vector>

#include "course/syllabus.hpp"
#include "weave/claims.hpp"
#include "weave/run.hpp"
#include "weave/text.hpp"

namespace chainrule::weave {

/// What a paragraph may refer to.
struct references {
    const run& printed;
    const std::vector<course::chapter>& chapters;
    claims* proved;  ///< notes what a test proves; null where none may stand
};

/// The commands of Doxygen that prose may use as they are.
bool is_doxygen_command(const std::string& word);

/// Whether a directive stands within text.
bool is_inline_directive(const std::string& word);

/// All directives, for messages.
std::string known_directives();

/// Those of them that stand within text.
std::string inline_directives();

/// Turn a paragraph into Doxygen's Markdown.
///
/// Math in dollars becomes Doxygen's, `@value{}`, `@chapter{}` and
/// `@proved{}` are replaced, and what Doxygen would take for a command, a link
/// or the number of a list is escaped. A list begins with a paragraph.
/// \param paragraph its lines, without `//`
/// \param known what it may refer to
/// \param found receives what is wrong, with the line
/// \return the paragraph
std::string inline_markup(const std::vector<line>& paragraph,
                          const references& known, problems& found);

}  // namespace chainrule::weave
