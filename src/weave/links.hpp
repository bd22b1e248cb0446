/// \file
/// The check of a built site: every link leads somewhere, and only within.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace chainrule::weave {

/// What the check saw.
struct link_report {
    int pages = 0;
    int links = 0;
    std::vector<std::string> bad;  ///< `page: what is wrong`
};

/// Check every page of a folder: local files and anchors that are linked
/// must exist, ids must be unique in a page, and nothing may be loaded from
/// elsewhere. Links that a reader may follow out of the book are allowed.
/// \param folder a built site
/// \return what was seen
link_report check_links(const std::filesystem::path& folder);

}  // namespace chainrule::weave
