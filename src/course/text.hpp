/// \file
/// Lines that know where they stand, and paragraphs.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace chainrule::course {

/// One line of a file.
struct line {
    std::string file;  ///< as messages name it
    int number = 0;    ///< counted from 1
    std::string text;  ///< without its line end
};

/// \return the lines of a text, without their ends
std::vector<std::string> lines_of(const std::string& text);

/// \return the lines of a file
/// \throws std::runtime_error naming the file if it cannot be read
std::vector<line> read_lines(const std::filesystem::path& file);

/// A heading as an anchor: "What's next?" becomes "what-s-next".
std::string slug(const std::string& heading);

/// \return the text without spaces, tabs and line ends at its ends
std::string trimmed(const std::string& text);

/// Text as it stands in JSON, with its quotation marks. Line ends and other
/// characters below the space become spaces.
std::string json(const std::string& text);

/// \return the text with every `from` in it replaced
std::string replaced(std::string text, const std::string& from,
                     const std::string& by);

/// Break a paragraph at spaces. A word that is longer than a line is not
/// broken.
/// \param text one paragraph
/// \param first what the first line begins with
/// \param next what every further line begins with
/// \param columns how long a line may be
/// \return the lines, at least one
std::vector<std::string> wrapped(const std::string& text,
                                 const std::string& first,
                                 const std::string& next,
                                 std::size_t columns = 78);

}  // namespace chainrule::course
