/// \file
/// What the judge of a chapter knows beside its players; the generated file
/// defines it.
#pragma once

#include <span>
#include <string>

namespace chainrule::judge {

/// An exercise, and what it asks for.
struct exercise {
    const char* number;    ///< "3.1"
    const char* contract;  ///< the declarations of its stub, on one line
};

/// What a reader is told about a mistake.
struct mistake {
    const char* exercise;  ///< its number, as "3.1"
    const char* id;        ///< as "own-weight-twice"
    const char* title;     ///< what is wrong, a sentence of its own
    const char* remedy;    ///< what to try, without the solution
    const char* section;   ///< of the chapter, where to read
    const char* page;      ///< its place in the book: "chapter-03-x.html#..."
};

/// A small change of the solution, and what comes of it.
struct small_change {
    const char* exercise;  ///< its number, as "3.1"
    const char* fault;     ///< in words: "a factor left out in `b - d`"
    const char* gave;      ///< its fingerprint, as text
};

std::span<const exercise> exercises();
std::span<const small_change> small_changes();
std::span<const mistake> mistakes();

}  // namespace chainrule::judge
