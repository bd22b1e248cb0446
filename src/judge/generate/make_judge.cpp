// Makes the code of a chapter's judge and of its subjects from what was
// written for it: the probes, the truth, the solution and its mistakes.
#include <iostream>

#include "course/files.hpp"
#include "judge/generate/code.hpp"

namespace {

namespace fs = std::filesystem;
using namespace chainrule;

// A file that is the same is not touched.
void save(const fs::path& file, const std::string& text)
{
    if (!fs::exists(file) || course::read_file(file) != text) {
        course::write_file(file, text);
    }
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc != 4) {
        std::cerr << "usage: make_judge CHAPTER TESTS TO\n"
                     "writes TO.judge.cpp and TO.subject.cpp from the two "
                     "folders of a chapter\n";
        return 2;
    }
    try {
        const std::string to = argv[3];
        const auto m = generate::read_material(argv[1], argv[2]);
        save(to + ".judge.cpp", generate::judge_of(m));
        save(to + ".subject.cpp", generate::subject_of(m));
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
        return 1;
    }
    return 0;
}
