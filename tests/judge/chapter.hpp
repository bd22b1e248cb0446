/// \file
/// What the judge of a chapter knows: its exercises, the truth, and the named
/// wrong answers. A table holds the functions of one answer file.
#pragma once

#include <algorithm>
#include <exception>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "judge/observation.hpp"
#include "todo.hpp"

namespace chainrule::judge {

/// What a reader is told about a mistake.
struct mistake_text {
    std::string exercise;  ///< its number, as "3.1"
    std::string id;        ///< as "own-weight-twice"
    std::string title;     ///< a few words, a sentence of its own
    std::string remedy;    ///< what to try, without the solution
    std::string section;   ///< of the chapter, where to read
};

/// A wrong answer that has a name, as a change of the truth.
/// \tparam Table the functions of an answer file
template <class Table>
struct mistake {
    mistake_text text;
    void (*make)(Table&);
};

/// How an exercise is judged.
/// \tparam Table the functions of an answer file
template <class Table>
struct exercise {
    std::string number;    ///< as "3.1"
    std::string contract;  ///< the function that it asks for, in words of C++
    bool (*offered)(const Table&);  ///< whether the answer has it
    /// Run it on a probe. Called with the same random numbers for an answer,
    /// for the truth and for every mistake.
    observation (*observe)(const Table&, random&);
};

/// What was found out about a wrong answer.
struct diagnosis {
    std::optional<difference> first;   ///< nothing if all probes agree
    std::optional<mistake_text> name;  ///< nothing if none or several match
};

/// The judge's view of a chapter, whatever its table is.
class judged {
public:
    virtual ~judged() = default;
    /// \return the numbers of its exercises, in order
    virtual std::vector<std::string> exercises() const = 0;
    /// \return what the answer should have and has not; empty if it has it
    virtual std::string missing(const std::string& exercise) const = 0;
    /// \return what is known about the subject's answer to an exercise
    virtual diagnosis diagnose(const std::string& exercise,
                               std::uint64_t seed) const = 0;
    /// \return all named mistakes
    virtual std::vector<mistake_text> mistakes() const = 0;
    /// Judge a mistake from now on instead of the answer.
    virtual void choose(std::size_t mistake) = 0;
};

/// The chapter that this program judges; its suite defines it.
judged& the_judged();

template <class Table>
class chapter : public judged {
public:
    chapter(Table answers, Table truth,
            std::vector<exercise<Table>> exercises,
            std::vector<mistake<Table>> mistakes)
        : subject_(answers), truth_(truth), exercises_(std::move(exercises)),
          mistakes_(std::move(mistakes))
    {}

    /// \return the functions that are judged
    const Table& subject() const { return subject_; }
    /// \return the functions that are right
    const Table& truth() const { return truth_; }

    /// What a table gives on a seeded probe. An answer that throws is
    /// observed to do so.
    observation observe(const exercise<Table>& e, const Table& table,
                        std::uint64_t seed) const
    {
        random engine(seed);
        try {
            return e.observe(table, engine);
        } catch (const not_started&) {
            throw;
        } catch (const std::exception&) {
            return {"", {{"an exception", 1}}};
        }
    }

    const exercise<Table>& find(const std::string& number) const
    {
        return *std::find_if(
            exercises_.begin(), exercises_.end(),
            [&](const auto& e) { return e.number == number; });
    }

    std::vector<std::string> exercises() const override
    {
        std::vector<std::string> numbers;
        for (const auto& e : exercises_) {
            numbers.push_back(e.number);
        }
        return numbers;
    }

    std::string missing(const std::string& number) const override
    {
        const exercise<Table>& e = find(number);
        return e.offered(subject_) ? "" : e.contract;
    }

    diagnosis diagnose(const std::string& number,
                       std::uint64_t seed) const override
    {
        const exercise<Table>& e = find(number);
        diagnosis found;
        std::vector<const mistake<Table>*> candidates;
        for (const auto& m : mistakes_) {
            if (m.text.exercise == number) {
                candidates.push_back(&m);
            }
        }
        for (std::uint64_t probe = 0; probe < 3; ++probe) {
            const observation yours = observe(e, subject_, seed + probe);
            if (!found.first) {
                found.first =
                    first_difference(yours, observe(e, truth_, seed + probe));
            }
            std::erase_if(candidates, [&](const mistake<Table>* m) {
                Table wrong = truth_;
                m->make(wrong);
                return !alike(yours, observe(e, wrong, seed + probe));
            });
        }
        if (found.first && candidates.size() == 1) {
            found.name = candidates.front()->text;
        }
        return found;
    }

    std::vector<mistake_text> mistakes() const override
    {
        std::vector<mistake_text> all;
        for (const auto& m : mistakes_) {
            all.push_back(m.text);
        }
        return all;
    }

    void choose(std::size_t index) override
    {
        subject_ = truth_;
        mistakes_.at(index).make(subject_);
    }

private:
    Table subject_, truth_;
    std::vector<exercise<Table>> exercises_;
    std::vector<mistake<Table>> mistakes_;
};

}  // namespace chainrule::judge
