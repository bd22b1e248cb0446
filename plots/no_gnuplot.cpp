// Stands in for gnuplot.cpp where the build found no gnuplot-iostream.
#include <iostream>

#include "plots/figure.hpp"

namespace chainrule {

bool run_gnuplot(const std::string& name, const std::string&)
{
    std::cerr << "figure " << name
              << " skipped: built without gnuplot-iostream\n";
    return false;
}

}  // namespace chainrule
