/// \file
/// A small chapter on disk, for cases of the weaver.
#pragma once

#include <boost/algorithm/string/replace.hpp>
#include <filesystem>
#include <stdexcept>
#include <string>

#include "harness/scratch_folder.hpp"
#include "weave/page.hpp"

namespace chainrule::weave {

/// Cases change one part of it and weave it.
struct chapter_folder : scratch_folder {
    const std::filesystem::path& root = path;
    std::string hpp = "// # Slopes\n//\n// When you have read this chapter "
                      "you can climb. A first sentence.\n\nint x = 1;\n";
    std::string cpp = "// ## One\n// @output one\n";
    std::string output = "== one\na = 1\nb = two words\n";

    std::string suite = "BOOST_AUTO_TEST_SUITE(slopes_suite)\n\n"
                        "// Kills a slope that is halved.\n"
                        "BOOST_AUTO_TEST_CASE(a_line_is_as_steep_as_it_is)\n"
                        "{\n    BOOST_TEST(true);\n}\n";

    void exercises(const std::string& contract, const std::string& hints,
                   const std::string& solution) const
    {
        const std::string open = "#pragma once\n\nnamespace answers {\n\n";
        const std::string close = "\n}  // namespace answers\n";
        write("chapters/01_slopes/exercises.hpp", open + contract + close);
        write("chapters/01_slopes/solutions.hpp", open + solution + close);
        write("chapters/01_slopes/hints.md", hints);
    }

    woven_page weave() const
    {
        write("chapters/01_slopes/slopes.hpp", hpp);
        write("chapters/01_slopes/slopes.cpp", cpp);
        write("chapters/02_next/next.hpp",
              "// # What is next\n//\n// When you have read this chapter you "
              "can rest.\n");
        write("chapters/02_next/next.cpp", "");
        write("chapters/CMakeLists.txt",
              "add_chapter(01_slopes)\nadd_chapter(02_next USES layers)\n");
        write("run/output.txt", output);
        write("src/lib.hpp", "/// Halve.\ntemplate <class T>\n"
                             "T half(T x)\n{\n    return x / T(2);\n}\n\n"
                             "struct pair {\n    int a;\n};\n");
        write("tests/01_slopes/suite.cpp", suite);
        return weave_page({root / "chapters/01_slopes",
                           root / "run/output.txt", root / "run",
                           root / "src", root / "tests", ""});
    }

    std::string page() const { return weave().markdown; }

    // What is said of a page that cannot be woven, without the folder.
    std::string error() const
    {
        try {
            weave();
        } catch (const std::runtime_error& e) {
            return short_names(e.what());
        }
        return "no error";
    }

    // A message without the folder.
    std::string short_names(const std::string& text) const
    {
        return boost::replace_all_copy(text, root.string() + "/", "");
    }
};

inline bool holds(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

/// How messages begin that are about its program.
inline const std::string in_cpp = "chapters/01_slopes/slopes.cpp:";

/// A drawn figure.
inline const std::string svg =
    "<?xml version=\"1.0\"?>\n<svg viewBox=\"0 0 1 1\">"
    "<path id=\"p\" color=\"black\" stroke='rgb(128, 128, 128)'/>"
    "<use href=\"#p\"/></svg>\n";

}  // namespace chainrule::weave
