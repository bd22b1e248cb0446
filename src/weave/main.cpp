#include <CLI/CLI.hpp>
#include <iostream>
#include <string>

#include "course/files.hpp"
#include "course/syllabus.hpp"
#include "weave/cases.hpp"
#include "weave/counts.hpp"
#include "weave/links.hpp"
#include "weave/outline.hpp"
#include "weave/page.hpp"
#include "weave/paper.hpp"
#include "weave/site.hpp"
#include "weave/text.hpp"

namespace {

namespace fs = std::filesystem;
using namespace chainrule;
using namespace chainrule::weave;

void write_page(const page_sources& from, const fs::path& out, bool strict)
{
    const woven_page page = weave_page(from);
    if (strict && !page.warnings.empty()) {
        throw std::runtime_error(
            page.warnings.substr(0, page.warnings.size() - 1));
    }
    std::cerr << page.warnings;
    course::write_file(out, page.markdown);
    course::write_file(fs::path(out).replace_extension(".search.json"),
                       page.search);
    course::write_file(fs::path(out).replace_extension(".claims.tsv"),
                       page.claims);
}

// Pages depend on this list, because each names the chapters beside it. It is
// touched only if a title has changed.
void write_titles(const fs::path& chapters, const fs::path& out)
{
    std::string titles;
    for (const course::chapter& c : course::read_syllabus(chapters)) {
        titles += c.name + "\t" + c.title + "\n";
    }
    if (!fs::exists(out) || course::read_file(out) != titles) {
        course::write_file(out, titles);
    }
}

// Pages depend on this list as well, because their sentences name tests.
void write_cases(const fs::path& tests, const fs::path& ctest,
                 const fs::path& out)
{
    std::string names;
    const test_cases all(tests, ctest);
    for (const test_case& c : all.all()) {
        names += c.full_name() + "\n";
    }
    if (!fs::exists(out) || course::read_file(out) != names) {
        course::write_file(out, names);
    }
}

void report_links(const fs::path& html, const fs::path& pages)
{
    link_report seen = check_links(html);
    const auto missing = missing_parts(pages, html);
    seen.bad.insert(seen.bad.end(), missing.begin(), missing.end());
    for (const std::string& bad : seen.bad) {
        std::cerr << bad << "\n";
    }
    std::cout << seen.pages << " pages, " << seen.links << " links, "
              << seen.bad.size() << " bad\n";
    if (!seen.bad.empty()) {
        throw std::runtime_error(html.string() +
                                 ": not as it was woven; see above");
    }
}

void write_paper(const fs::path& chapters, const fs::path& html,
                 const fs::path& out)
{
    course::write_file(out,
                       weave_paper(course::read_syllabus(chapters), html));
}

}  // namespace

int main(int argc, char** argv)
{
    CLI::App app{"Weaves chapters into the pages of a book."};
    app.require_subcommand(1);

    page_sources page;
    site_sources site;
    fs::path out;
    fs::path html;
    bool strict = false;
    // What a command does is run when its options have been read.
    const auto command = [&](const char* name, const char* about, auto run) {
        auto* c = app.add_subcommand(name, about);
        c->callback(run);
        return c;
    };

    auto* c = command("page", "weave one chapter",
                      [&] { write_page(page, out, strict); });
    c->add_option("--chapter", page.chapter)->required();
    c->add_option("--run", page.run)->required();
    c->add_option("--figures", page.figures)->required();
    c->add_option("--src", page.src)->required();
    c->add_option("--tests", page.tests)->required();
    c->add_option("--ctest", page.ctest);
    c->add_flag("--strict", strict, "refuse what is only warned of");
    c->add_option("--out", out)->required();

    c = command("titles", "list the titles of all chapters",
                [&] { write_titles(site.chapters, out); });
    c->add_option("--chapters", site.chapters)->required();
    c->add_option("--out", out)->required();

    c = command("cases", "list all tests that a sentence may name",
                [&] { write_cases(site.tests, site.ctest, out); });
    c->add_option("--tests", site.tests)->required();
    c->add_option("--ctest", site.ctest);
    c->add_option("--out", out)->required();

    c = command("site", "write menu, search index and contents",
                [&] { write_site(site, out); });
    c->add_option("--chapters", site.chapters)->required();
    c->add_option("--pages", site.pages)->required();
    c->add_option("--tests", site.tests)->required();
    c->add_option("--ctest", site.ctest);
    c->add_option("--layout", site.layout)->required();
    c->add_option("--out", out)->required();

    c = command("links", "check a built book",
                [&] { report_links(html, site.pages); });
    c->add_option("--html", html)->required();
    c->add_option("--pages", site.pages)->required();

    c = command("outline", "put headings in order",
                [&] { set_outlines(html); });
    c->add_option("--html", html)->required();

    c = command("paper", "the whole book as one page",
                [&] { write_paper(site.chapters, html, out); });
    c->add_option("--html", html)->required();
    c->add_option("--chapters", site.chapters)->required();
    c->add_option("--out", out)->required();

    try {
        CLI11_PARSE(app, argc, argv);
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
        return 1;
    }
    return 0;
}
