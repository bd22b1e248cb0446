// The smallest chapter there is, for the suite of chapters/program.
#include <iostream>

#include "chapter/program.hpp"

int main(int argc, char** argv)
{
    return chainrule::run_chapter(
        argc, argv,
        {{"first", [] { std::cout << "a = 1\n"; }},
         {"second", [] { std::cout << "b = 2\n"; }}});
}
