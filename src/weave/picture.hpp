/// \file
/// Pictures within a page: figures of the run, and graphs.
#pragma once

#include <string>

namespace chainrule::weave {

/// Make an SVG fit to stand inside a page: it scales, takes the colour of the
/// text where it was grey, and its ids do not meet those of another picture.
/// \param svg a whole SVG file
/// \param name a prefix for its ids
/// \param alternative what a reader who does not see it is told
/// \return the `<svg>` element
std::string inline_svg(const std::string& svg, const std::string& name,
                       const std::string& alternative);

/// Have dot lay out a graph.
/// \param statements in the language of dot, without `digraph {}`
/// \return a whole SVG file, in the grey that `inline_svg` replaces
/// \throw std::runtime_error with dot's own message if it fails
std::string draw_graph(const std::string& statements);

}  // namespace chainrule::weave
