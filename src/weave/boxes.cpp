#include "weave/boxes.hpp"

namespace chainrule::weave {
namespace {

// How many lines of code a reader can take in at once.
constexpr std::size_t most_code = 30;

}  // namespace

// A directive that opens a box, the one that divides it, and the last one;
// what the box and its fold are called on the page.
struct boxes::box {
    std::string opens, divides, closes;
    std::string label, fold;
};

const boxes::box boxes::kinds[2] = {
    {"predict", "answer", "endpredict", "Predict", "Answer"},
    {"question", "solution", "endquestion", "Question", "Answer"}};

std::optional<std::string> boxes::put(const line& l, const std::string& word,
                                      const std::string& rest)
{
    if (word == "fold") {
        open_fold(l, rest);
        return "";
    }
    if (word == "end") {
        close_fold(l);
        return rest;
    }
    for (const box& b : kinds) {
        if (word == b.opens) {
            end();
            open(l, b);
            return rest;
        }
        if (word == b.divides || word == b.closes) {
            if (box_ != &b || (word == b.divides && divided_)) {
                found_.add(l, "@" + word + " without @" + b.opens);
                return "";
            }
            word == b.divides ? divide() : close();
            return rest;
        }
    }
    return std::nullopt;
}

void boxes::open(const line& l, const box& b)
{
    box_ = &b;
    box_line_ = l;
    in_question_ = true;
    answered_ = false;
    page_.html("<div class=\"" + b.opens + "\"><p class=\"label\">" +
               b.label + "</p>");
}

void boxes::divide()
{
    divided_ = true;
    page_.html((in_question_ ? "" : "<div class=\"" + box_->opens + "\">") +
               ("<details><summary>" + box_->fold + "</summary>"));
    in_question_ = false;
}

void boxes::close()
{
    if (divided_) {
        page_.html("</details></div>");
    } else if (in_question_) {
        page_.html("</div>");
    }
    if (box_ == &kinds[0] && !answered_) {
        unanswered_ = box_line_;
    }
    box_ = nullptr;
    in_question_ = false;
    divided_ = false;
}

void boxes::before_code()
{
    if (in_question_) {
        page_.html("</div>");
        in_question_ = false;
    }
}

void boxes::open_details(const std::string& summary, const std::string& kind)
{
    page_.html("<details" + (kind.empty() ? "" : " class=\"" + kind + "\"") +
               "><summary>" + escape_html(summary) + "</summary>");
}

void boxes::warn_of_long_code(const line& begin, std::size_t lines)
{
    if (lines > most_code && !folded()) {
        warned_.add(begin,
                    std::to_string(lines) +
                        " lines of code without prose; a reader takes " +
                        std::to_string(most_code) +
                        ". Divide them, or fold what a reader need not see "
                        "with '// @fold TITLE' and '// @end'");
    }
}

void boxes::before_output(const line& l)
{
    answered_ = answered_ || divided_;
    if (!folded() && unanswered_) {
        warned_.add(l, "the answer to @predict in line " +
                           std::to_string(unanswered_->number) +
                           " can be seen here; move @endpredict below it, "
                           "and @answer below the code between them");
        unanswered_.reset();
    }
}

void boxes::before_heading(const line& l)
{
    if (box_ != nullptr || fold_) {
        found_.add(l, "a heading within @" +
                          (box_ != nullptr ? box_->opens : "fold"));
    }
    unanswered_.reset();
}

void boxes::open_fold(const line& l, const std::string& title)
{
    if (fold_) {
        found_.add(l, "a @fold within that of line " +
                          std::to_string(fold_->number));
    }
    if (title.empty()) {
        found_.add(l, "expected '@fold TITLE'");
    }
    before_code();
    fold_ = l;
    open_details(title, "plumbing");
}

void boxes::close_fold(const line& l)
{
    if (!fold_) {
        found_.add(l, "@end without @fold");
        return;
    }
    fold_.reset();
    page_.html("</details>");
}

void boxes::end()
{
    if (fold_) {
        found_.add(*fold_, "@fold has no @end");
        fold_.reset();
    }
    if (box_ != nullptr) {
        found_.add(box_line_, "@" + box_->opens + " has no @" + box_->closes);
        box_ = nullptr;
        in_question_ = false;
        divided_ = false;
    }
}

std::string box_directives()
{
    return "@predict, @question, @fold, ";
}

}  // namespace chainrule::weave
