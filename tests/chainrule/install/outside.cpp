// The slope of x^3 at 2; the other headers only have to be found.
#include <chainrule/autograd/tape.hpp>
#include <chainrule/data/idx.hpp>
#include <chainrule/layers/dense.hpp>
#include <chainrule/numbers/dual.hpp>

int main()
{
    const auto x = chainrule::variable(2.0);
    return (x * x * x).slope == 12.0 ? 0 : 1;
}
