/// \file
/// Sentences of the chapters, and the tests that fail when they are false.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "course/syllabus.hpp"
#include "weave/cases.hpp"

namespace chainrule::weave {

/// The sentences of a page that name a test.
class claims {
public:
    /// \param tests those that may be named
    /// \param self the chapter
    claims(const test_cases& tests, const course::chapter& self)
        : tests_(tests), self_(self)
    {}

    /// What follows stands under this heading.
    void begin_section(const std::string& title) { section_ = title; }

    /// What follows stands below this paragraph.
    void end_paragraph(const std::string& text) { above_ = text; }

    /// Note a sentence.
    /// \param test as the chapter names it
    /// \param text Markdown that ends with the sentence
    /// \return the mark that follows it on the page, which leads to its place
    ///     among all claims
    /// \throw std::invalid_argument if there is no sentence, or no such test
    std::string prove(const std::string& test, const std::string& text);

    /// For `weave_claims`: a line for each, with the test's name, the heading
    /// and the sentence, divided by tabs.
    const std::string& list() const { return list_; }

private:
    const test_cases& tests_;
    const course::chapter& self_;
    int count_ = 0;
    std::string section_, above_, list_;
};

/// The sentence that a text ends with, without marks.
std::string last_sentence(const std::string& text);

/// The page of all claims, chapter by chapter, each with its test.
/// \param chapters in reading order
/// \param pages the folder of NN_stem.claims.tsv
/// \param tests those that are named
/// \return Markdown
std::string weave_claims(const std::vector<course::chapter>& chapters,
                         const std::filesystem::path& pages,
                         const test_cases& tests);

}  // namespace chainrule::weave
