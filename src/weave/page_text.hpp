/// \file
/// The text of a page while it is written, and what the search keeps of it.
#pragma once

#include <string>
#include <vector>

#include "course/syllabus.hpp"

namespace chainrule::weave {

/// Collects a page's Markdown, and beside it a record for each section.
class page_text {
public:
    explicit page_text(const course::chapter& self) : self_(self) {}

    /// Raw HTML. Doxygen closes an HTML block at the first fence within it;
    /// the commands around it keep it open and let what follows be Markdown.
    void html(const std::string& text);

    /// A paragraph of Markdown.
    void paragraph(const std::string& text);

    /// A block of code or output.
    /// \param kind as Doxygen names it: cpp, unparsed
    /// \param text whole lines
    void fence(const std::string& kind, const std::string& text);

    /// The title of the page and its list of contents.
    void title();

    /// A heading; what follows is a section of its own for the search.
    void heading(std::size_t level, const std::string& title,
                 const std::string& shown, const std::string& anchor);

    /// The folded program and the links to the neighbours.
    void end(const std::vector<course::chapter>& chapters);

    const std::string& markdown() const { return markdown_; }
    /// JSON objects, one a line.
    const std::string& search() const { return search_; }

private:
    void end_section();

    const course::chapter& self_;
    std::string markdown_, search_;
    std::string section_, anchor_, words_;
};

}  // namespace chainrule::weave
