#!/bin/sh
# A hint leads to the solution and does not contain it: no line of code of
# solutions.hpp may stand in hints.md, whatever the spaces.
set -eu
cd "$(dirname "$0")/../../chapters"

squeezed() { tr -d ' \t`$' <"$1"; }

bad=0
for solutions in */solutions.hpp; do
    hints=${solutions%/*}/hints.md
    squeezed "$hints" >"${TMPDIR:-/tmp}/hints.$$"
    # Lines that are long enough to give something away.
    squeezed "$solutions" | grep -v '^//\|^#\|^template\|^using' |
        awk 'length > 8' | sort -u >"${TMPDIR:-/tmp}/lines.$$"
    if grep -F -f "${TMPDIR:-/tmp}/lines.$$" "${TMPDIR:-/tmp}/hints.$$"; then
        echo "hints: $hints has a line of $solutions, see above"
        bad=1
    fi
    lines=$(wc -l <"${TMPDIR:-/tmp}/lines.$$")
    [ "$lines" -ge 10 ] || {
        echo "hints: $solutions has only $lines lines of code"
        bad=1
    }
    rm -f "${TMPDIR:-/tmp}/hints.$$" "${TMPDIR:-/tmp}/lines.$$"
done
exit $bad
