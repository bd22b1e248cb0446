#include "course/files.hpp"

#include <boost/test/unit_test.hpp>

#include "harness/saying.hpp"
#include "harness/scratch_folder.hpp"

using namespace chainrule;
using namespace chainrule::course;

BOOST_FIXTURE_TEST_SUITE(files, chainrule::scratch_folder)

BOOST_AUTO_TEST_CASE(a_file_comes_back_byte_by_byte)
{
    const std::string bytes("a\r\n\0\xFFz", 6);
    write_file(path / "new folder" / "file", bytes);
    BOOST_TEST(read_file(path / "new folder" / "file") == bytes);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_is_named)
{
    BOOST_CHECK_EXCEPTION(read_file(path / "none"), std::runtime_error,
                          saying("none"));
    BOOST_CHECK_EXCEPTION(read_file(path), std::runtime_error,
                          saying("cannot read"));
}

BOOST_AUTO_TEST_CASE(no_unfinished_file_is_left)
{
    write("mine", "x");
    write("full/inside", "x");
    BOOST_CHECK_THROW(write_file(path / "full", "text"), std::runtime_error);
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
        files += entry.path().string().find(".part") == std::string::npos;
        BOOST_TEST(entry.path().string().find(".part") == std::string::npos);
    }
    BOOST_TEST(files == 2);
}

BOOST_AUTO_TEST_SUITE_END()
