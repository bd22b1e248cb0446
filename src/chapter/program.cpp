#include "chapter/program.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <sstream>
#include <stdexcept>

#include "chapter/option.hpp"
#include "course/files.hpp"
#include "plots/figure.hpp"

namespace chainrule {
namespace {

namespace fs = std::filesystem;

// Everything that is printed while this lives goes to a file: by stdio as
// well as by streams, so that a section may use either.
class redirected_output {
public:
    explicit redirected_output(const fs::path& file)
    {
        std::cout.flush();
        if (std::freopen(file.c_str(), "w", stdout) == nullptr) {
            throw std::runtime_error("cannot write " + file.string());
        }
    }
    ~redirected_output()
    {
        std::cout.flush();
        std::fflush(stdout);
    }
    redirected_output(const redirected_output&) = delete;
    redirected_output& operator=(const redirected_output&) = delete;
};

void run(const std::vector<section>& sections)
{
    bool first = true;
    for (const section& s : sections) {
        // A section's number format ends with the section.
        std::cout.copyfmt(std::ios(nullptr));
        std::cout << (first ? "" : "\n") << "== " << s.name << "\n";
        s.body();
        first = false;
    }
    std::cout.flush();
    std::fflush(stdout);
}

// Whether a line is as expected. Where training in float on any machine has
// its say, a part of the expected line may stand in brackets: [86.5, 89] for
// any number between, [...] for any text. What stands around it must agree.
bool agrees(const std::string& line, const std::string& expected)
{
    const std::size_t open = expected.find('[');
    const std::size_t close = expected.find(']', open);
    if (line == expected || open == expected.npos || close == expected.npos) {
        return line == expected;
    }
    const std::string before = expected.substr(0, open);
    const std::string after = expected.substr(close + 1);
    const std::string inside = expected.substr(open + 1, close - open - 1);
    if (line.size() < before.size() + after.size() ||
        line.compare(0, before.size(), before) != 0 ||
        line.compare(line.size() - after.size(), after.size(), after) != 0) {
        return false;
    }
    if (inside == "...") {
        return true;
    }
    double low = 0;
    double high = 0;
    double number = 0;
    char comma = 0;
    char more = 0;
    std::istringstream limits(inside);
    std::istringstream found(line.substr(
        before.size(), line.size() - before.size() - after.size()));
    return limits >> low >> comma >> high && comma == ',' &&
           found >> number && !(found >> more) && low <= number &&
           number <= high;
}

void compare(const std::string& printed, const fs::path& expected)
{
    std::istringstream have(printed);
    std::istringstream want(course::read_file(expected));
    std::string a;
    std::string b;
    for (int line = 1;; ++line) {
        const bool more_a = static_cast<bool>(std::getline(have, a));
        const bool more_b = static_cast<bool>(std::getline(want, b));
        if (!more_a && !more_b) {
            return;
        }
        if (!more_a || !more_b || !agrees(a, b)) {
            throw std::runtime_error(
                expected.string() + ":" + std::to_string(line) +
                ": expected " + (more_b ? "'" + b + "'" : "no more lines") +
                ", the run printed " +
                (more_a ? "'" + a + "'" : "no more lines"));
        }
    }
}

// A folder that exists only while the program runs.
class scratch_folder {
public:
    scratch_folder()
    {
        std::string name = fs::temp_directory_path() / "chainrule-XXXXXX";
        if (::mkdtemp(name.data()) == nullptr) {
            throw std::runtime_error("cannot make a folder in " +
                                     fs::temp_directory_path().string());
        }
        path = name;
    }
    ~scratch_folder() { fs::remove_all(path); }
    scratch_folder(const scratch_folder&) = delete;
    scratch_folder& operator=(const scratch_folder&) = delete;
    fs::path path;
};

// Figures of an earlier run must not outlive the code that drew them.
void forget_figures(const fs::path& folder)
{
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() == ".svg") {
            fs::remove(entry.path());
        }
    }
}

void run_to_file(const std::vector<section>& sections, const fs::path& file,
                 const std::string& expected)
{
    const fs::path part = file.string() + ".part";
    {
        const redirected_output to_file(part);
        run(sections);
    }
    if (!expected.empty()) {
        compare(course::read_file(part), expected);
    }
    fs::rename(part, file);
}

// What the command line asks for.
struct wishes {
    std::string save, expect, figures, plot;
};

void add_options(CLI::App& app, wishes& w)
{
    for (any_option* o : any_option::all()) {
        app.add_option_function<std::string>(
               "--" + o->name(),
               [o](const std::string& text) {
                   try {
                       o->take(text);
                   } catch (const std::invalid_argument& error) {
                       throw CLI::ValidationError(error.what());
                   }
               },
               o->about() + "; without it " + o->shown())
            ->group("To try");
    }
    const std::string group = "For the workbook";
    app.add_option("--save", w.save,
                   "Write output.txt and the figures to this folder")
        ->group(group);
    app.add_option("--expect", w.expect,
                   "Compare what is printed with this file")
        ->group(group);
    app.add_option("--figures", w.figures, "Write the figures to this folder")
        ->group(group);
    app.add_option("--plot", w.plot, "'text' draws figures in the terminal")
        ->check(CLI::IsMember({"text"}))
        ->group(group);
}

// What is said of words that are no options of this chapter.
std::string what_there_is(const std::vector<std::string>& unknown)
{
    std::string known;
    for (const any_option* o : any_option::all()) {
        known += (known.empty() ? "--" : ", --") + o->name();
    }
    return "This chapter has no option " + unknown.front() + "; it has " +
           (known.empty() ? "none to try" : known) + ".";
}

// The book shows the run without options, and only that is compared.
void refuse_changed_run(const wishes& w)
{
    for (const any_option* o : any_option::all()) {
        if (o->given() && !(w.save.empty() && w.expect.empty())) {
            throw std::runtime_error(
                std::string(w.save.empty() ? "--expect" : "--save") +
                " is for the run of the book, which has no options; leave "
                "out --" +
                o->name() + ", or use --figures");
        }
    }
}

void draw_in(const fs::path& folder)
{
    fs::create_directories(folder);
    forget_figures(folder);
    draw_figures(medium::svg, folder);
}

void obey(const wishes& w, const std::vector<section>& sections)
{
    refuse_changed_run(w);
    if (!w.save.empty()) {
        draw_in(w.save);
        run_to_file(sections, fs::path(w.save) / "output.txt", w.expect);
    } else if (!w.expect.empty()) {
        const scratch_folder scratch;
        run_to_file(sections, scratch.path / "output.txt", w.expect);
    } else {
        if (!w.plot.empty() || w.figures.empty()) {
            draw_figures(w.plot.empty() ? medium::nowhere : medium::text);
        } else {
            draw_in(w.figures);
        }
        run(sections);
    }
}

}  // namespace

int run_chapter(int argc, char** argv, const std::vector<section>& sections)
{
    CLI::App app{"A chapter of the chainrule workbook."};
    wishes w;
    add_options(app, w);
    try {
        app.parse(argc, argv);
        obey(w, sections);
    } catch (const CLI::ExtrasError&) {
        std::cerr << what_there_is(app.remaining()) << "\n";
        return 2;
    } catch (const CLI::ParseError& error) {
        return app.exit(error);
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
        return 1;
    }
    return 0;
}

}  // namespace chainrule
