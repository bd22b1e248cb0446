#!/bin/sh
# program.sh PROGRAM: a page and the check of a built book, from outside. Whatever
# is wrong with a book must be said, all of it, and end the build.
set -u
weave=$1
scratch=$(mktemp -d "${TMPDIR:-/tmp}/chainrule weave XXXXXX")
trap 'rm -rf "$scratch"' EXIT
said=$scratch/said
failed=0

mkdir "$scratch/pages" "$scratch/html"
# shellcheck disable=SC2016  # the backticks are those of a fence
printf '# A {#chapter-01-a}\n\n```{.cpp}\nx\n```\n' >"$scratch/pages/01_a.md"

# claim NAME CODE BODY TEXT...: a page with this body must end the check with
# CODE, and each TEXT be said.
claim() {
    name=$1 code=$2
    printf '%s' "$3" >"$scratch/html/chapter-01-a.html"
    shift 3
    "$weave" links --html "$scratch/html" --pages "$scratch/pages" >"$said" 2>&1
    got=$?
    for text in "$@"; do
        grep -qF -- "$text" "$said" || got="$got, without '$text'"
    done
    if [ "$got" != "$code" ]; then
        failed=$((failed + 1))
        echo "FAILED $name: expected $code, got $got. It said:"
        sed 's/^/    /' "$said"
    fi
}

shown='<div class="fragment">x</div>'
claim a_right_book_passes 0 "$shown<a href='#there' id='there'>x</a>" \
    "1 pages, 1 links, 0 bad"
claim a_dead_link_is_told 1 "$shown<a href='none.html'>x</a>" \
    "chapter-01-a.html: there is no none.html" "1 pages, 1 links, 1 bad" \
    "html: not as it was woven; see above"
claim a_lost_part_is_told 1 "<p id='x'></p>" \
    "chapter-01-a.html: 1 blocks of code woven, 0 shown" \
    "1 pages, 0 links, 1 bad"
claim both_are_told 1 "<a href='none.html'>x</a>" "none.html" \
    "blocks of code" "1 pages, 1 links, 2 bad"

# A page and its part of the search.
mkdir -p "$scratch/chapters/01_a" "$scratch/run"
printf '// # A\n//\n// Words.\n' >"$scratch/chapters/01_a/a.hpp"
: >"$scratch/chapters/01_a/a.cpp"
: >"$scratch/run/output.txt"
echo "add_chapter(01_a)" >"$scratch/chapters/CMakeLists.txt"
"$weave" page --chapter "$scratch/chapters/01_a" --figures "$scratch/run" \
    --run "$scratch/run/output.txt" \
    --src "$scratch" --tests "$scratch" --out "$scratch/out/01_a.md"
if ! grep -q '^Words' "$scratch/out/01_a.md" ||
    ! grep -q 'Words' "$scratch/out/01_a.search.json"; then
    failed=$((failed + 1))
    echo "FAILED a_page_is_written_with_its_part_of_the_search"
fi

# What is only warned of is refused if that is wanted.
awk 'BEGIN { for (i = 0; i < 31; ++i) print "int a" i ";" }' \
    >"$scratch/chapters/01_a/a.cpp"
page() {
    rm -rf "$scratch/out"
    "$weave" page --chapter "$scratch/chapters/01_a" --figures "$scratch/run" \
        --run "$scratch/run/output.txt" --src "$scratch" \
        --tests "$scratch" --out "$scratch/out/01_a.md" "$@" 2>"$said"
    grep -q 'a.cpp:1: 31 lines of code' "$said"
}
if ! page || [ ! -f "$scratch/out/01_a.md" ]; then
    failed=$((failed + 1))
    echo "FAILED a_long_block_is_warned_of"
fi
if ! page --strict || [ -f "$scratch/out/01_a.md" ]; then
    failed=$((failed + 1))
    echo "FAILED a_long_block_is_refused_if_that_is_wanted"
fi

# The names of all tests, written only if they are others.
mkdir -p "$scratch/tests/a"
printf 'BOOST_AUTO_TEST_CASE(it_is_so)\n{\n}\n' >"$scratch/tests/a/suite.cpp"
echo "a.output" >"$scratch/ctest.txt"
cases() {
    "$weave" cases --tests "$scratch/tests" --ctest "$scratch/ctest.txt" \
        --out "$scratch/cases.txt"
}
cases && touch -d 2001-01-01 "$scratch/cases.txt" && cases
if [ "$(tr '\n' ' ' <"$scratch/cases.txt")" != "it_is_so a.output " ] ||
    [ -n "$(find "$scratch/cases.txt" -newer "$scratch/ctest.txt")" ]; then
    failed=$((failed + 1))
    echo "FAILED the_names_of_tests_are_listed"
fi
[ "$failed" -eq 0 ]
