/// \file
/// C++ as tokens, as far as a mutator needs it. It relies on the formatting of
/// this repository: an operator between two operands stands between spaces,
/// and the bracket of a template does not.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <vector>

namespace chainrule::mutants {

/// A name, a number, a literal or an operator.
struct token {
    enum { name, number, literal, sign } kind = sign;
    std::string text;
    std::size_t at = 0;    ///< where it begins in the text
    bool between = false;  ///< whether there are spaces on both sides

    std::size_t end() const { return at + text.size(); }
};

/// Tokens that follow each other, both ends included.
struct span {
    std::size_t first = 0, last = 0;
};

/// \return whether a text is among others
bool is_one_of(const std::string& text,
               std::initializer_list<const char*> all);

/// Some text and its tokens, without comments.
struct code {
    explicit code(std::string of);

    std::string text;
    std::vector<token> tokens;
    /// Of each bracket, round, square, curly or of a template, the token that
    /// it belongs to; of every other token itself.
    std::vector<std::size_t> partner;

    /// \return whether a token is there and reads so
    bool is(std::size_t i, const std::string& what) const;
    /// \return whether it is an operator between two operands
    bool is_binary(std::size_t i) const;
    /// The text of some tokens, as it stands.
    std::string text_of(const span& s) const;
};

/// The operand in front of a binary operator, or behind it. That of + or -
/// has its products, that of && or || all up to the next of these.
span left_operand(const code& c, std::size_t op);
span right_operand(const code& c, std::size_t op);

/// Where a change is, for a reader: " in `b - d`", the expression that is
/// around it, as it is changed; nothing if that is long.
/// \param changed the tokens
/// \param with what stands there instead
std::string place_of(const code& c, const span& changed,
                     const std::string& with);

/// What stands between commas in a pair of brackets.
std::vector<span> arguments(const code& c, std::size_t open);

/// The statements of every block of the code, block by block. A statement has
/// its blocks in it.
std::vector<std::vector<span>> blocks(const code& c);

/// A name that is declared, and its type without const and reference.
struct variable {
    std::size_t at = 0;  ///< the token
    std::string name, type;
};

/// The variables, parameters and members that the code declares.
std::vector<variable> variables(const code& c);

}  // namespace chainrule::mutants
