#!/bin/sh
# What ./workbook says when it is used wrongly or on a machine that lacks
# something. Commands that it would call are replaced by small stand-ins, so
# nothing is built or installed here.
set -u
top=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
scratch=$(mktemp -d "${TMPDIR:-/tmp}/chainrule workbook XXXXXX")
trap 'rm -rf "$scratch"' EXIT
failed=0
passed=0

# stand_in NAME BODY: a program of that name, first on the path.
stand_in() {
    printf '#!/bin/sh\n%s\n' "$2" >"$scratch/bin/$1"
    chmod +x "$scratch/bin/$1"
}

# A machine with all packages and a build that does nothing.
fresh_machine() {
    rm -rf "${scratch:?}/bin" "$scratch/build"
    mkdir -p "$scratch/bin"
    stand_in dpkg-query 'echo "install ok installed"'
    stand_in cmake "echo \"cmake \$*\" >>'$scratch/calls'"
    stand_in ctest "echo \"ctest \$*\" >>'$scratch/calls'"
    stand_in apt-get 'exit 100'
    stand_in sudo 'exit 1'
    stand_in id 'echo 1000'
    : >"$scratch/calls"
    path=$scratch/bin:$PATH
}

# A machine that has only what the script itself calls, and the named tools.
bare_machine() {
    fresh_machine
    for tool in sh dirname sed cat mkdir touch awk nproc; do
        ln -sf "$(command -v "$tool")" "$scratch/bin/$tool"
    done
    for tool in "$@"; do
        stand_in "$tool" 'exit 0'
    done
    path=$scratch/bin
}

workbook() {
    (cd / && PATH=$path CHAINRULE_BUILD="$scratch/build" CXX=${compiler:-} \
        CHAINRULE_JOBS=${jobs:-} sh "$top/workbook" "$@") >"$scratch/said" 2>&1 </dev/null
}

# refused CLAIM TEXT ARGUMENT...: must fail and say TEXT.
refused() {
    claim=$1
    text=$2
    shift 2
    if workbook "$@"; then
        verdict "$claim" 1 "exit code 0"
    else
        grep -qF -- "$text" "$scratch/said"
        verdict "$claim" $? "did not say '$text'"
    fi
}

accepted() {
    claim=$1
    text=$2
    shift 2
    if workbook "$@"; then
        grep -qF -- "$text" "$scratch/said" "$scratch/calls"
        verdict "$claim" $? "did not say or do '$text'"
    else
        verdict "$claim" 1 "exit code not 0"
    fi
}

