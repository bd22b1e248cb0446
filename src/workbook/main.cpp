// The learner's side of the workbook. `./workbook` sees to the packages and
// builds this program, and hands over to it.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>

#include "workbook/commands.hpp"
#include "workbook/process.hpp"

namespace {

using namespace chainrule::workbook;

std::string from_environment(const char* name, const std::string& otherwise)
{
    const char* value = std::getenv(name);
    return value == nullptr || *value == '\0' ? otherwise : value;
}

bool wants_colour()
{
    return ::isatty(STDOUT_FILENO) == 1 &&
           from_environment("NO_COLOR", "").empty() &&
           from_environment("TERM", "dumb") != "dumb";
}

}  // namespace

int main(int argc, char** argv)
{
    CLI::App app{"Your answers, judged."};
    app.name("./workbook");
    app.require_subcommand(0, 1);
    setting s;
    std::string asked;
    bool full = false;
    app.add_option("--source", s.source)->required()->group("");
    app.add_option("--build", s.build)->required()->group("");
    auto* check_it = app.add_subcommand("check", "Judge your answers");
    check_it->add_option("what", asked, "3, 3.1, or nothing: what changed");
    check_it->add_flag("--full", full, "All that the compiler said");
    auto* watch_it = app.add_subcommand("watch", "Judge whenever you save");
    watch_it->add_option("what", asked, "3 or 3.1");
    auto* hint_it = app.add_subcommand("hint", "One hint more");
    hint_it->add_option("exercise", asked, "3.1")->required();
    auto* show_it = app.add_subcommand("solution", "Our answer");
    show_it->add_option("exercise", asked, "3.1")->required();
    auto* reset_it = app.add_subcommand("reset", "Begin anew");
    reset_it->add_option("what", asked, "3 or 3.1")->required();
    app.add_subcommand("status", "What you have reached");
    auto* new_it = app.add_subcommand("new", "Begin a chapter");
    new_it->add_option("name", asked, "NN_stem")->required();
    auto* doctor_it = app.add_subcommand("doctor", "Look at the machine");
    CLI11_PARSE(app, argc, argv);

    s.answers = from_environment("CHAINRULE_ANSWERS",
                                 (s.source / "answers").string());
    s.answers = std::filesystem::absolute(s.answers).lexically_normal();
    s.colour = wants_colour();
    end_on_interrupts();
    try {
        return *check_it    ? check(s, asked, full)
               : *watch_it  ? watch(s, asked)
               : *hint_it   ? hint(s, asked)
               : *show_it   ? solution(s, asked)
               : *reset_it  ? reset(s, asked)
               : *new_it    ? new_chapter(s, asked)
               : *doctor_it ? doctor(s)
                            : status(s);
    } catch (const std::exception& error) {
        std::cerr << "workbook: " << error.what() << "\n";
        return 2;
    }
}
