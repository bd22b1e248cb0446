/// \file
/// Errors that name a line, and text as other languages want it.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "course/text.hpp"

namespace chainrule::weave {

using course::json;
using course::line;
using course::slug;

/// All that is wrong with a page, found in one go.
class problems {
public:
    /// Remember one more: `file:line: what`.
    void add(const line& where, const std::string& what);
    /// Stop here if there were any.
    /// \throw std::runtime_error with one problem a line
    void raise() const;
    /// \return one problem a line
    const std::string& all() const { return all_; }

private:
    std::string all_;
};

std::vector<std::string> split(std::string_view text, char at);

/// Text as it stands in HTML.
std::string escape_html(std::string_view text);

}  // namespace chainrule::weave
