// The main of a judge. It takes its few options by hand, because a judge is
// built before the first verdict, and a library of options takes seconds.
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <stdexcept>

#include "course/files.hpp"
#include "judge/chapter.hpp"
#include "judge/proof.hpp"
#include "judge/verdict.hpp"

namespace {

using namespace chainrule;
using namespace chainrule::judge;

constexpr const char* usage =
    "usage: NN_stem --subject PROGRAM [--answer FILE] [--exercise 3.1]\n"
    "               [--verdicts FILE] [--expect VERDICT] [--seconds N] "
    "[--colour]\n"
    "       NN_stem --prove FILE [--save]\n";

struct options {
    std::string subject, answer, exercise, verdicts, proof;
    std::string expected = "PASS";
    bool colour = false, save = false;
    double seconds = 10;
};

options read_options(int argc, char** argv)
{
    options o;
    for (int i = 1; i < argc; ++i) {
        const std::string name = argv[i];
        const auto value = [&]() -> std::string {
            if (i + 1 == argc) {
                throw std::invalid_argument(name + " needs a value\n" +
                                            usage);
            }
            return argv[++i];
        };
        if (name == "--colour") {
            o.colour = true;
        } else if (name == "--save") {
            o.save = true;
        } else if (name == "--seconds") {
            o.seconds = std::strtod(value().c_str(), nullptr);
        } else {
            std::string* to = name == "--subject"    ? &o.subject
                              : name == "--answer"   ? &o.answer
                              : name == "--exercise" ? &o.exercise
                              : name == "--verdicts" ? &o.verdicts
                              : name == "--expect"   ? &o.expected
                              : name == "--prove"    ? &o.proof
                                                     : nullptr;
            if (to == nullptr) {
                throw std::invalid_argument("unknown option '" + name +
                                            "'\n" + usage);
            }
            *to = value();
        }
    }
    if (o.subject.empty() == o.proof.empty()) {
        throw std::invalid_argument(usage);
    }
    return o;
}

int judge_all(const options& o)
{
    rules r;
    r.limits.time =
        std::chrono::milliseconds(static_cast<long>(o.seconds * 1000));
    r.answer_file = o.answer;
    std::string verdicts;
    bool as_expected = true;
    for (const exercise& e : exercises()) {
        if (!o.exercise.empty() && o.exercise != e.number) {
            continue;
        }
        program answer(o.subject, r.limits);
        const judgement j = judge_exercise(e.number, answer, r);
        print(std::cout, j, o.colour);
        verdicts += j.exercise + "\t" + course::word(j.found) + "\n";
        as_expected = as_expected && course::word(j.found) == o.expected;
    }
    if (verdicts.empty()) {
        throw std::invalid_argument("judge: there is no exercise " +
                                    o.exercise);
    }
    if (!o.verdicts.empty()) {
        course::write_file(o.verdicts, verdicts);
    }
    return as_expected ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv)
{
    try {
        const options o = read_options(argc, argv);
        return o.proof.empty() ? judge_all(o) : prove(o.proof, o.save);
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
        return 2;
    }
}
