#!/bin/sh
# driver.sh PROGRAM: the learner's commands from outside, with a compiler and
# a judge that only pretend, so that each takes no time.
set -u
driver=$1
top=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
scratch=$(mktemp -d "${TMPDIR:-/tmp}/chainrule driver XXXXXX")
trap 'rm -rf "$scratch"' EXIT
failed=0
passed=0
answers=$scratch/answers
answer=$answers/03_cached_backprop.hpp
said=$scratch/said

mkdir -p "$scratch/bin" "$scratch/build/judge"
: >"$scratch/build/CMakeCache.txt"
pretend() {
    printf '#!/bin/sh\n%s\n' "$2" >"$1"
    chmod +x "$1"
}
good_compiler() { pretend "$scratch/bin/cmake" 'exit 0'; }
# judge VERDICT: says it of 3.1, and that the others are not started.
judge() {
    pretend "$scratch/build/judge/03_cached_backprop" "
echo \"3.1 $1\"
printf '3.1\t$1\n3.2\tNOT STARTED\n3.3\tNOT STARTED\n' >\"\$2\"
[ '$1' = PASS ]"
}
workbook() {
    PATH="$scratch/bin:$PATH" CHAINRULE_ANSWERS="$answers" "$driver" \
        --source "$top" --build "$scratch/build" "$@" >"$said" 2>&1 </dev/null
}
# claim NAME CODE TEXT ARGUMENT...: must end with CODE and say TEXT.
claim() {
    name=$1 code=$2 text=$3
    shift 3
    workbook "$@"
    got=$?
    if [ "$got" -eq "$code" ] && grep -qF -- "$text" "$said"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED $name: code $got, and '$text' expected. It said:"
        sed 's/^/    /' "$said"
    fi
}
holds() {
    name=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED $name"
    fi
}

# said_not NAME TEXT: the last command did not say TEXT.
said_not() {
    grep -qF -- "$2" "$said"
    holds "$1" [ $? -ne 0 ]
}
# soon COMMAND...: waits until it holds, for a minute on a busy machine.
soon() {
    tries=0
    until "$@" >/dev/null 2>&1 || [ "$tries" -ge 600 ]; do
        sleep 0.1
        tries=$((tries + 1))
    done
}

good_compiler
judge WRONG
claim a_first_check_makes_the_file 1 "Made $answers/03_cached_backprop.hpp" check 3
holds it_has_the_exercises cmp -s "$answer" "$top/chapters/03_cached_backprop/exercises.hpp"
claim what_is_wrong_comes_first 1 "Next: mend 3.1" check 3
said_not the_file_is_not_made_again Made
claim a_verdict_is_remembered 0 "WRONG" status
claim what_is_wrong_is_next 0 "Next: ./workbook check 3.1" status
claim the_number_of_exercises_is_told 0 "0 of " status

judge PASS
claim a_passed_exercise_leads_to_the_next 1 "Next: begin 3.2" check 3
claim it_counts 0 "1 of " status
said_not colour_only_on_a_terminal "$(printf '\033')"

judge WRONG
echo "// changed" >>"$answer"
claim a_changed_chapter_is_found 1 "3.1 WRONG" check

pretend "$scratch/bin/cmake" "
echo \"$answer:38:20: error: expected ';' before 'r'\"
exit 1"
claim an_answer_that_does_not_compile 1 "3 BROKEN  $answers/03_cached_backprop.hpp does not compile" check 3
claim its_error_points_into_the_answer 1 "  $answers/03_cached_backprop.hpp:38:20: expected ';' before 'r'" check 3.2
claim broken_is_remembered 0 "BROKEN" status
pretend "$scratch/bin/cmake" "echo 'everything the compiler said'; echo '$answer:1:1: error: x'; exit 1"
claim in_full_if_asked 1 "everything the compiler said" check 3 --full
pretend "$scratch/bin/cmake" "echo '$answer:90:1: error: expected }'; exit 1"
cp "$answer" "$scratch/whole"
sed '/^    todo/,/^}/{/^}/d;}' "$scratch/whole" >"$answer"
claim a_missing_brace_is_told_where_it_is 1 "this { has no } before line" check 3
cp "$scratch/whole" "$answer"
pretend "$scratch/bin/cmake" "echo 'no space left on device'; exit 1"
claim a_build_that_fails_for_another_reason 1 "no space left on device" check 3
good_compiler

