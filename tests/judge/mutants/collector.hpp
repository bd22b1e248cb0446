/// \file
/// How the changes of some code are found. `changes_of` uses it, nobody else.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "judge/mutants/changes.hpp"
#include "judge/mutants/code.hpp"

namespace chainrule::mutants {

/// Collects the changes of some code, one kind after the other.
class changes {
public:
    changes(const code& c, const std::vector<std::string>& members)
        : c_(c), members_(members), variables_(variables(c))
    {}

    std::vector<change> all();

private:
    // Notes a change.
    // \param fault in words
    void put(const span& s, const std::string& with,
             const std::string& fault);
    // The same, where the words end with the code around the change.
    void put_in(const span& s, const std::string& with,
                const std::string& fault);
    void put_in(std::size_t i, const std::string& with,
                const std::string& fault)
    {
        put_in({i, i}, with, fault);
    }
    void exchange(const span& a, const span& b, const std::string& fault);

    void operators(std::size_t i);
    void operands(std::size_t i);
    void names(std::size_t i);
    void numbers(std::size_t i);
    void signs(std::size_t i);
    void conditions(std::size_t i);
    void lists(std::size_t i);
    void indices(std::size_t i);
    void calls(std::size_t i);
    void ranges(std::size_t i);
    void types(std::size_t i);
    void loops(std::size_t i);
    void counting(std::size_t i);
    std::string statement_left_out(const span& s) const;
    std::string purpose_of(const span& s) const;
    void statements();

    bool begins_statement(std::size_t i) const;
    bool has_no_sign(std::size_t i) const;
    bool is_declared(std::size_t i) const;
    bool mentions(const span& s, const span& target) const;
    span target_of(const span& statement) const;
    bool may_be_exchanged(const span& a, const span& b) const;

    const code& c_;
    const std::vector<std::string>& members_;
    std::vector<variable> variables_;
    std::set<std::string> known_;
    std::vector<change> found_;
};

}  // namespace chainrule::mutants
