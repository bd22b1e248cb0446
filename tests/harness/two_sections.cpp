// The smallest chapter there is, for the suite of chapters/program.
#include <iostream>

#include "chapter/option.hpp"
#include "chapter/program.hpp"

const struct {
    chainrule::option<double> rate{"rate", 0.5, "how far a step goes"};
    chainrule::option<std::size_t> epochs{"epochs", 1, "how long", 1};
} options;

int main(int argc, char** argv)
{
    return chainrule::run_chapter(
        argc, argv,
        {{"first", [] { std::cout << "a = " << options.epochs() << "\n"; }},
         {"second",
          [] { std::cout << "b = " << options.rate() * 4 << "\n"; }}});
}
