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
    "[--colour] [--json]\n"
    "       NN_stem --missing 3.1 [--verdicts FILE] [--colour] [--json]\n"
    "       NN_stem --prove FILE [--save]\n";

struct options {
    std::string subject, answer, exercise, missing, verdicts, proof;
    std::string expected = "PASS";
    bool colour = false, json = false, save = false;
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
        } else if (name == "--json") {
            o.json = true;
        } else if (name == "--save") {
            o.save = true;
        } else if (name == "--seconds") {
            o.seconds = std::strtod(value().c_str(), nullptr);
        } else {
            std::string* to = name == "--subject"    ? &o.subject
                              : name == "--answer"   ? &o.answer
                              : name == "--exercise" ? &o.exercise
                              : name == "--missing"  ? &o.missing
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
    if (o.subject.empty() + o.proof.empty() + o.missing.empty() != 2) {
        throw std::invalid_argument(usage);
    }
    return o;
}

// The compiler found no way to call the answer, so there is no subject.
judgement missing_function(const exercise& e)
{
    return {e.number,
            verdict::broken,
            std::string("There is no function that can be called so: ") +
                e.contract,
            {},
            "",
            false};
}

int judge_all(const options& o)
{
    rules r;
    r.limits.time =
        std::chrono::milliseconds(static_cast<long>(o.seconds * 1000));
    r.answer_file = o.answer;
    std::string verdicts;
    bool as_expected = true;
    const std::string& wanted = o.missing.empty() ? o.exercise : o.missing;
    for (const exercise& e : exercises()) {
        if (!wanted.empty() && wanted != e.number) {
            continue;
        }
        program answer(o.subject, r.limits);
        const judgement j = o.missing.empty()
                                ? judge_exercise(e.number, answer, r)
                                : missing_function(e);
        o.json ? print_json(std::cout, j) : print(std::cout, j, o.colour);
        verdicts += j.exercise + "\t" + course::word(j.found) + "\n";
        as_expected = as_expected && course::word(j.found) == o.expected;
    }
    if (verdicts.empty()) {
        throw std::invalid_argument("judge: there is no exercise " + wanted);
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
