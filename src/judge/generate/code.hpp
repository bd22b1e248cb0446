/// \file
/// The code of judges and subjects, from what was written for a chapter.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "course/mistakes.hpp"
#include "course/syllabus.hpp"
#include "judge/generate/source.hpp"
#include "judge/generate/unseen.hpp"

namespace chainrule::generate {

/// All that was written for the exercises of a chapter.
struct material {
    course::chapter of;
    source stub, solution, probes, truth;
    std::string mistakes_file;
    std::vector<course::named_mistake> mistakes;
    std::vector<std::string> changes;  ///< rows: exercise, fault, fingerprint
    std::vector<unseen_answer> unseen;  ///< to be judged in the same program
    std::string unseen_file;
};

/// Read it.
/// \param chapter the folder with exercises and solutions
/// \param tests that with probes, truth and mistakes
/// \throws std::runtime_error if a file or a part is missing
material read_material(const std::filesystem::path& chapter,
                       const std::filesystem::path& tests);

/// The program of the judge: the truth, the solution and every mistake, each
/// with the questions.
std::string judge_of(const material& m);

/// The program of a subject: the questions to the answer that it includes.
std::string subject_of(const material& m);

/// Lines of a solution with those of a mistake in their place.
/// \throws std::runtime_error beginning with `where` if they do not stand there
/// exactly once
std::vector<std::string> with_mistake(std::vector<std::string> lines,
                                      const course::named_mistake& wrong,
                                      const std::string& where);

/// What programs of another make need: a player whose functions are in
/// `space`, and what they are asked, in the order of such a program.
struct entry {
    std::string exercise, id, space;
};

/// The headers of some files, each once.
std::string includes_of(const std::vector<const source*>& all);

/// The namespace `truth`, which may use the types that the stub gives, and
/// nothing else of it.
std::string truth_of(const material& m);

/// A namespace `player` with the questions of a part to the functions in the
/// namespace `answers`. It belongs into that of `plumbing_of`.
std::string asked(const source& probes, const piece& part,
                  const std::string& player, const std::string& answers);

/// What all probes share, and the questions behind it.
std::string plumbing_of(const source& probes, const std::string& questions);

/// The list of all players. That of a subject has only those that are there.
std::string players_of(const std::vector<entry>& all,
                       bool in_subject = false);

}  // namespace chainrule::generate
