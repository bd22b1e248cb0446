/// \file
/// How a wrong answer is related to what is true, or to a known mistake.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "judge/group.hpp"

namespace chainrule::judge {

/// What an answer is compared with: the truth, or a mistake that has a name.
struct base {
    std::vector<std::vector<variable>> values;  ///< of the same instances
    std::string called = "the true one";
    int degree = 4;  ///< how many factors are looked for
    bool is_mistake = false;
};

/// What is said of quantities that have the same in common.
struct relation {
    std::vector<std::string> of;  ///< "dw_i", "db"
    std::string text;             ///< "yours is the true one times x"
};

/// What explains an answer.
struct explanation {
    std::vector<relation> relations;
    bool whole = false;    ///< whether every wrong quantity is explained
    double cost = 0;       ///< the longer the sentences, the more
    bool differs = false;  ///< whether what it is compared with is not true
};

/// Relates an answer to what it may be compared with.
class relating {
public:
    explicit relating(const evidence& e);
    ~relating();
    relating(const relating&) = delete;
    relating& operator=(const relating&) = delete;

    /// Find the shortest relation that holds wherever it can be tested, for
    /// every quantity that is wrong, or that the base has wrong: a factor, a
    /// summand, one number in the place of another, a sum of two. It is said
    /// in the lesson's names.
    explanation to(const base& b);

private:
    struct state;
    std::unique_ptr<state> state_;
};

/// Relations as sentences: "dw_i, db_i: yours is the true one times w_i".
std::vector<std::string> sentences(const explanation& e);

}  // namespace chainrule::judge
