// The only file that includes gnuplot-iostream: its header costs more than a
// second of compile time.
#include <gnuplot-iostream.h>

#include <cstdlib>
#include <stdexcept>

#include "plots/figure.hpp"

namespace chainrule {

bool run_gnuplot(const std::string& name, const std::string& script)
{
    // Asked first, because a missing program would end this one by SIGPIPE.
    if (std::system("command -v gnuplot >/dev/null 2>&1") != 0) {
        throw std::runtime_error("figure " + name +
                                 ": gnuplot is not installed; on Debian: "
                                 "apt install gnuplot-nox");
    }
    Gnuplot gnuplot("gnuplot");
    gnuplot << script;
    gnuplot.flush();
    if (!gnuplot) {
        throw std::runtime_error("figure " + name +
                                 ": gnuplot ended before the figure did");
    }
    return true;
}

}  // namespace chainrule
