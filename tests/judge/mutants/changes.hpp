/// \file
/// One small change of some code at a time, as a slip would make it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace chainrule::mutants {

/// A piece of the text, and what stands there instead.
struct change {
    std::size_t at = 0, length = 0;
    std::string with;
    std::string fault{};  ///< in words: "a factor left out in `b - d`"
};

/// All changes of a definition that this mutator knows: an operator, an operand
/// that is dropped or doubled, another name of the same type, a constant, a
/// sign, a condition that always or never holds, a statement that is left out
/// or comes after the next, arguments that are exchanged, an index or a loop
/// that is off by one, a loop that runs the other way or once, a call that is
/// left out, a type that keeps less. Many of them do not compile.
/// \param text a function or a class; only what is in its braces is changed
/// \param members names that stand behind a dot in this code or beside it
/// \return the changes, none of them twice
std::vector<change> changes_of(const std::string& text,
                               const std::vector<std::string>& members);

/// \return the text with a change in it
std::string changed(const std::string& text, const change& c);

/// The lines that a change touches, before it and after it, each on one line
/// with single spaces.
struct changed_lines {
    std::string before, after;
};
changed_lines lines_of(const std::string& text, const change& c);

/// The names behind a dot that are not called: dw in s.dw.
std::vector<std::string> members_in(const std::string& text);

}  // namespace chainrule::mutants
