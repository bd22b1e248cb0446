// An answer whose assembler reads what has no end.
#pragma once

asm(".incbin \"/dev/zero\"");
