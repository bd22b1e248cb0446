// An answer whose assembler reads what has no end.
#pragma once

#include "../../../chapters/03_cached_backprop/exercises.hpp"

asm(".incbin \"/dev/zero\"");
