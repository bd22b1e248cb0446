#include "course/files.hpp"

#include <unistd.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace chainrule::course {

namespace fs = std::filesystem;

std::string read_file(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in || fs::is_directory(file)) {
        throw std::runtime_error("cannot read " + file.string());
    }
    return {std::istreambuf_iterator<char>(in), {}};
}

void write_file(const fs::path& file, const std::string& text)
{
    const fs::path part =
        file.string() + ".part" + std::to_string(::getpid());
    std::error_code ignored;
    fs::create_directories(file.parent_path(), ignored);
    std::ofstream out(part, std::ios::binary);
    out << text;
    out.close();
    std::error_code error;
    if (out) {
        fs::rename(part, file, error);
    }
    if (!out || error) {
        fs::remove(part, ignored);
        throw std::runtime_error("cannot write " + file.string() +
                                 ". Is the disk full, or the folder not "
                                 "yours?");
    }
}

}  // namespace chainrule::course
