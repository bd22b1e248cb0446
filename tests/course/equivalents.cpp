#include "course/equivalents.hpp"

#include <boost/test/unit_test.hpp>
#include <stdexcept>

#include "harness/saying.hpp"
#include "harness/scratch_folder.hpp"

using namespace chainrule;
using namespace chainrule::course;

namespace {

struct folder : scratch_folder {
    std::vector<equivalent> listed(const std::string& text) const
    {
        write("equivalent.md", text);
        return read_equivalents(path / "equivalent.md");
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(equivalents, folder)

BOOST_AUTO_TEST_CASE(equivalents_share_a_reason)
{
    const auto all = listed("# Chapter 3\n\n## 3.1 solutions.hpp\nIt is\n"
                            "overwritten.\n- a;\n+ b;\n+ c;\n- d;\n+ e;\n"
                            "Another.\n- f;\n+ g;\n");
    BOOST_TEST_REQUIRE(all.size() == 4u);
    BOOST_TEST(all[1].after == "c;");
    BOOST_TEST(all[2].before == "d;");
    BOOST_TEST(all[2].reason == "It is overwritten.");
    BOOST_TEST(all[3].reason == "Another.");
    BOOST_TEST(all[3].file == "solutions.hpp");
}

BOOST_AUTO_TEST_CASE(an_equivalent_needs_a_reason)
{
    BOOST_CHECK_EXCEPTION(listed("## 3.1 style.hpp\n- a;\n+ b;\n"),
                          std::runtime_error,
                          saying("equivalent.md:2: '- a;' is no heading"));
    BOOST_TEST(read_equivalents(path / "none.md").empty());
}

BOOST_AUTO_TEST_SUITE_END()
