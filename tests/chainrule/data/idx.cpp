#include "chainrule/data/idx.hpp"

#include <boost/iostreams/filter/gzip.hpp>
#include <boost/iostreams/filtering_stream.hpp>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <sys/resource.h>

#include "harness/saying.hpp"
#include "harness/scratch_folder.hpp"

using namespace chainrule;

namespace {

std::string big_endian(std::uint32_t n)
{
    std::string bytes;
    for (const int shift : {24, 16, 8, 0}) {
        bytes += static_cast<char>(n >> shift & 0xff);
    }
    return bytes;
}

std::string compressed(const std::string& text)
{
    std::ostringstream out;
    {
        boost::iostreams::filtering_ostream zip;
        zip.push(boost::iostreams::gzip_compressor());
        zip.push(out);
        zip << text;
    }
    return out.str();
}

// Two pictures of 2 x 3.
std::string two_pictures()
{
    return big_endian(2051) + big_endian(2) + big_endian(2) + big_endian(3) +
           std::string("abcdefghijk\xff");
}

std::string two_labels()
{
    return big_endian(2049) + big_endian(2) + std::string("\x07\x00", 2);
}

struct folder : scratch_folder {
    std::filesystem::path put(const std::string& name,
                              const std::string& bytes)
    {
        std::ofstream(path / name, std::ios::binary) << bytes;
        return path / name;
    }

