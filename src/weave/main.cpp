#include <CLI/CLI.hpp>
#include <iostream>
#include <string>

#include "course/files.hpp"
#include "course/syllabus.hpp"
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

void write_page(const page_sources& from, const fs::path& out)
{
    const woven_page page = weave_page(from);
    course::write_file(out, page.markdown);
    course::write_file(fs::path(out).replace_extension(".search.json"),
                       page.search);
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

}  // namespace

int main(int argc, char** argv)
{
    CLI::App app{"Weaves chapters into the pages of a book."};
    app.require_subcommand(1);

    page_sources page;
    site_sources site;
    fs::path out;
    fs::path html;

    auto* page_command = app.add_subcommand("page", "weave one chapter");
    page_command->add_option("--chapter", page.chapter)->required();
    page_command->add_option("--run", page.run)->required();
    page_command->add_option("--figures", page.figures)->required();
    page_command->add_option("--src", page.src)->required();
    page_command->add_option("--out", out)->required();

    auto* titles_command =
        app.add_subcommand("titles", "list the titles of all chapters");
    titles_command->add_option("--chapters", site.chapters)->required();
    titles_command->add_option("--out", out)->required();

    auto* site_command =
        app.add_subcommand("site", "write menu, search index and contents");
    site_command->add_option("--chapters", site.chapters)->required();
    site_command->add_option("--pages", site.pages)->required();
    site_command->add_option("--mistakes", site.mistakes)->required();
    site_command->add_option("--layout", site.layout)->required();
    site_command->add_option("--out", out)->required();

    auto* links_command = app.add_subcommand("links", "check a built book");
    links_command->add_option("--html", html)->required();
    links_command->add_option("--pages", site.pages)->required();

    auto* outline_command =
        app.add_subcommand("outline", "put headings in order");
    outline_command->add_option("--html", html)->required();

    auto* paper_command =
        app.add_subcommand("paper", "the whole book as one page");
    paper_command->add_option("--html", html)->required();
    paper_command->add_option("--chapters", site.chapters)->required();
    paper_command->add_option("--out", out)->required();

    CLI11_PARSE(app, argc, argv);
    try {
        if (*page_command) {
            write_page(page, out);
        } else if (*titles_command) {
            write_titles(site.chapters, out);
        } else if (*site_command) {
            write_site(site, out);
        } else if (*paper_command) {
            course::write_file(
                out, weave_paper(course::read_syllabus(site.chapters), html));
        } else if (*outline_command) {
            set_outlines(html);
        } else {
            report_links(html, site.pages);
        }
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
        return 1;
    }
    return 0;
}
