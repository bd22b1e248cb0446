/// \file
/// What the book needs beyond its pages: menu, search index, contents.
#pragma once

#include <filesystem>

namespace chainrule::weave {

/// What the site is made from.
struct site_sources {
    std::filesystem::path chapters;  ///< the folder of the chapters
    std::filesystem::path pages;   ///< NN_stem.md, .search.json, .claims.tsv
    std::filesystem::path tests;   ///< suites, and NN_stem/mistakes.md
    std::filesystem::path layout;  ///< Doxygen's layout with `@CHAPTERS@`
    std::filesystem::path ctest;   ///< names of CTest's tests; may be empty
};

/// Write layout.xml, search-index.js, chapters.md, mistakes.md,
/// claims.md and examples.dox.
/// \param from where everything is
/// \param to the folder to write to
/// \throw std::runtime_error if something is missing
void write_site(const site_sources& from, const std::filesystem::path& to);

}  // namespace chainrule::weave