# Only the whole file and 3.1 fail, which names an error in its own part; 3.2 is
# called in a way that it does not have.
pretend "$scratch/bin/cmake" "
case \$* in
*subject_3.1*) echo '$answer:20:1: error: expected }' ;;
*subject_3.2*) echo '$top/tests/03_cached_backprop/probes.hpp:9:1: error: no match' ;;
*subject_3.3*) exit 0 ;;
*) echo '$answer:20:1: error: expected }' ;;
esac
exit 1"
# shellcheck disable=SC2016 # it is for the judge to expand
pretend "$scratch/build/judge/03_cached_backprop" '
case "$*" in
*"--missing 3.2"*) echo "3.2 BROKEN  There is no function"; printf "3.2\tBROKEN\n" >"$2" ;;
*"03_cached_backprop.3.3.subject"*"--exercise 3.3"*) echo "3.3 PASS"; printf "3.3\tPASS\n" >"$2" ;;
*) echo "asked for $*" ;;
esac'
claim one_that_does_not_compile_is_told_alone 1 "3.1 BROKEN  $answers/03_cached_backprop.hpp does not compile" check 3
holds one_that_cannot_be_called_so grep -q "^3.2 BROKEN  There is no function" "$said"
holds the_others_are_judged grep -q "^3.3 PASS" "$said"
holds each_is_told_once [ "$(grep -c "^3\." "$said")" -eq 3 ]
claim their_verdicts_are_remembered 0 "1 of " status
holds they_are_compiled_without_each_other grep -q slope_of_shared_weight "$scratch/build/judge/03_cached_backprop.3.3.hpp"

# A file that was begun before 3.3 was there.
pretend "$scratch/bin/cmake" "
case \$* in
*subject_3.1*|*subject_3.2*) exit 0 ;;
*) echo '$top/tests/03_cached_backprop/probes.hpp:9:1: error: no match'; exit 1 ;;
esac"
sed '/^\/\/ ## 3.3/,/^}  \/\/ namespace/d' "$scratch/whole" >"$answer"
echo '}  // namespace answers' >>"$answer"
claim a_part_that_is_not_there_is_named 1 "has no line '// ## 3.3'. Copy the exercise from" check 3
cp "$scratch/whole" "$answer"
grep -q slopes_of_fourth_power "$scratch/build/judge/03_cached_backprop.3.3.hpp"
holds without_what_does_not_compile [ $? -ne 0 ]
good_compiler

# For programs: a line each, and nothing else.
pretend "$scratch/bin/cmake" "printf '%s\\n' '$answer:1:1: error: no \"x\"'; exit 1"
claim json_of_a_build_that_failed 1 '{"change":null,"details":["  ' check 3 --json
holds a_line_for_each_exercise [ "$(grep -c '^{"change":null,"details":.*"mistake":null,"related":false,"verdict":"BROKEN"}$' "$said")" -eq 3 ]
holds and_nothing_else [ "$(wc -l <"$said")" -eq 3 ]
good_compiler
# shellcheck disable=SC2016 # it is for the judge to expand
pretend "$scratch/build/judge/03_cached_backprop" 'echo "$*"; printf "3.1\tPASS\n" >"$2"'
claim the_judge_is_asked_for_json 0 "--exercise 3.1 --json" check 3.1 --json
said_not no_word_beside_it Next
claim an_unknown_option_is_named 2 "'check' has no option --jsn" check 3 --jsn

# A judge that dies leaves no verdict, whatever was said before.
judge PASS
claim it_passed 1 "3.1 PASS" check 3
claim and_is_remembered 0 "1 of " status
pretend "$scratch/build/judge/03_cached_backprop" 'kill -9 $$'
claim a_judge_that_was_killed_is_broken 1 "3.1 BROKEN  The judge ended without a verdict (exit code 137)" check 3.1
claim no_old_pass_is_left 0 "0 of " status
pretend "$scratch/build/judge/03_cached_backprop" 'echo "3.1 PASS"; exit 0'
claim printing_is_no_verdict 1 "3.1 BROKEN  The judge ended without a verdict (exit code 0)" check 3.1
# shellcheck disable=SC2016 # it is for the judge to expand
pretend "$scratch/build/judge/03_cached_backprop" 'printf "3.1\tPASS\n" >"$2"; kill -9 $$'
claim a_verdict_beside_a_judge_that_was_killed_is_none 1 "3.1 BROKEN" check 3.1
pretend "$scratch/build/judge/03_cached_backprop" 'kill -STOP $$'
claim a_judge_that_was_stopped_is_broken 1 "3.1 BROKEN  The judge ended without a verdict" check 3.1
# shellcheck disable=SC2016
pretend "$scratch/build/judge/03_cached_backprop" 'printf "3.1\tPASSED\n" >"$2"'
claim no_other_word_is_a_verdict 1 "3.1 BROKEN" check 3.1
judge WRONG
claim an_exit_code_is_no_verdict 1 "3.1 WRONG" check 3

# The build was made for other answers, and cannot be told of these.
echo 'CHAINRULE_ANSWERS:PATH=/elsewhere' >"$scratch/build/CMakeCache.txt"
pretend "$scratch/bin/cmake" "case \$1 in -S) echo 'no such generator'; exit 1;; esac"
claim a_build_that_cannot_be_pointed_at_the_answers 1 "no such generator" check 3
: >"$scratch/build/CMakeCache.txt"
good_compiler

cp "$answer" "$scratch/mine"
: >"$answer"
claim an_empty_file_costs_its_chapter_only 1 "$answers/03_cached_backprop.hpp is empty" check 3
cp "$scratch/mine" "$answer"
claim a_reset_says_where_the_old_file_is 0 "$answers/03_cached_backprop.hpp.old" reset 3
holds and_it_is_there cmp -s "$answer.old" "$scratch/mine"
claim a_reset_of_one_exercise 0 "exercise 3.2 is" reset 3.2

