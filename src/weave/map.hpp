/// \file
/// The chapters on one page: what each teaches, and what builds on what.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "course/syllabus.hpp"

namespace chainrule::weave {

/// Which chapter builds on which: the references of its text to chapters
/// before it, without those that follow from others.
/// \param all in reading order
/// \return pairs of places in `all`: the earlier, the later
std::vector<std::pair<std::size_t, std::size_t>>
steps_between(const std::vector<course::chapter>& all);

/// What a reader can do after a chapter: the end of the sentence that begins a
/// paragraph of its header with "When you have read this chapter you can".
/// \throw std::runtime_error with the file if no paragraph does
std::string promise_of(const course::chapter& c);

/// A graph of the chapters, and a list of what they promise, as Markdown.
std::string weave_map(const std::vector<course::chapter>& all);

}  // namespace chainrule::weave
