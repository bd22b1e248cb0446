#include "chainrule/data/idx.hpp"

#include <algorithm>
#include <array>
#include <boost/iostreams/filter/gzip.hpp>
#include <boost/iostreams/filtering_stream.hpp>
#include <fstream>
#include <limits>

namespace chainrule {
namespace {

namespace fs = std::filesystem;
namespace io = boost::iostreams;

constexpr std::uint32_t image_magic = 2051;
constexpr std::uint32_t label_magic = 2049;

// Larger pictures, or more of them, are no data set for this book.
constexpr std::uint32_t largest_field = 1'000'000;

// A compressed file can hold a thousand times its own size, and all of it
// would be kept. The largest set of the MNIST family has half of this.
constexpr std::uint64_t most_pixels = 1 << 30;

std::string kind_of(std::uint32_t magic)
{
    return magic == image_magic   ? " (images)"
           : magic == label_magic ? " (labels)"
                                  : "";
}

// A compressed file that is read from front to back, and says what is wrong.
class reader {
public:
    explicit reader(const fs::path& file) : file_(file)
    {
        source_.open(file, std::ios::binary);
        if (!source_ || fs::is_directory(file)) {
            fail("cannot be read; is it there?");
        }
        const int first = source_.get();
        const int second = source_.get();
        if (first != 0x1f || second != 0x8b) {
            fail(first == EOF ? "is empty"
                 : second == EOF
                     ? "has only one byte"
                     : "is not compressed by gzip: its first "
                       "bytes are " +
                           std::to_string(first) + " and " +
                           std::to_string(second) + ", expected 31 and 139");
        }
        source_.seekg(0);
        in_.push(io::gzip_decompressor());
        in_.push(source_);
        in_.exceptions(std::ios::badbit);
    }

    [[noreturn]] void fail(const std::string& what) const
    {
        throw bad_file(file_.string() + " " + what);
    }

    /// How many bytes came, fewer only at the end of the file.
    std::size_t read(char* to, std::size_t count)
    try {
        in_.read(to, static_cast<std::streamsize>(count));
        return static_cast<std::size_t>(in_.gcount());
    } catch (const std::exception& error) {
        fail(std::string("cannot be decompressed: ") + error.what());
    }

    std::uint32_t number(const std::string& field)
    {
        std::array<char, 4> bytes{};
        const std::size_t count = read(bytes.data(), bytes.size());
        if (count < bytes.size()) {
            fail("ends in its header: " + field + " has " +
                 std::to_string(count) + " bytes, expected 4");
        }
        std::uint32_t n = 0;
        for (const char byte : bytes) {
            n = n << 8 | static_cast<std::uint8_t>(byte);
        }
        return n;
    }

    void expect_magic(std::uint32_t expected)
    {
        const std::uint32_t found = number("the magic number");
        if (found != expected) {
            fail("has the magic number " + std::to_string(found) +
                 kind_of(found) + ", expected " + std::to_string(expected) +
                 kind_of(expected));
        }
    }

    std::size_t size(const std::string& field)
    {
        const std::uint32_t n = number(field);
        if (n == 0 || n > largest_field) {
            fail("says that " + field + " is " + std::to_string(n) +
                 ", expected 1 to " + std::to_string(largest_field));
        }
        return n;
    }

    // How many pixels the header promises, before any of them is kept.
    std::size_t size_of(const images& promised) const
    {
        // Three fields of at most a million cannot overflow 64 bits.
        const std::uint64_t all =
            std::uint64_t{promised.count} * promised.rows * promised.cols;
        if (all > most_pixels) {
            fail("says that it has " + std::to_string(promised.count) +
                 " images of " + std::to_string(promised.rows) + " x " +
                 std::to_string(promised.cols) + ", which are " +
                 std::to_string(all) + " pixels, expected at most " +
                 std::to_string(most_pixels));
        }
        return static_cast<std::size_t>(all);
    }

    // As they come, and one more to see that there are no more.
    std::vector<std::uint8_t> bytes(std::size_t expected)
    {
        std::vector<std::uint8_t> all;
        std::array<char, 65536> some;
        for (;;) {
            const std::size_t wanted =
                std::min(some.size(), expected - all.size() + 1);
            const std::size_t count = read(some.data(), wanted);
            all.insert(all.end(), some.begin(),
                       some.begin() + static_cast<std::ptrdiff_t>(count));
            if (count < wanted || all.size() > expected) {
                break;
            }
        }
        if (all.size() != expected) {
            fail("has " +
                 (all.size() > expected
                      ? "more"
                      : "only " + std::to_string(all.size())) +
                 " bytes behind its header, expected " +
                 std::to_string(expected));
        }
        return all;
    }

private:
    fs::path file_;
    std::ifstream source_;
    io::filtering_istream in_;
};

}  // namespace

images read_images(const fs::path& file)
{
    reader in(file);
    in.expect_magic(image_magic);
    images read;
    read.count = in.size("the number of images");
    read.rows = in.size("the number of rows");
    read.cols = in.size("the number of columns");
    read.pixels = in.bytes(in.size_of(read));
    return read;
}

std::vector<int> read_labels(const fs::path& file)
{
    reader in(file);
    in.expect_magic(label_magic);
    const std::vector<std::uint8_t> bytes =
        in.bytes(in.size("the number of labels"));
    return {bytes.begin(), bytes.end()};
}

image_set read_image_set(const fs::path& folder, const std::string& name,
                         int classes)
{
    const fs::path labels = folder / (name + "-labels-idx1-ubyte.gz");
    image_set set{read_images(folder / (name + "-images-idx3-ubyte.gz")),
                  read_labels(labels)};
    if (set.labels.size() != set.pictures.count) {
        throw bad_file(
            labels.string() + " has " + std::to_string(set.labels.size()) +
            " labels, expected " + std::to_string(set.pictures.count) +
            ", as there are images");
    }
    for (std::size_t i = 0; i < set.labels.size(); ++i) {
        if (set.labels[i] >= classes) {
            throw bad_file(labels.string() + " has the label " +
                           std::to_string(set.labels[i]) + " for image " +
                           std::to_string(i) + ", expected 0 to " +
                           std::to_string(classes - 1));
        }
    }
    return set;
}

}  // namespace chainrule
