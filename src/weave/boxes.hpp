/// \file
/// Boxes of a page that fold a part of it: questions, and code that a reader
/// need not see at first.
#pragma once

#include <optional>
#include <string>

#include "weave/page_text.hpp"
#include "weave/text.hpp"

namespace chainrule::weave {

/// Opens and closes them. Whatever is wrong is told to the problems, with the
/// line of the directive.
class boxes {
public:
    /// \param page receives the boxes
    /// \param found receives what is wrong
    /// \param warned receives what is not as it should be
    boxes(page_text& page, problems& found, problems& warned)
        : page_(page), found_(found), warned_(warned)
    {}

    /// Weave a directive, if it is one of a box.
    /// \param l its line
    /// \param word the directive, without `@`
    /// \param rest what stands behind it
    /// \return the text behind it that begins a paragraph, or nothing if it
    ///     is no directive of a box
    std::optional<std::string> put(const line& l, const std::string& word,
                                   const std::string& rest);

    /// Whether what comes now is folded.
    bool folded() const
    {
        return divided_ || fold_.has_value() || whole_folds_ > 0;
    }

    /// Fold what a function puts on the page.
    /// \param summary the line that is seen
    /// \param kind its class, or nothing
    /// \param body the function
    template <class Body>
    void fold(const std::string& summary, const std::string& kind, Body body)
    {
        before_code();
        open_details(summary, kind);
        ++whole_folds_;
        body();
        --whole_folds_;
        page_.html("</details>");
    }

    /// Code of the chapter comes now. It does not stand in the box of a
    /// question.
    void before_code();
    /// Warn if code is too long and not folded.
    /// \param begin its first line, or the directive that shows it
    /// \param lines how many it has
    void warn_of_long_code(const line& begin, std::size_t lines);
    /// An output or a figure comes now. It answers the last prediction of the
    /// section, so the fold of its answer should have it.
    void before_output(const line& l);
    /// A heading comes now: no box may be open.
    void before_heading(const line& l);
    /// The page ends: no box may be open.
    void end();

private:
    struct box;
    static const box kinds[2];

    void open_details(const std::string& summary, const std::string& kind);
    void open(const line& l, const box& b);
    void divide();
    void close();
    void open_fold(const line& l, const std::string& title);
    void close_fold(const line& l);

    page_text& page_;
    problems& found_;
    problems& warned_;
    const box* box_ = nullptr;
    line box_line_;
    bool in_question_ = false;  // its part that is not folded
    bool divided_ = false;
    bool answered_ = false;  // by an output in the fold
    std::optional<line> unanswered_;
    std::optional<line> fold_;
    int whole_folds_ = 0;
};

/// The directives that open a box, for messages.
std::string box_directives();

}  // namespace chainrule::weave
