/// \file
/// Reads images and labels from IDX files, as the MNIST family has them.
/// Taught in chapter 12.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace chainrule {

/// A file that does not hold what it should.
class bad_file : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Grey pictures of one size, one after the other, row by row.
struct images {
    std::size_t count = 0;  ///< how many pictures
    std::size_t rows = 0;   ///< of each
    std::size_t cols = 0;   ///< of each
    /// count x rows x cols, from 0 (background) to 255.
    std::vector<std::uint8_t> pixels;
};

/// Pictures, and the class of each, counted from 0.
struct image_set {
    images pictures;          ///< N of them
    std::vector<int> labels;  ///< N of them
};

/// Read a compressed file of pictures: a header of four big-endian numbers of
/// 32 bits (2051, count, rows, columns), then the pixels, at most 2^30.
/// Memory is asked for as the pixels come, never because a header says so.
/// The format is described on the page of MNIST by Y. LeCun, C. Cortes,
/// C. Burges.
/// \param file compressed by gzip
/// \throws bad_file naming the file, the field, and what was found and
///     expected there
images read_images(const std::filesystem::path& file);

/// Read a compressed file of labels: 2049, count, then one byte each.
/// \param file compressed by gzip
/// \throws bad_file as `read_images`
std::vector<int> read_labels(const std::filesystem::path& file);

/// Read NAME-images-idx3-ubyte.gz and NAME-labels-idx1-ubyte.gz.
/// \param folder where they are
/// \param name such as "train" or "t10k"
/// \param classes how many there are: labels are below it
/// \return as many labels as pictures
/// \throws bad_file as `read_images`, and if the counts differ or a label is
///     no class
image_set read_image_set(const std::filesystem::path& folder,
                         const std::string& name, int classes);

}  // namespace chainrule
