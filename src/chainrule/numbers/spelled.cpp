#include "chainrule/numbers/spelled.hpp"

#include <cmath>
#include <locale>
#include <sstream>

namespace chainrule {

std::string spelled(double x, int digits)
{
    if (std::isnan(x)) {
        return "nan";
    }
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text.precision(digits);
    text << x;
    return text.str();
}

}  // namespace chainrule
