/// \file
/// For BOOST_CHECK_EXCEPTION: that an error says a thing.
#pragma once

#include <exception>
#include <string>

namespace chainrule {

/// \param part what the message must contain
/// \return whether an error says it
inline auto saying(std::string part)
{
    return [part](const std::exception& e) {
        return std::string(e.what()).find(part) != std::string::npos;
    };
}

}  // namespace chainrule
