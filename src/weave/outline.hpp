/// \file
/// The headings of a page in order, as a screen reader reads them.
#pragma once

#include <filesystem>
#include <string>

namespace chainrule::weave {

/// Make the title of a page its only h1, and begin its sections at h2. Doxygen
/// makes the title no heading at all, and begins sections at h1. The text and
/// the list of pages become landmarks.
/// \param html a page of Doxygen
/// \return the page
std::string with_outline(const std::string& html);

/// The same for every page of a folder. The lists of all members go, because a
/// class has them on its own page. Doxygen names the page of a folder by
/// a hash of where it is on this machine; it gets the folder's own name.
/// \param html the folder
/// \throw std::runtime_error if two folders have one name
void set_outlines(const std::filesystem::path& html);

}  // namespace chainrule::weave
