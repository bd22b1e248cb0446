/// \file
/// The page of a chapter.
#pragma once

#include <filesystem>
#include <string>

namespace chainrule::weave {

/// What a page is made from.
struct page_sources {
    std::filesystem::path chapter;  ///< the folder NN_stem, in that of all
    std::filesystem::path run;      ///< what its program printed
    std::filesystem::path figures;  ///< the folder of its SVG files
    std::filesystem::path src;      ///< what `@source` quotes from
    std::filesystem::path tests;    ///< the folder of all suites
    std::filesystem::path ctest;    ///< names of CTest's tests; may be empty
};

/// A page, and what other pages need to know of it.
struct woven_page {
    std::string markdown;
    std::string search;  ///< JSON objects, one a line, one for each section
    std::string claims;  ///< a line for each, as `weave_claims` reads them
    /// `file:line: what`, one a line: what is hard to read, and can be woven.
    std::string warnings;
};

/// Weave a chapter.
/// \param from where everything is
/// \return the page
/// \throw std::runtime_error with a line `file:line: what` for everything
///     that is wrong
woven_page weave_page(const page_sources& from);

}  // namespace chainrule::weave
