#include "weave/outline.hpp"

#include "weave/text.hpp"

namespace chainrule::weave {
namespace {

namespace fs = std::filesystem;

void title_as_heading(std::string& html)
{
    const std::string open = "<div class=\"title\">";
    const std::string close = "</div>";
    const std::size_t begin = html.find(open);
    const std::size_t end = html.find(close, begin);
    if (begin == html.npos || end == html.npos) {
        return;
    }
    html.replace(end, close.size(), "</h1>");
    html.replace(begin, open.size(), "<h1 class=\"title\">");
}

// From the last level to the first, so that none is moved twice.
std::string one_level_down(std::string text)
{
    for (char level = '5'; level >= '1'; --level) {
        const char next = static_cast<char>(level + 1);
        for (const std::string tag : {"<h", "</h"}) {
            for (const std::string end : {">", " "}) {
                text = replace_all(text, tag + level + end, tag + next + end);
            }
        }
    }
    // Doxygen's box of contents stands beside the sections.
    return replace_all(text, "<h4>Table of Contents</h4>",
                       "<h2>Table of Contents</h2>");
}

// What a screen reader may jump to.
std::string with_landmarks(const std::string& html)
{
    return replace_all(
        replace_all(html, "<div id=\"doc-content\"",
                    "<div role=\"main\" id=\"doc-content\""),
        "<div id=\"side-nav\"",
        "<div role=\"navigation\" aria-label=\"Pages\" id=\"side-nav\"");
}

}  // namespace

std::string with_outline(const std::string& html)
{
    std::string page = html;
    const std::size_t contents = page.find("<div class=\"contents\">");
    if (contents != page.npos && page.find("<h1>", contents) != page.npos) {
        page =
            page.substr(0, contents) + one_level_down(page.substr(contents));
    }
    title_as_heading(page);
    return with_landmarks(page);
}

void set_outlines(const fs::path& html)
{
    for (const auto& entry : fs::directory_iterator(html)) {
        if (entry.path().extension() == ".html") {
            write_file(entry.path(), with_outline(read_file(entry.path())));
        }
    }
}

}  // namespace chainrule::weave
