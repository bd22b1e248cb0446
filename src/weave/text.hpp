/// \file
/// Lines that know where they stand, and the errors that name them.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace chainrule::weave {

/// One line of a file.
struct line {
    std::string file;  ///< as messages name it
    int number = 0;    ///< counted from 1
    std::string text;  ///< without its line end
};

/// All that is wrong with a page, found in one go.
class problems {
public:
    /// Remember one more: `file:line: what`.
    void add(const line& where, const std::string& what);
    /// Stop here if there were any.
    /// \throw std::runtime_error with one problem a line
    void raise() const;

private:
    std::string all_;
};

std::vector<line> read_lines(const std::filesystem::path& file);

std::vector<std::string> split(std::string_view text, char at);
/// A heading as an anchor: "What's next?" becomes "what-s-next".
std::string slug(std::string_view heading);

/// Text as it stands in HTML.
std::string escape_html(std::string_view text);

/// Text as it stands in JSON, with its quotation marks.
std::string json(const std::string& text);

}  // namespace chainrule::weave
