#!/bin/sh
# new_chapter.sh: a chapter made by one command must build, run, be judged and
# be woven as it stands. It is made in a scratch copy of the tree, and so is
# another title, which the pages beside it must then show.
set -eu
top=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
scratch=$(mktemp -d "${TMPDIR:-/tmp}/chainrule new XXXXXX")
trap 'rm -rf "$scratch"' EXIT
clone=$scratch/clone
git clone -q "$top" "$clone"
cd "$clone"
unset CHAINRULE_BUILD CHAINRULE_ANSWERS

say() { printf 'new_chapter: %s\n' "$*"; }
must() {
    "$@" >"$scratch/said" 2>&1 || {
        cat "$scratch/said"
        say "failed: $*"
        exit 1
    }
}

must ./workbook new 99_toy
must ./workbook test 99
say "$(grep 'tests passed' "$scratch/said")"
cp chapters/99_toy/solutions.hpp "$scratch/solutions.hpp"
mkdir answers
cp "$scratch/solutions.hpp" answers/99_toy.hpp
must ./workbook check 99
grep -q '99.1 PASS' "$scratch/said"

must cmake --build build --target page_99_toy page_12_fashion
page=build/book/woven/12_fashion.md
grep -q '99 · Toy' "$page"
sed -i 's|^// # Toy|// # A better title|' chapters/99_toy/toy.hpp
must cmake --build build --target page_99_toy page_12_fashion
grep -q '99 · A better title' "$page"
say "made, tested, judged, woven, renamed"
