#!/bin/sh
# busy.sh BUILD [ROUNDS]: train the net of chapter 12 on one and on two
# threads, beside no, one and two processes that only count, and print how
# fast two threads are over one. Fails below 1.5 on quiet cores and below 0.9
# on busy ones. Needs two cores that do nothing else.
set -eu
[ $# -ge 1 ] || {
    echo "usage: busy.sh BUILD [ROUNDS]; BUILD holds tests/performance" >&2
    exit 2
}
trial=$1/tests/performance/performance_layers
rounds=${2:-5}
[ -x "$trial" ] || {
    echo "busy.sh: $trial is not there; build the target performance_layers" >&2
    exit 2
}
work=$(mktemp -d)
counting=
# shellcheck disable=SC2317 # the trap calls it
stop() {
    # shellcheck disable=SC2086
    [ -z "$counting" ] || kill $counting 2>/dev/null || true
    counting=
}
trap 'stop; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

median() { sort -n "$1" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

failed=0
printf '%-16s %10s %10s %6s %6s\n' 'beside' '1 thread' '2 threads' ratio least
for others in 0 1 2; do
    rm -f "$work"/[12]
    while [ "$(echo "$counting" | wc -w)" -lt "$others" ]; do
        sh -c 'while :; do :; done' &
        counting="$counting $!"
    done
    round=0
    while [ "$round" -lt "$rounds" ]; do
        round=$((round + 1))
        for threads in 1 2; do
            "$trial" "$threads" >>"$work/$threads"
        done
    done
    least=0.9
    [ "$others" -gt 0 ] || least=1.5
    one=$(median "$work/1")
    two=$(median "$work/2")
    awk -v n="$others" -v one="$one" -v two="$two" -v least="$least" 'BEGIN {
        printf "%-16s %10s %10s %6.2f %6s\n", n " processes", one, two, two / one, least
        exit two < least * one }' || failed=1
done
[ "$failed" -eq 0 ] || echo "busy.sh: a ratio is below what is asked; were the cores free?" >&2
exit "$failed"
