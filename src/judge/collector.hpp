/// \file
/// Collects the numbers that could explain a quantity.
#pragma once

#include <functional>
#include <limits>

#include "judge/problem.hpp"

namespace chainrule::judge {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// An entry of a list, counted from 0; not a number beside it.
double entry(const variable& v, std::ptrdiff_t i);

/// An entry of a table.
double entry(const variable& v, std::size_t i, std::size_t j);

/// Collects what is the same kind of number in every cell.
class collector {
public:
    collector(const std::vector<scene>& scenes,
              const std::vector<cell>& cells, std::size_t drawn,
              const std::string& name, view as)
        : scenes_(scenes), cells_(cells), drawn_(drawn), name_(name), as_(as)
    {}

    explainers all();

private:
    // The variables of a name, in every cell.
    struct column {
        std::string name;
        double cost;
        std::vector<const variable*> in;
        variable::shape is;
        bool own;     // the true value of what is to be explained
        bool asked;   // or of something else that is asked for
        bool steady;  // the same size everywhere
    };
    using value_of = std::function<double(const variable&, const cell&)>;
    using value_of_two =
        std::function<double(const variable&, const variable&, const cell&)>;

    std::vector<column> columns() const;
    void add(const std::string& name, double cost,
             std::vector<double> values);
    void add(const column& c, const std::string& name, double more,
             const value_of& value);
    void add(const column& a, const column& b, const std::string& name,
             double more, const value_of_two& value);
    void for_one(const column& c);
    void for_list(const column& c);
    void for_table(const column& c);
    void sums(const std::vector<column>& all);
    void table_sums(const column& c);
    void table_products(const std::vector<column>& all);

    const std::vector<scene>& scenes_;
    const std::vector<cell>& cells_;
    std::size_t drawn_;
    const std::string& name_;
    view as_;
    explainers found_;
};

}  // namespace chainrule::judge