claim the_first_hint 0 "Hint 1 of 3" hint 3.2
said_not only_one_at_a_time "Hint 2"
claim the_second_hint 0 "Hint 2 of 3" hint 3.2
claim the_third_hint 0 "Hint 3 of 3" hint 3.2
claim then_the_solution 0 "./workbook solution 3.2" hint 3.2
claim a_solution_is_shown 0 "slopes_of_fourth_power" solution 3.2
claim beside_ones_own 0 "Yours is in $answers/03_cached_backprop.hpp, line" solution 3.2
claim a_hint_is_about_one_exercise 2 "which exercise of chapter 3?" hint 3
claim what_is_not_there 2 "there is no chapter and no exercise '77'" check 77
claim the_machine_is_looked_at 0 "cmake" doctor

# A new chapter, in a copy of the course.
mkdir -p "$scratch/course/src/workbook"
cp -r "$top/chapters" "$scratch/course/chapters"
cp -r "$top/src/workbook/skeleton" "$scratch/course/src/workbook/skeleton"
begin() { "$driver" --source "$scratch/course" --build "$scratch/build" new "$@" >"$said" 2>&1; }
holds a_chapter_is_begun begin 99_moving_averages
holds with_its_line grep -q '^add_chapter(99_moving_averages)$' "$scratch/course/chapters/CMakeLists.txt"
holds with_its_title grep -q '^// # Moving averages$' "$scratch/course/chapters/99_moving_averages/moving_averages.hpp"
holds with_its_suite grep -q 'moving_averages.hpp' "$scratch/course/tests/99_moving_averages/suite.cpp"
grep -rq "@stem@\|@title@\|@number@\|@chapter@" "$scratch"/course/chapters/99* "$scratch"/course/tests/99*
holds nothing_is_left_to_fill_in [ $? -ne 0 ]
holds a_number_is_taken_once sh -c '! "$@" >/dev/null 2>&1' - "$driver" --source "$scratch/course" --build "$scratch/build" new 99_other
begin 99_other
holds and_it_says_by_whom grep -q "there is a chapter 99_moving_averages" "$said"
begin averages
holds a_name_needs_its_number grep -q "write NN_stem" "$said"

chmod a-w "$answers"
if [ "$(id -u)" -ne 0 ]; then
    claim answers_that_cannot_be_written 2 "cannot write" hint 3.1
fi
chmod u+w "$answers"

# What was judged is not judged again until it changes.
judge WRONG
claim it_is_judged_once 1 "3.1 WRONG" check 3
pretend "$scratch/build/judge/01_one_neuron" ": >\"\$2\""
claim then_the_first_that_is_not_done 1 "Made $answers/01_one_neuron.hpp" check
said_not what_did_not_change_is_not_judged "3.1 WRONG"

# Watching: a saved file is judged, and Ctrl-C is no failure.
judge WRONG
PATH="$scratch/bin:$PATH" CHAINRULE_ANSWERS="$answers" "$driver" \
    --source "$top" --build "$scratch/build" watch 3 >"$said" 2>&1 &
watching=$!
soon grep -q Watching "$said"
echo "// saved" >>"$answer"
judged_twice() { [ "$(grep -c "3.1 WRONG" "$said")" -eq 2 ]; }
soon judged_twice
kill -INT "$watching"
wait "$watching"
code=$?
holds a_saved_file_is_judged_again judged_twice
holds ctrl_c_ends_watching [ "$code" -eq 0 ]
holds nothing_half_written [ -z "$(find "$answers" -name '*.part*')" ]

# A build that takes long, and then the end of who asked for it.
began=$scratch/began
pretend "$scratch/bin/cmake" "echo \"\$*\" >'$began'; sleep 2"
begin_check() {
    rm -f "$began"
    PATH="$scratch/bin:$PATH" CHAINRULE_ANSWERS="$answers" "$driver" \
        --source "$top" --build "$scratch/build" check 3 >"$said" 2>&1 &
    checking=$!
    soon test -s "$began"
}
begin_check
kill -INT "$checking"
wait "$checking"
code=$?
holds ctrl_c_ends_a_check [ "$code" -eq 130 ]
holds with_a_word grep -q "interrupted. Nothing is lost" "$said"
soon flock -n "$scratch/build/.lock" true
begin_check
kill -9 "$checking"
wait "$checking" 2>"$scratch/ignored"
flock -n "$scratch/build/.lock" true
holds a_build_goes_on_alone_and_locked [ $? -ne 0 ]
soon flock -n "$scratch/build/.lock" true
holds until_it_ends flock -n "$scratch/build/.lock" true
# With make it would be as many as there are files.
grep -q parallel "$began"
holds the_number_of_compilers_is_said_elsewhere [ $? -ne 0 ]

echo "driver: $passed claims hold, $failed do not"
[ "$failed" -eq 0 ]
