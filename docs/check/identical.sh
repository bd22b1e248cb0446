#!/bin/sh
# Two builds of the book, in other folders and by other compilers, must be the
# same to the last byte:
#
#     sh docs/check/identical.sh build/book/html other/book/html
#
# Two figures may differ: that of times, which each build measures anew, and
# that of round-off, whose last digits belong to the compiler.
set -eu
scratch=$(mktemp -d "${TMPDIR:-/tmp}/chainrule-books.XXXXXX")
trap 'rm -rf "$scratch"' EXIT

for build in 1 2; do
    cp -r "$1" "$scratch/$build"
    for figure in 03-cached-backprop:time-by-depth 05-gradient-check:u-curves; do
        page=chapter-${figure%:*}.html
        sed "/id=\"${figure#*:}/,/<\\/svg>/d" "$1/$page" >"$scratch/$build/$page"
    done
    shift
done
diff -r "$scratch/1" "$scratch/2" | cut -c1-200 | head -20 >"$scratch/differences"
cat "$scratch/differences"
[ ! -s "$scratch/differences" ]
echo "both builds are the same"
