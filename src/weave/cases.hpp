/// \file
/// The tests that a sentence of a chapter may name.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace chainrule::weave {

/// A case of Boost.Test, or a test of CTest.
struct test_case {
    std::string suite;    ///< "training_suite"; empty for a test of CTest
    std::string name;     ///< "one_step_each_way_by_hand"
    std::string file;     ///< "tests/04_training/suite.cpp", or empty
    int line = 0;         ///< where it begins
    std::string comment;  ///< what stands directly above it, without `//`
    std::string code;     ///< the whole case, in whole lines

    /// \return "training_suite/one_step_each_way_by_hand"
    std::string full_name() const;
};

/// All of them, in the order of the files' names.
class test_cases {
public:
    /// Read every suite.
    /// \param tests the folder of the suites
    /// \param ctest a file with the names of CTest's tests, one a line; none
    ///     if empty
    /// \throw std::runtime_error if a file cannot be read
    explicit test_cases(const std::filesystem::path& tests,
                        const std::filesystem::path& ctest = {});

    /// Find a test. A case of the chapter's own suite goes before others of
    /// the same name.
    /// \param name "case", "suite/case", or a name of CTest
    /// \param chapter NN_stem, the chapter that names it
    /// \throw std::invalid_argument if there is none, with the name that is
    ///     most like it, or more than one, with all of them
    const test_case& find(const std::string& name,
                          const std::string& chapter) const;

    const std::vector<test_case>& all() const { return all_; }

private:
    std::vector<test_case> all_;
};

}  // namespace chainrule::weave
