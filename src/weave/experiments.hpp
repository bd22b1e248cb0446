/// \file
/// The sections of a chapter's program, each put where its header wants it.
#pragma once

#include <string>
#include <vector>

#include "weave/text.hpp"

namespace chainrule::weave {

/// A program, cut where a line reads `// ## Heading` or `// @section NAME`.
/// A section has the name of its heading; case and punctuation do not count.
class experiments {
public:
    /// \param program its lines
    /// \param found receives names that were given twice
    experiments(const std::vector<line>& program, problems& found);

    /// Take a section out of the program.
    /// \param where the line of the directive that wants it
    /// \param name of the section
    /// \return its lines; a line `// @section NAME` is none of them
    /// \throw std::invalid_argument if there is no such section, with the
    ///     names that there are, or if it was taken before, with the place
    std::vector<line> take(const line& where, const std::string& name);

    /// \return all that was not taken, in its order
    std::vector<line> rest() const;

private:
    struct section {
        std::string name;
        bool marked;  // by @section, and not by its heading
        std::vector<line> lines;
        std::string taken;  // the place where it was wanted
    };
    std::vector<section> all_;
};

}  // namespace chainrule::weave
