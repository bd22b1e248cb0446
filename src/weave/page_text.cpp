#include "weave/page_text.hpp"

#include <boost/algorithm/string/replace.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <regex>

#include "weave/text.hpp"

namespace chainrule::weave {
namespace {

// Without markup, so that a search finds words as they are read.
std::string plain(std::string text)
{
    text = std::regex_replace(
        text, std::regex("\\\\htmlonly.*?\\\\endhtmlonly"), "");
    for (const char* mark :
         {"\\f$", "\\f[", "\\f]", "``", "**", "|---", "|"}) {
        text = boost::replace_all_copy(text, mark, " ");
    }
    // A number that begins a line, but no list.
    text = std::regex_replace(text, std::regex("\\\\([.)])"), "$1");
    // An indented line is found as any other.
    return boost::trim_copy(
        std::regex_replace(text, std::regex("\\s+"), " "));
}

std::string link(const course::chapter& c, const std::string& where,
                 const std::string& relation)
{
    return "<a class=\"" + where + "\" rel=\"" + relation + "\" href=\"" +
           c.html() + "\">" + escape_html(c.numbered_title()) + "</a>";
}

// The page that Doxygen makes of an example.
std::string example_page(const std::string& file)
{
    return boost::replace_all_copy(boost::replace_all_copy(file, "/", "_2"),
                                   ".", "_8") +
           "-example.html";
}

}  // namespace

void page_text::html(const std::string& text)
{
    markdown_ += "\\htmlonly[block]\n" + text + "\n\\endhtmlonly\n\n";
}

void page_text::paragraph(const std::string& text)
{
    markdown_ += text + "\n\n";
    words_ += " " + text;
}

void page_text::fence(const std::string& kind, const std::string& text)
{
    markdown_ += "```{." + kind + "}\n" + text + "```\n\n";
    words_ += " " + text;
}

void page_text::title()
{
    end_section();
    markdown_ += "# " + self_.numbered_title() + " {#" + self_.id() +
                 "}\n\n\\tableofcontents\n\n";
}

void page_text::heading(std::size_t level, const std::string& title,
                        const std::string& shown, const std::string& anchor)
{
    end_section();
    markdown_ +=
        std::string(level, '#') + " " + shown + " {#" + anchor + "}\n\n";
    section_ = title;
    anchor_ = anchor;
}

void page_text::end_section()
{
    if (!words_.empty()) {
        search_ += "{\"page\":" + json(self_.html()) +
                   ",\"title\":" + json(self_.numbered_title()) +
                   ",\"section\":" + json(section_) +
                   ",\"anchor\":" + json(anchor_) +
                   ",\"text\":" + json(plain(words_)) + "}\n";
    }
    words_.clear();
}

void page_text::end(const std::vector<course::chapter>& chapters)
{
    end_section();
    std::string files;
    for (const char* ending : {".hpp", ".cpp"}) {
        const std::string file = self_.name + "/" + self_.stem() + ending;
        files += " <a href=\"" + example_page(file) + "\">" + self_.stem() +
                 ending + "</a>";
    }
    html("<p class=\"whole-program\">The whole program:" + files + "</p>");

    std::string links;
    const course::chapter* const self = find(chapters, self_.name);
    if (self != nullptr && self != &chapters.front()) {
        links += link(self[-1], "previous", "prev");
    }
    if (self != nullptr && self != &chapters.back()) {
        links += link(self[1], "next", "next");
    }
    html("<nav class=\"chapter-nav\" aria-label=\"Chapters\">" + links +
         "</nav>");
}

}  // namespace chainrule::weave
