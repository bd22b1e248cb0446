#!/bin/sh
# Instructions for each layer, by callgrind: the same number on every run,
# whatever else the machine does. Fails if the chapter needs more than LIMIT.
# Usage: instructions.sh PROGRAM LIMIT
set -eu
if ! command -v valgrind >/dev/null; then
    echo "instructions: needs valgrind: apt install valgrind" >&2
    exit 1
fi

# Counted at two depths, so that all that does not grow with it cancels.
instructions() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$1" --once "$2" "$3" 2>&1 |
        sed -n 's/.*Collected : \([0-9]*\).*/\1/p'
}

for which in plain chapter; do
    short=$(instructions "$1" $which 1000)
    long=$(instructions "$1" $which 2000)
    tenths=$(((long - short) / 10000))
    echo "$which: $((tenths / 10)).$((tenths % 10)) instructions a layer"
done
if [ "$tenths" -gt $(($2 * 10)) ]; then
    echo "instructions: the chapter needs more than $2 a layer" >&2
    exit 1
fi
