#include "workbook/build.hpp"

#include <algorithm>

#include "course/files.hpp"
#include "course/text.hpp"
#include "workbook/answers.hpp"
#include "workbook/digest.hpp"

namespace chainrule::workbook {
namespace {

// The build folder remembers one folder of answers. If the answers are in
// another one now, CMake is told.
outcome point_build_at(const setting& s)
{
    const std::string key = "CHAINRULE_ANSWERS:PATH=";
    for (const std::string& line :
         course::lines_of(course::read_file(s.build / "CMakeCache.txt"))) {
        if (line.starts_with(key) &&
            line.substr(key.size()) != s.answers.string()) {
            return run_quietly({"cmake", "-S", s.source.string(), "-B",
                                s.build.string(),
                                "-DCHAINRULE_ANSWERS=" + s.answers.string()});
        }
    }
    return {};
}

outcome build_target(const setting& s, const std::string& target,
                     const std::string& patience = "")
{
    return run_quietly(
        {"cmake", "--build", s.build.string(), "--target", target, "driver"},
        patience);
}

// Compile one exercise, together with others.
outcome build_one(const setting& s, const request& r,
                  std::vector<std::string> with)
{
    with.push_back(r.exercise);
    const std::string text =
        answers_alone(answer_file(s.answers, r.of), with);
    if (text.empty()) {
        return {1, ""};
    }
    course::write_file(
        s.build / "judge" / (r.of.name + "." + r.exercise + ".hpp"), text);
    const build_lock lock(s.build);
    return build_target(s, "subject_" + r.exercise);
}

}  // namespace

outcome build_judge(const setting& s, const chapter& c)
{
    const build_lock lock(s.build);
    if (const outcome pointed = point_build_at(s); pointed.code != 0) {
        return pointed;
    }
    return build_target(s, "judge_" + c.name,
                        s.json
                            ? ""
                            : "Building the judge of chapter " + c.number() +
                                  ", which takes some 20 s the first "
                                  "time ...");
}

build_alone::fault fault_in(const setting& s, const request& r,
                            const outcome& built)
{
    const std::string answer = answer_file(s.answers, r.of).string();
    const auto probes = s.source / "tests" / r.of.name / "probes.hpp";
    if (built.code == 0) {
        return build_alone::fault::none;
    }
    if (!has_error_in(built.output, answer) &&
        has_error_in(built.output, probes.string())) {
        return build_alone::fault::missing;
    }
    return is_beyond_limits(built.output) ||
                   digest(built.output, answer, "").empty()
               ? build_alone::fault::other
               : build_alone::fault::its_own;
}

std::vector<build_alone> build_each(const setting& s, const request& r)
{
    std::vector<build_alone> all;
    std::vector<std::string> good;
    const auto build = [&](const std::string& number,
                           const std::vector<std::string>& with) {
        const request one{r.of, number};
        const outcome built = build_one(s, one, with);
        return build_alone{one, r.of.name + "." + number + ".subject",
                           fault_in(s, r, built), built};
    };
    for (const std::string& number : r.exercises()) {
        all.push_back(build(number, {}));
        if (all.back().built.code == 0) {
            good.push_back(number);
        }
    }
    for (build_alone& a : all) {
        if (a.built.code != 0 && !good.empty() && !interrupted()) {
            a = build(a.asked.exercise, good);
        }
        // Its part is not in the file, or something else is amiss.
        if (a.found == build_alone::fault::other) {
            a.found = a.built.output.empty() && !good.empty()
                          ? build_alone::fault::missing
                          : build_alone::fault::its_own;
        }
    }
    return all;
}

}  // namespace chainrule::workbook