    // What is said of a file of pictures.
    std::string said_of(const std::string& bytes)
    {
        const auto file = put("x.gz", bytes);
        try {
            read_images(file);
        } catch (const bad_file& error) {
            const std::string name = file.string() + " ";
            BOOST_TEST(std::string(error.what()).substr(0, name.size()) ==
                       name);
            return std::string(error.what()).substr(name.size());
        }
        return "nothing";
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(idx_suite, folder)

BOOST_AUTO_TEST_CASE(pictures_come_out_as_they_were_written)
{
    const images read = read_images(put("x.gz", compressed(two_pictures())));
    BOOST_TEST(read.count == 2u);
    BOOST_TEST(read.rows == 2u);
    BOOST_TEST(read.cols == 3u);
    BOOST_TEST(read.pixels.size() == 12u);
    BOOST_TEST(read.pixels[0] == 'a');
    BOOST_TEST(read.pixels[11] == 255);
}

BOOST_AUTO_TEST_CASE(a_set_has_pictures_and_labels)
{
    put("t-images-idx3-ubyte.gz", compressed(two_pictures()));
    put("t-labels-idx1-ubyte.gz", compressed(two_labels()));
    const image_set set = read_image_set(path, "t", 10);
    BOOST_TEST(set.pictures.count == 2u);
    BOOST_TEST(set.labels == (std::vector<int>{7, 0}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_is_no_such_file_is_told_with_its_field)
{
    BOOST_TEST(said_of("") == "is empty");
    BOOST_TEST(said_of(two_pictures()) ==
               "is not compressed by gzip: its first bytes are 0 and 0, "
               "expected 31 and 139");
    BOOST_TEST(said_of("\x1f") == "has only one byte");
    BOOST_TEST(said_of("\x1f\x8c....") ==
               "is not compressed by gzip: its first bytes are 31 and 140, "
               "expected 31 and 139");
    BOOST_TEST(said_of("\x1e\x8b....") ==
               "is not compressed by gzip: its first bytes are 30 and 139, "
               "expected 31 and 139");
    BOOST_TEST(said_of(compressed("")) ==
               "ends in its header: the magic number has 0 bytes, expected "
               "4");
    BOOST_TEST(said_of(compressed(two_labels())) ==
               "has the magic number 2049 (labels), expected 2051 (images)");
    BOOST_TEST(said_of(compressed("abcdefgh")) ==
               "has the magic number 1633837924, expected 2051 (images)");
    BOOST_TEST(said_of(compressed(two_pictures().substr(0, 10))) ==
               "ends in its header: the number of rows has 2 bytes, expected "
               "4");
    BOOST_TEST(said_of(compressed(two_pictures().substr(0, 20))) ==
               "has only 4 bytes behind its header, expected 12");
    BOOST_TEST(said_of(compressed(two_pictures() + "!")) ==
               "has more bytes behind its header, expected 12");
    BOOST_TEST(said_of(compressed(big_endian(2051) + big_endian(0))) ==
               "says that the number of images is 0, expected 1 to 1000000");
}

BOOST_AUTO_TEST_CASE(a_file_that_is_not_there_is_told)
{
    BOOST_CHECK_EXCEPTION(
        read_labels(path / "absent.gz"), bad_file, [](const bad_file& e) {
            return std::string(e.what()).find("absent.gz cannot be read") !=
                   std::string::npos;
        });
    BOOST_CHECK_THROW(read_labels(path), bad_file);
}

BOOST_AUTO_TEST_CASE(labels_that_do_not_fit_are_told)
{
    put("t-images-idx3-ubyte.gz", compressed(two_pictures()));
    put("t-labels-idx1-ubyte.gz",
        compressed(big_endian(2049) + big_endian(1) + "\x01"));
    BOOST_CHECK_EXCEPTION(read_image_set(path, "t", 10), bad_file,
                          saying("has 1 labels, expected 2"));
    put("t-labels-idx1-ubyte.gz", compressed(two_labels()));
    BOOST_CHECK_EXCEPTION(
        read_image_set(path, "t", 5), bad_file,
        saying("has the label 7 for image 0, expected 0 to 4"));
}

// A header that promises a gigabyte, in a file of a hundred bytes.
BOOST_AUTO_TEST_CASE(a_header_that_lies_costs_no_memory)
{
    const std::string huge = big_endian(2051) + big_endian(1'000'000) +
                             big_endian(32) + big_endian(32) + "abc";
    rusage before{};
    getrusage(RUSAGE_SELF, &before);
    BOOST_TEST(said_of(compressed(huge)) ==
               "has only 3 bytes behind its header, expected 1024000000");
    const std::string larger = big_endian(2051) + big_endian(0xffffffff);
    BOOST_TEST(said_of(compressed(larger)) ==
               "says that the number of images is 4294967295, expected 1 to "
               "1000000");
    rusage after{};
    getrusage(RUSAGE_SELF, &after);
    BOOST_TEST(after.ru_maxrss - before.ru_maxrss < 10'000);  // KiB
}

// Each field is allowed, and together they are 10 GB: nothing may be read.
BOOST_AUTO_TEST_CASE(more_pixels_than_any_set_has_are_refused_unread)
{
    const std::string bomb = big_endian(2051) + big_endian(1'000'000) +
                             big_endian(100) + big_endian(100);
    BOOST_TEST(said_of(compressed(bomb + std::string(100'000, 0))) ==
               "says that it has 1000000 images of 100 x 100, which are "
               "10000000000 pixels, expected at most 1073741824");
    // One picture of 2^30 pixels is allowed, and one of a row more is not.
    const auto one_of = [](std::uint32_t rows) {
        return compressed(big_endian(2051) + big_endian(1) +
                          big_endian(rows) + big_endian(32768));
    };
    BOOST_TEST(said_of(one_of(32768)) ==
               "has only 0 bytes behind its header, expected 1073741824");
    BOOST_TEST(said_of(one_of(32769)) ==
               "says that it has 1 images of 32769 x 32768, which are "
               "1073774592 pixels, expected at most 1073741824");
}

BOOST_AUTO_TEST_CASE(every_truncation_is_noticed)
{
    const std::string whole = compressed(two_pictures());
    for (std::size_t length = 0; length < whole.size(); ++length) {
        BOOST_TEST(said_of(whole.substr(0, length)) != "nothing",
                   "cut to " << length << " of " << whole.size());
    }
}

// Whatever bytes a file has: an error or the pictures, and nothing else.
BOOST_AUTO_TEST_CASE(spoiled_files_end_in_an_error_and_not_in_a_crash)
{
    boost::random::mt19937 engine(12);
    const auto any = [&](std::size_t below) {
        return boost::random::uniform_int_distribution<std::size_t>(
            0, below - 1)(engine);
    };
    const std::string plain = two_pictures();
    for (int round = 0; round < 2000; ++round) {
        std::string spoiled = plain;
        for (std::size_t i = 0; i <= any(3); ++i) {
            spoiled[any(spoiled.size())] = static_cast<char>(any(256));
        }
        std::string packed = compressed(spoiled);
        if (round % 2 == 0) {
            packed[any(packed.size())] = static_cast<char>(any(256));
        }
        const std::string said = said_of(packed);
        if (said == "nothing") {
            BOOST_TEST(read_images(path / "x.gz").pixels.size() == 12u);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
