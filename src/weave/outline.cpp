#include "weave/outline.hpp"

#include <algorithm>
#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/replace.hpp>
#include <map>
#include <stdexcept>
#include <utility>
#include <vector>

#include "course/files.hpp"
#include "weave/text.hpp"

namespace chainrule::weave {
namespace {

namespace fs = std::filesystem;

// Doxygen's page with a list of functions has a title for the window, such as
// "x: Functions", but none on the page. The page is given it too. A long list
// is divided by headings of the third level; below a title they must be of the
// second.
void name_without_title(std::string& html)
{
    const std::string contents = "<div class=\"contents\">";
    const std::size_t at = html.find(contents);
    const std::size_t begin = html.find("<title>") + 7;
    const std::size_t end = html.find(" - chainrule</title>", begin);
    if (at == html.npos || end == html.npos) {
        return;
    }
    html.insert(at, "<div class=\"header\"><div class=\"headertitle\">"
                    "<h1 class=\"title\">" +
                        html.substr(begin, end - begin) +
                        "</h1></div></div>\n");
    html = boost::replace_all_copy(
        boost::replace_all_copy(html, "<h3><a id=\"index_",
                                "<h2><a id=\"index_"),
        " -</h3>", " -</h2>");
}

void title_as_heading(std::string& html)
{
    const std::string open = "<div class=\"title\">";
    const std::string close = "</div>";
    const std::size_t begin = html.find(open);
    const std::size_t end = html.find(close, begin);
    if (begin == html.npos || end == html.npos) {
        name_without_title(html);
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
                text = boost::replace_all_copy(text, tag + level + end,
                                               tag + next + end);
            }
        }
    }
    // Doxygen's box of contents stands beside the sections.
    return boost::replace_all_copy(text, "<h4>Table of Contents</h4>",
                                   "<h2>Table of Contents</h2>");
}

// The link to the list of all members, and what is before it in its line. Not
// by a regular expression: those of the standard library call themselves once
// for each character, and a picture inside the page has a hundred thousand.
std::string without_member_lists(std::string page)
{
    const std::string end = "-members.html\">List of all members</a>";
    for (std::size_t at = page.find(end); at != page.npos;
         at = page.find(end, at)) {
        const std::size_t link = page.rfind("<a href=", at);
        const std::size_t begin = page.rfind('>', link) + 1;
        page.erase(begin, at + end.size() - begin);
        at = begin;
    }
    return page;
}

// What a screen reader may jump to.
std::string with_landmarks(const std::string& html)
{
    return boost::replace_all_copy(
        boost::replace_all_copy(html, "<div id=\"doc-content\"",
                                "<div role=\"main\" id=\"doc-content\""),
        "<div id=\"side-nav\"",
        "<div role=\"navigation\" aria-label=\"Pages\" id=\"side-nav\"");
}

// "dir_chain", if a page is that of a folder.
std::string folder_of(const fs::path& page)
{
    const std::string text = course::read_file(page);
    const std::string open = "<h1 class=\"title\">";
    const std::size_t begin = text.find(open) + open.size();
    const std::size_t end = text.find(" Directory Reference</h1>", begin);
    return page.filename().string().starts_with("dir_") && end != text.npos
               ? "dir_" + slug(text.substr(begin, end - begin))
               : "";
}

std::string renamed(std::string text,
                    const std::map<std::string, std::string>& folders)
{
    for (const auto& [hash, name] : folders) {
        text = boost::replace_all_copy(text, hash, name);
    }
    return text;
}

// The index of the menu is one entry a line, ordered by names that were
// hashes before.
std::string in_order(const std::string& index)
{
    const std::size_t begin = index.find("{\n") + 2;
    const std::size_t end = index.rfind("\n}");
    auto entries = split(index.substr(begin, end - begin), '\n');
    for (std::string& entry : entries) {
        entry = entry.substr(0, entry.rfind(']') + 1);
    }
    std::sort(entries.begin(), entries.end());
    return index.substr(0, begin) + boost::join(entries, ",\n") +
           index.substr(end);
}

// Listed before anything is removed.
std::vector<fs::directory_entry> listed(const fs::path& folder)
{
    return {fs::directory_iterator(folder), fs::directory_iterator()};
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
    return with_landmarks(without_member_lists(std::move(page)));
}

void set_outlines(const fs::path& html)
{
    std::map<std::string, std::string> folders;
    std::vector<fs::path> pages;
    for (const auto& entry : listed(html)) {
        const std::string ending = entry.path().extension();
        // A class has all its members on its own page.
        if (entry.path().stem().string().ends_with("-members")) {
            fs::remove(entry.path());
            continue;
        }
        if (ending == ".html") {
            course::write_file(entry.path(),
                               with_outline(course::read_file(entry.path())));
            if (const std::string name = folder_of(entry.path());
                !name.empty()) {
                folders[entry.path().stem()] = name;
            }
        }
        if (ending == ".html" || ending == ".js") {
            pages.push_back(entry.path());
        }
    }
    for (const fs::path& page : pages) {
        const std::string text = renamed(course::read_file(page), folders);
        course::write_file(page,
                           page.stem().string().starts_with("navtreeindex")
                               ? in_order(text)
                               : text);
        if (const auto folder = folders.find(page.stem());
            folder != folders.end()) {
            const fs::path name =
                html / (folder->second + page.extension().string());
            if (fs::exists(name)) {
                throw std::runtime_error(name.string() +
                                         ": two folders have one name");
            }
            fs::rename(page, name);
        }
    }
}

}  // namespace chainrule::weave
