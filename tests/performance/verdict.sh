#!/bin/sh
# verdict.sh [MOST]: how long `./workbook check` takes after an edit, in twenty
# edits of right answers to chapters 3, 10 and 12. Prints the median and the
# 95th percentile in milliseconds, and fails if one of the latter is above
# MOST. Nothing else may keep the machine busy.
set -eu
top=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
most=${1:-500}
CHAINRULE_ANSWERS=$(mktemp -d)
export CHAINRULE_ANSWERS
trap 'rm -rf "$CHAINRULE_ANSWERS"' EXIT
said=$CHAINRULE_ANSWERS/said
times=$CHAINRULE_ANSWERS/times

now() { date +%s%N; }
check() {
    "$top/workbook" check "$1" >"$said" || {
        cat "$said"
        exit 1
    }
}
# verdict CHAPTER STEM: fails if it takes too long.
verdict() {
    answer=$CHAINRULE_ANSWERS/$2.hpp
    cp "$top/chapters/$2/solutions.hpp" "$answer"
    check "$1" # builds what does not change
    for edit in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        echo "// edit $edit" >>"$answer"
        begin=$(now)
        check "$1"
        echo $((($(now) - begin) / 1000000))
    done | sort -n >"$times"
    median=$(sed -n 10p "$times")
    p95=$(sed -n 19p "$times")
    echo "check $1: median $median ms, 95th percentile $p95 ms, limit $most ms"
    [ "$p95" -le "$most" ]
}

code=0
verdict 3 03_cached_backprop || code=1
verdict 10 10_dense_layers || code=1
verdict 12 12_fashion || code=1
exit "$code"
