/// \file
/// Products of the lesson's numbers in words.
#pragma once

#include <string>
#include <vector>

#include "judge/product.hpp"

namespace chainrule::judge {

/// Says how a number is related to what it is compared with. What cannot be
/// said in a few words gives an empty text.
class words {
public:
    /// \param features that products are made of
    /// \param constants named numbers that were the same everywhere
    /// \param called what is compared with: "the true one"
    words(const std::vector<feature>& features,
          const std::vector<feature>& constants, std::string called)
        : features_(features), constants_(constants),
          called_(std::move(called))
    {}

    std::string as_ratio(const product& p) const;
    std::string as_difference(const product& p) const;
    std::string as_value(const product& p) const;
    std::string as_replaced(const product& p) const;
    std::string as_step_ratio(const product& p) const;
    std::string as_step(const product& p) const;
    std::string as_step_replaced(const product& p) const;
    std::string as_sum_with_negative(const product& p) const;
    std::string as_sum_with(double factor, const product& p) const;
    std::string as_differences(const product& p, const product& q) const;
    std::string as_values(const product& p, const product& q) const;
    std::string as_step_by_rate(const product& p, const product& q) const;
    /// With a factor too many besides.
    std::string as_replaced(const std::string& factor,
                            const product& p) const;
    std::string as_replaced(double factor, std::size_t feature,
                            const product& p, const product& q) const;

private:
    std::string sum(const product& p, const product& q) const;
    std::string ratio(const product& p, const std::string& what,
                      const std::string& of) const;
    std::string size(const product& p) const;
    std::string summand(const product& p) const;
    std::string with_in_place(const product& p, const std::string& of) const;

    const std::vector<feature>& features_;
    const std::vector<feature>& constants_;
    std::string called_;
};

}  // namespace chainrule::judge
