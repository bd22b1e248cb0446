/// \file
/// A folder of its own for every case that needs files.
#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <stdlib.h>
#include <string>

namespace chainrule {

/// Exists while the case runs. Its name has a space, because paths have.
struct scratch_folder {
    std::filesystem::path path;

    scratch_folder()
    {
        std::string name =
            std::filesystem::temp_directory_path() / "chainrule suite XXXXXX";
        if (::mkdtemp(name.data()) == nullptr) {
            throw std::runtime_error("cannot make a folder like " + name);
        }
        path = name;
    }
    ~scratch_folder() { std::filesystem::remove_all(path); }
    scratch_folder(const scratch_folder&) = delete;
    scratch_folder& operator=(const scratch_folder&) = delete;

    /// Write a file, and the folders above it.
    void write(const std::string& name, const std::string& text) const
    {
        std::filesystem::create_directories((path / name).parent_path());
        std::ofstream(path / name) << text;
    }
    std::string read(const std::string& name) const
    {
        std::ifstream in(path / name);
        std::ostringstream text;
        text << in.rdbuf();
        return text.str();
    }
};

}  // namespace chainrule
