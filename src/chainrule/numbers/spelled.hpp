/// \file
/// Floating numbers in messages.
#pragma once

#include <string>

namespace chainrule {

/// A number for a message, with at most so many digits. What is no number is
/// "nan", whatever its sign bit, which means nothing and differs between
/// processors.
std::string spelled(double x, int digits = 6);

}  // namespace chainrule
