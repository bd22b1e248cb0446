#include <CLI/CLI.hpp>
#include <boost/test/unit_test.hpp>
#include <iostream>

#include "course/files.hpp"
#include "judge/proof.hpp"
#include "judge/verdict.hpp"

// How the sanitizers report is asked from the program by these names. Leaks
// are not looked for: that would need more rights than containers give. Nor is
// the use of a stack frame that has gone, which newer compilers look for: after
// many exceptions it takes ten times as long as all the rest.
extern "C" const char* __asan_default_options()
{
    return "detect_leaks=0:handle_abort=1:abort_on_error=1:color=never:"
           "max_allocation_size_mb=1024:quarantine_size_mb=16:"
           "detect_stack_use_after_return=0";
}

extern "C" const char* __ubsan_default_options()
{
    return "abort_on_error=1:print_stacktrace=1:color=never";
}

namespace {

using namespace chainrule;
using namespace chainrule::judge;

struct request {
    std::string exercise, verdicts, proof;
    std::string expected = "PASS";
    bool colour = false;
    bool save = false;
    double seconds = 10;
};

int judge_all(const request& r)
{
    const auto limits = child_limits{
        std::chrono::milliseconds(static_cast<long>(r.seconds * 1000))};
    std::string verdicts;
    bool as_expected = true;
    bool judged_any = false;
    for (const std::string& number : the_judged().exercises()) {
        if (!r.exercise.empty() && r.exercise != number) {
            continue;
        }
        judged_any = true;
        std::vector<test_case> cases = all_cases();
        std::erase_if(cases,
                      [&](const auto& c) { return c.exercise != number; });
        const judgement j =
            judge_exercise(the_judged(), number, cases, limits);
        print(std::cout, j, r.colour);
        verdicts += number + "\t" + name_of(j.found) + "\n";
        as_expected = as_expected && name_of(j.found) == r.expected;
    }
    if (!judged_any) {
        std::cerr << "judge: there is no exercise " << r.exercise << "\n";
        return 2;
    }
    if (!r.verdicts.empty()) {
        course::write_file(r.verdicts, verdicts);
    }
    return as_expected ? 0 : 1;
}

// Boost.Test sets up its tree of cases and leaves signals to the judge.
void set_up_boost_test(char* program)
{
    char quiet[] = "--log_level=nothing";
    char no_report[] = "--report_level=no";
    char no_signals[] = "--catch_system_errors=no";
    char* arguments[] = {program, quiet, no_report, no_signals, nullptr};
    boost::unit_test::framework::init([] { return true; }, 4, arguments);
    boost::unit_test::framework::finalize_setup_phase();
}

}  // namespace

int main(int argc, char** argv)
{
    CLI::App app{"Judges the answers to the exercises of a chapter."};
    request r;
    app.add_option("--exercise", r.exercise, "Only this one, as 3.1");
    app.add_option("--verdicts", r.verdicts, "Write the verdicts to a file");
    app.add_option("--expect", r.expected, "The verdict that is success");
    app.add_option("--seconds", r.seconds, "For each case");
    app.add_option("--prove", r.proof, "Judge the judge; FILE says the same");
    app.add_flag("--save", r.save, "Write that file anew");
    app.add_flag("--colour", r.colour, "Colour the verdicts");
    CLI11_PARSE(app, argc, argv);
    try {
        set_up_boost_test(argv[0]);
        return r.proof.empty() ? judge_all(r) : prove(r.proof, r.save);
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
        return 2;
    }
}
