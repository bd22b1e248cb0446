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
    if (argc != 4 && argc != 5) {
        std::cerr << "usage: make_judge CHAPTER TESTS TO [UNSEEN]\n"
                     "writes TO.judge.cpp and TO.subject.cpp from the two "
                     "folders of a chapter,\nor TO.unseen.cpp, a judge that "
                     "also has the answers of the file UNSEEN\n";
        return 2;
    }
    try {
        const std::string to = argv[3];
        auto m = generate::read_material(argv[1], argv[2]);
        if (argc == 5) {
            m.unseen_file = argv[4];
            m.unseen = generate::read_unseen(m.unseen_file);
            save(to + ".unseen.cpp", generate::judge_of(m));
            return 0;
        }
        save(to + ".judge.cpp", generate::judge_of(m));
        save(to + ".subject.cpp", generate::subject_of(m));
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
        return 1;
    }
    return 0;
}
