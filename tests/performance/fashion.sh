#!/bin/sh
# fashion.sh FOLDER: train the net of chapter 12 by every library that was
# built there, round robin, and print a table of medians and ratios.
set -eu
folder=$1
rounds=${2:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

trials() {
    echo "by_hand 1"
    echo "layers 1"
    echo "layers 2"
    for peer in torch dlib fann; do
        [ -x "$folder/performance_$peer" ] || continue
        echo "$peer 1"
        [ "$peer" = torch ] && echo "$peer 2"
    done
    return 0
}

round=0
while [ "$round" -lt "$rounds" ]; do
    round=$((round + 1))
    trials | while read -r who threads; do
        # FANN needs as long for one round as all others together.
        [ "$who" != fann ] || [ "$round" -eq 1 ] || continue
        OMP_NUM_THREADS=$threads OPENBLAS_NUM_THREADS=$threads \
            "$folder/performance_$who" "$threads" \
            >>"$work/$who-$threads"
    done
done

median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
column() { awk -v c="$2" '{ print $c }' "$work/$1" | median; }
hand=$(column by_hand-1 1)

printf '%-10s %7s %10s %8s %7s %15s\n' trainer threads samples/s ratio percent 'MiB above data'
trials | while read -r who threads; do
    speed=$(column "$who-$threads" 1)
    printf '%-10s %7s %10s %8s %7s %15s\n' "$who" "$threads" "$speed" \
        "$(awk -v a="$speed" -v b="$hand" 'BEGIN { printf "%.2f", a / b }')" \
        "$(column "$who-$threads" 2)" "$(column "$who-$threads" 3)"
done

ratio() {
    awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'
}
one=$(column layers-1 1)
echo
echo "layers / by hand = $(ratio "$one" "$hand")"
echo "layers, 2 threads / 1 = $(ratio "$(column layers-2 1)" "$one")"
if [ -f "$work/torch-1" ]; then
    torch1=$(column torch-1 1)
    torch2=$(column torch-2 1)
    better=$(printf '%s\n%s\n' "$torch1" "$torch2" | sort -n | tail -1)
    echo "layers / torch, 1 thread = $(ratio "$one" "$torch1")"
    echo "layers, 2 threads / torch, its better setting = $(ratio "$(column layers-2 1)" "$better")"
    blas=$(ldd "$folder/performance_torch" | awk '$1 == "libblas.so.3" { print $3 }')
    echo "torch and dlib multiply by $(readlink -f "${blas:-none}")"
    case $(readlink -f "${blas:-none}") in
    *openblas* | *mkl* | *blis*) ;;
    *) echo "which is slow: apt-get install libopenblas0-pthread compares with their best" ;;
    esac
fi
# Forward 2 x 101632, back 2 x 101632 + 2 x 1280 operations for each sample.
"$folder/performance_limit" | while read -r shape best; do
    speed=$(awk -v s="$one" 'BEGIN { printf "%.1f", s * 409088 / 1e9 }')
    echo "layers, 1 thread = $speed GFLOP/s; products of 64 x 784 x 128 run at $shape, of 2048 at $best: $(ratio "$speed" "$shape") and $(ratio "$speed" "$best") of the limit"
done