verdict() {
    if [ "$2" -eq 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED $1: $3. It said:"
        sed 's/^/    /' "$scratch/said"
    fi
}

fresh_machine
refused unknown_command "there is no command 'runn'" runn
refused unknown_chapter "there is no chapter '99'" run 99
refused chapters_are_listed "02_three_layers" run 99
refused not_a_chapter "there is no chapter '3x'" test 3x
refused too_many_words "too many words" run 2 3
refused no_chapter_for_book "'book' takes no chapter, only --pdf" book 3
accepted help_is_no_error "usage:" help

fresh_machine
accepted test_of_one_chapter "03_cached_backprop.tests" test 3
accepted a_chapter_may_use_libraries "12_fashion.tests" test 12
accepted test_by_full_name "-L ^02$" test 02_three_layers
accepted all_suites "ctest --test-dir" test

# Options behind a chapter's number are for its program.
fresh_machine
mkdir -p "$scratch/build/chapters" "$scratch/build/runs/03_cached_backprop"
echo "of the book" >"$scratch/build/runs/03_cached_backprop/output.txt"
# shellcheck disable=SC2016 # it is for the program to expand
printf '#!/bin/sh\necho "program: $*"\n[ "$4" != bad ]\n' >"$scratch/build/chapters/03_cached_backprop"
chmod +x "$scratch/build/chapters/03_cached_backprop"
accepted options_are_handed_to_the_program "program: --figures $scratch/build/tries/03_cached_backprop --rate 0.5 --seed 3" run 3 --rate 0.5 --seed 3
grep -qF "run_03_cached_backprop" "$scratch/calls"
verdict the_run_of_the_book_is_left_alone $((1 - $?)) "made it"
grep -qx "of the book" "$scratch/build/runs/03_cached_backprop/output.txt"
verdict so_is_its_output $? "changed it"
refused a_program_that_refuses_them "program:" run 3 --rate bad
refused options_without_a_chapter "'run' needs a chapter before the options" run --rate 0.5
refused a_test_takes_no_options "too many words" test 3 --rate 0.5

fresh_machine
stand_in chromium 'echo no display; exit 1'
refused a_book_that_was_not_printed "the browser printed nothing" book --pdf

# The learner's commands are handed over to a program that the build makes.
fresh_machine
accepted without_a_build_the_commands_are_listed "Nothing is built yet"
accepted and_what_begins "./workbook check 1"
stand_in cmake "
case \"\$*\" in *driver*)
    mkdir -p '$scratch/build/driver'
    printf '#!/bin/sh\necho handed over: \"\$@\"\n' >'$scratch/build/driver/workbook'
    chmod +x '$scratch/build/driver/workbook' ;;
esac"
accepted a_first_check_builds_it "handed over: --source $top --build $scratch/build check 3" check 3
accepted then_it_is_there "handed over:" hint 3.1
accepted all_words_are_handed_over "check 3 --full" check 3 --full
accepted no_command_shows_the_status "build status"

fresh_machine
stand_in dpkg-query "case \$4 in doxygen) ;; *) echo 'install ok installed' ;; esac"
refused missing_package_without_rights "apt-get install doxygen" run
mkdir -p "$scratch/build/runs/03_cached_backprop"
echo "what it prints" >"$scratch/build/runs/03_cached_backprop/output.txt"
accepted so_does_a_chapter "Going on without: doxygen" run 3
accepted tests_go_on_without_the_book "Going on without: doxygen" test
stand_in id 'echo 0'
refused no_network_for_apt "Is there a network?" run

fresh_machine
stand_in dpkg-query "case \$4 in g++) ;; *) echo 'install ok installed' ;; esac"
refused tests_need_a_compiler "these packages are missing: g++" test

fresh_machine
touch "$scratch/build"
refused unwritable_build_folder "cannot write to the build folder" test
rm -f "$scratch/build"
# Nor is an answer broken, where a build that is there cannot be written.
mkdir -p "$scratch/build/driver"
ln -s /nowhere/lock "$scratch/build/.lock"
cp "$scratch/bin/dpkg-query" "$scratch/build/driver/workbook"
refused read_only_build_folder "cannot write to the build folder" check 3

fresh_machine
mkdir -p "$scratch/build"
printf 'CMAKE_HOME_DIRECTORY:INTERNAL=%s\nCMAKE_CXX_COMPILER:FILEPATH=%s\n' \
    "$top" /nowhere/g++-9 >"$scratch/build/CMakeCache.txt"
refused compiler_that_has_gone "was made with /nowhere/g++-9" test
printf 'CMAKE_HOME_DIRECTORY:INTERNAL=/elsewhere\nCMAKE_CXX_COMPILER:FILEPATH=/bin/sh\n' \
    >"$scratch/build/CMakeCache.txt"
refused build_of_another_clone "was made for /elsewhere" test

if command -v flock >/dev/null; then
    fresh_machine
    mkdir -p "$scratch/build"
    : >"$scratch/build/.lock"
    before=$failed
    (
        exec 9>"$scratch/build/.lock"
        flock 9
        refused second_workbook "another ./workbook is at work" test
        [ "$failed" -eq "$before" ]
    ) || failed=$((failed + 1))
fi

fresh_machine
stand_in cmake 'echo "a message of CMake" ; exit 1'
refused failing_configure "a message of CMake" test

# What a machine may lack.
bare_machine g++ ninja
rm "$scratch/bin/cmake"
refused no_cmake "there is no cmake. Install CMake" test
bare_machine ninja
refused no_compiler "there is no C++ compiler. Install g++ 12" test
compiler=g++-99
refused no_such_compiler "CXX is 'g++-99', and there is no such compiler" test
compiler=
bare_machine g++
refused neither_ninja_nor_make "there is neither ninja nor make" test
bare_machine g++ make
accepted make_will_do "ctest --test-dir" test

stand_in dpkg-query "case \$4 in mold | ninja-build) ;; *) echo 'install ok installed' ;; esac"
accepted a_slower_build_will_do "Going on without: ninja-build mold" test 3

# A build that fails ends there, and says what helps.
fails_to_build() {
    fresh_machine
    stand_in cmake "case \$1 in --build) echo '$1'; exit 1 ;; esac"
}
fails_to_build 'error: a message of the compiler'
refused failing_build "a message of the compiler" test
grep -q ctest "$scratch/calls"
verdict no_test_runs_after_it $((1 - $?)) "ran ctest"
fails_to_build 'g++: fatal error: Killed signal terminated program cc1plus'
refused too_little_memory "CHAINRULE_JOBS=1 compiles one file at a time" test
fails_to_build 'virtual memory exhausted: Cannot allocate memory'
refused too_few_addresses "CHAINRULE_JOBS=1 compiles one file at a time" run 3
fails_to_build 'fatal error: error writing to /tmp/x.s: No space left on device'
refused a_full_disk "Make room for $scratch/build" test

fresh_machine
stand_in cmake "echo \"at once: \$CMAKE_BUILD_PARALLEL_LEVEL\" >>'$scratch/calls'"
jobs=1
accepted as_many_compilers_as_asked "at once: 1" test 3
jobs=many
refused a_number_of_jobs "CHAINRULE_JOBS is 'many'" test 3
jobs=

before=$failed
(
    # shellcheck disable=SC3045 # dash, bash and busybox have it
    ulimit -v 4000000
    refused limited_addresses "limits addresses to 4000000 KB" check 3
    [ "$failed" -eq "$before" ]
) || failed=$((failed + 1))

echo "workbook: $passed claims hold, $failed do not"
[ "$failed" -eq 0 ]
