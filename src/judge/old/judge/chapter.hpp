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

#include "chapter/todo.hpp"
#include "judge/clue.hpp"
#include "judge/observation.hpp"

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
    std::vector<std::string> clues;    ///< if it has no name
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
    /// Diagnose every mistake of an exercise as if it were an answer.
    /// \return a sentence for each that passes or gets another's name
    virtual std::vector<std::string>
    wrong_names(const std::string& exercise, std::uint64_t seed) const = 0;
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
        return compare(observe(find(number), subject_, seed),
                       know(number, seed));
    }

    std::vector<std::string> wrong_names(const std::string& number,
                                         std::uint64_t seed) const override
    {
        std::vector<std::string> complaints;
        const knowledge known = know(number, seed);
        for (const auto& [m, wrong] : known.mistakes) {
            const diagnosis d = compare(wrong, known);
            if (!d.first) {
                complaints.push_back(m->text.id + " passes");
            } else if (d.name && d.name->id != m->text.id) {
                complaints.push_back(m->text.id + " is called " + d.name->id);
            }
        }
        return complaints;
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
    /// What an answer gives on the three probes of a diagnosis.
    using answer = std::vector<observation>;

    /// What the truth and the mistakes of an exercise give on them.
    struct knowledge {
        answer truth;
        std::vector<std::pair<const mistake<Table>*, answer>> mistakes;
    };

    // An answer that throws is observed to do so.
    static observation observe_once(const exercise<Table>& e,
                                    const Table& table, std::uint64_t seed)
    {
        random engine(seed);
        try {
            return e.observe(table, engine);
        } catch (const not_started&) {
            throw;
        } catch (const std::exception&) {
            return {"", {}, {{"an exception", 1}}};
        }
    }

    static answer observe(const exercise<Table>& e, const Table& table,
                          std::uint64_t seed)
    {
        return {observe_once(e, table, seed),
                observe_once(e, table, seed + 1),
                observe_once(e, table, seed + 2)};
    }

    knowledge know(const std::string& number, std::uint64_t seed) const
    {
        const exercise<Table>& e = find(number);
        knowledge known{observe(e, truth_, seed), {}};
        for (const mistake<Table>& m : mistakes_) {
            if (m.text.exercise == number) {
                Table wrong = truth_;
                m.make(wrong);
                known.mistakes.push_back({&m, observe(e, wrong, seed)});
            }
        }
        return known;
    }

    // A mistake is named if it and no other explains all three.
    static diagnosis compare(const answer& yours, const knowledge& known)
    {
        diagnosis found;
        for (std::size_t i = 0; i < yours.size() && !found.first; ++i) {
            found.first = first_difference(yours[i], known.truth[i]);
        }
        std::vector<const mistake<Table>*> matches;
        for (const auto& [m, wrong] : known.mistakes) {
            if (std::equal(yours.begin(), yours.end(), wrong.begin(),
                           alike)) {
                matches.push_back(m);
            }
        }
        if (found.first && matches.size() == 1) {
            found.name = matches.front()->text;
        } else if (found.first) {
            found.clues = clues(yours, known.truth);
        }
        return found;
    }

    Table subject_, truth_;
    std::vector<exercise<Table>> exercises_;
    std::vector<mistake<Table>> mistakes_;
};

}  // namespace chainrule::judge
