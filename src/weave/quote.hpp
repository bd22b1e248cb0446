/// \file
/// A piece of a source file, found by name.
#pragma once

#include <filesystem>
#include <string>

namespace chainrule::weave {

/// The declaration of a function, class or concept, from its first line
/// (`template` included, comment not) to its closing brace or semicolon. Of
/// comments inside it, what describes single parameters is left out.
/// \param file where it stands
/// \param name its name
/// \return its lines
/// \throw std::invalid_argument listing the names of the file if there is no
///     such name
std::string quote(const std::filesystem::path& file, const std::string& name);

}  // namespace chainrule::weave
