#include "weave/picture.hpp"

#include <algorithm>
#include <boost/algorithm/string/replace.hpp>
#include <cstdlib>
#include <filesystem>
#include <regex>
#include <stdexcept>
#include <unistd.h>

#include "course/files.hpp"
#include "weave/text.hpp"

namespace chainrule::weave {
namespace {

namespace fs = std::filesystem;

// The grey of the figures, in every way that gnuplot and dot write it.
std::string in_text_colour(std::string svg)
{
    for (const char* grey :
         {"rgb(128, 128, 128)", "rgb(128,128,128)", "#808080", "gray"}) {
        svg = boost::replace_all_copy(svg, grey, "currentColor");
    }
    // gnuplot sets the colour that currentColor stands for, again and again.
    return std::regex_replace(
        svg, std::regex(" color=\"(black|white|currentColor)\""), "");
}

std::string with_own_ids(std::string svg, const std::string& name)
{
    svg = std::regex_replace(svg, std::regex("\\bid=(['\"])"),
                             "id=$1" + name + "-");
    svg = std::regex_replace(svg, std::regex("href=(['\"])#"),
                             "href=$1#" + name + "-");
    return boost::replace_all_copy(svg, "url(#", "url(#" + name + "-");
}

// dot gives a size in points; the width that the picture has at 16 pixels a
// letter is kept as the most it may take.
std::string scalable(const std::string& svg)
{
    std::smatch size;
    static const std::regex fixed(
        "width=\"([0-9]+)pt\"\\s+height=\"[^\"]*\"");
    if (!std::regex_search(svg, size, fixed)) {
        return svg;
    }
    return std::regex_replace(
        svg, fixed, "style=\"max-width:" + size[1].str() + "px;width:100%\"");
}

// A tenth of a pixel is as fine as a screen shows, and nobody reads the
// indentation. What stands between the tags is read, and stays as it is.
std::string in_few_bytes(const std::string& svg)
{
    static const std::regex hundredth("(\\d\\.\\d)\\d\\b");
    static const std::regex indentation("\\s*\n\\s*");
    std::string out;
    for (std::size_t at = 0; at < svg.size();) {
        const std::size_t tag = std::min(svg.find('<', at), svg.size());
        out +=
            std::regex_replace(svg.substr(at, tag - at), indentation, "\n");
        const std::size_t end = std::min(svg.find('>', tag), svg.size());
        out += std::regex_replace(
            std::regex_replace(svg.substr(tag, end - tag), hundredth, "$1"),
            indentation, "\n");
        at = end;
    }
    return out;
}

}  // namespace

std::string inline_svg(const std::string& svg, const std::string& name,
                       const std::string& alternative)
{
    const std::size_t begin = svg.find("<svg");
    const std::size_t end = svg.rfind("</svg>");
    if (begin == svg.npos || end == svg.npos) {
        throw std::runtime_error("the picture " + name + " is no whole SVG");
    }
    std::string body = svg.substr(begin, end + 6 - begin);
    // Titles of parts would show as tooltips; the label says it all.
    body =
        std::regex_replace(body, std::regex("<title>[^<]*</title>\\s*"), "");
    body = std::regex_replace(body, std::regex("<desc>[^<]*</desc>\\s*"), "");
    body = with_own_ids(in_few_bytes(in_text_colour(scalable(body))), name);
    return "<svg role=\"img\" aria-label=\"" + escape_html(alternative) +
           "\"" + body.substr(4);
}

std::string draw_graph(const std::string& statements)
{
    std::string folder = fs::temp_directory_path() / "chainrule-XXXXXX";
    if (::mkdtemp(folder.data()) == nullptr) {
        throw std::runtime_error("cannot make a folder for a graph");
    }
    const fs::path at = folder;
    course::write_file(
        at / "graph.dot",
        "digraph {\n"
        "graph [rankdir=LR bgcolor=transparent pad=0.1];\n"
        "node [shape=circle fixedsize=true width=0.5 "
        "fontname=Helvetica fontsize=15 color=\"#808080\" "
        "fontcolor=\"#808080\"];\n"
        "edge [fontname=Helvetica fontsize=13 color=\"#808080\" "
        "fontcolor=\"#808080\" arrowsize=0.7];\n" +
            statements + "}\n");
    const std::string command = "dot -Tsvg '" + folder + "/graph.dot' -o '" +
                                folder + "/graph.svg' 2>'" + folder +
                                "/message'";
    const bool drawn = std::system(command.c_str()) == 0;
    const std::string result =
        course::read_file(at / (drawn ? "graph.svg" : "message"));
    fs::remove_all(at);
    if (!drawn) {
        throw std::runtime_error(
            "dot could not draw the graph: " +
            boost::replace_all_copy(result, folder + "/", ""));
    }
    return result;
}

}  // namespace chainrule::weave
