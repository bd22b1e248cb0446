/// \file
/// The learner's files. Nothing in them is ever lost: what is replaced is
/// kept beside.
#pragma once

#include <filesystem>
#include <string>

#include "workbook/request.hpp"

namespace chainrule::workbook {

/// \return where the answers to a chapter are
std::filesystem::path answer_file(const std::filesystem::path& answers,
                                  const chapter& c);

/// \return how messages name it: "answers/03_cached_backprop.hpp" where that is
/// its place in the workbook, else its whole path
std::string shown_name(const std::filesystem::path& answers,
                       const chapter& c);

/// Make an answer file from the exercises if there is none.
/// \return whether it was made
bool begin_answers(const std::filesystem::path& answers, const chapter& c);

/// What is wrong with an answer file before any compiler sees it: not a file,
/// not readable, empty, of another chapter, or not in UTF-8.
/// \return a sentence with the remedy, or nothing
std::string complaint_about(const std::filesystem::path& answers,
                            const std::vector<chapter>& all,
                            const chapter& c);

/// The answers to some exercises alone, as a file of their own: what stands
/// before the first part, these parts, and what stands behind the last. A
/// compiler names the lines of the answer file.
/// \param file the answer file
/// \param exercises as "3.1"
/// \return the text of the file; empty if a part is not there
std::string answers_alone(const std::filesystem::path& file,
                          const std::vector<std::string>& exercises);

/// Put the exercises back, of the whole chapter or one of them. The file as
/// it was stays beside it as .old, .old.2, and so on.
/// \return where the old file is kept; nothing if there was none
/// \throws std::runtime_error if the exercise's heading is not in the file
std::filesystem::path reset_answers(const std::filesystem::path& answers,
                                    const request& what);

}  // namespace chainrule::workbook
