#!/bin/sh
# compile_answer.sh SECONDS COMPILER ARGUMENT...: compiles an answer
# within limits, and refuses one that includes what it is judged by. A
# compiler can be kept busy for ever, by templates that ask for each other, and
# can wait for ever, for a pipe that is included.
set -u
seconds=$1
shift
# At a soft limit the compiler ends in a way that its message names.
# shellcheck disable=SC3045 # dash, bash and busybox have it
ulimit -S -t "$seconds"
ulimit -f 400000 # 200 MB; the object of an answer has less than one
# shellcheck disable=SC3045 # dash, bash and busybox have it
ulimit -v 4000000 2>/dev/null # KB
timeout --kill-after=1 $((4 * seconds)) "$@" </dev/null
code=$?
if [ "$code" -eq 124 ]; then
    echo "error: the compiler waited for $((4 * seconds)) s" >&2
fi
[ "$code" -eq 0 ] || exit "$code"

object=
dependencies=
while [ $# -gt 1 ]; do
    case $1 in
    -o) object=$2 ;;
    -MF) dependencies=$2 ;;
    esac
    shift
done
[ -f "$dependencies" ] || exit 0
judged_by='/solutions\.hpp|/truth\.hpp|/mistakes\.md|/scores\.tsv|/style\.hpp|/right_answers/'
# By whatever name it was found: a link has another. Those of the system are no
# answers.
# A space in a name has a backslash before it.
found=$(sed 's/\\ /\t/g' "$dependencies" | tr ' ' '\n' | tr '\t' ' ' |
    grep -v '^/usr/' |
    while read -r name; do
        printf '%s\n' "$name"
        [ ! -L "$name" ] || readlink -f "$name"
    done | grep -E "$judged_by" | head -1)
[ -n "$found" ] || exit 0
rm -f "$object"
echo "error: the answer includes $found, and has to stand without it" >&2
exit 1
