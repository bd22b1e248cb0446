#include "weave/unseen.hpp"

#include <array>
#include <map>
#include <stdexcept>

#include "weave/text.hpp"

namespace chainrule::weave {
namespace {

namespace fs = std::filesystem;

// What became of some answers: how many there are, and of how many a mistake
// was named, a small change told, a relation told, and none of these.
using counts = std::array<long, 5>;

struct numbers {
    counts one{}, two{};
    long right = 0, passed = 0, wrong_passed = 0;
};

void count(counts& of, const std::string& found)
{
    ++of[0];
    ++of[found == "named"     ? 1
         : found == "changed" ? 2
         : found == "related" ? 3
                              : 4];
}

// By chapter, which is the number in front of the point. Only those count that
// nobody has looked at to make a judge.
std::map<std::string, numbers> read_counted(const fs::path& file)
{
    std::map<std::string, numbers> all;
    if (!fs::exists(file)) {
        return all;
    }
    for (const line& l : course::read_lines(file)) {
        const auto field = split(l.text, '\t');
        if (field.size() < 5) {
            throw std::runtime_error(l.file + ":" + std::to_string(l.number) +
                                     ": '" + l.text + "' is no row");
        }
        if (field[3] != "counted") {
            continue;
        }
        numbers& of = all[field[0].substr(0, field[0].find('.'))];
        if (field[2].starts_with("right")) {
            ++of.right;
            of.passed += field[4] == "passed" ? 1 : 0;
        } else {
            count(field[2].find("two") == std::string::npos ? of.one : of.two,
                  field[4]);
            of.wrong_passed += field[4] == "passed" ? 1 : 0;
        }
    }
    return all;
}

void add(counts& sum, const counts& more)
{
    for (std::size_t i = 0; i < sum.size(); ++i) {
        sum[i] += more[i];
    }
}

std::string row(const std::string& name, const counts& of)
{
    std::string text = "\n<tr><th scope=\"row\">" + name;
    for (const long k : of) {
        text += "<td>" + std::to_string(k);
    }
    return text;
}

std::string table(const std::string& what, const std::string& rows)
{
    return "\n\\htmlonly[block]\n<table "
           "class=\"caught\"><tr><th>chapter<th>" +
           what + "<th>named<th>change<th>related<th>neither" + rows +
           "\n</table>\n\\endhtmlonly\n";
}

}  // namespace

std::string weave_unseen(const std::vector<course::chapter>& chapters,
                         const fs::path& tests)
{
    const auto all = read_counted(tests / "judge/unseen/unseen.tsv");
    std::string one, two;
    numbers sum;
    for (const course::chapter& c : chapters) {
        const auto found = all.find(std::to_string(std::stoi(c.name)));
        if (found == all.end()) {
            continue;
        }
        const numbers& n = found->second;
        one += row(c.name.substr(0, 2), n.one);
        two += row(c.name.substr(0, 2), n.two);
        add(sum.one, n.one);
        add(sum.two, n.two);
        sum.right += n.right;
        sum.passed += n.passed;
        sum.wrong_passed += n.wrong_passed;
    }
    const auto text = [](long k) { return std::to_string(k); };
    return "# Answers that nobody listed {#unseen}\n\n"
           "How much does a judge say of a mistake that it does not know? "
           "Wrong answers, and right ones in unusual styles, were written "
           "from the texts of the exercises alone, without a look at the "
           "judge or its lists. A half of them served to make the judge "
           "better. The tables count the other half. (A few names were added "
           "after the authors had said what was unclear in the texts.) A "
           "wrong answer has one mistake or two. The judge **named** what it "
           "is, told the small **change** of a right answer that gives the "
           "same, told how its values are **related** to right ones, or did "
           "neither.\n\n"
           "Of the wrong ones " +
           text(sum.wrong_passed) + " passed. Of " + text(sum.right) +
           " right ones " + text(sum.passed) + " passed.\n" +
           table("one mistake", one + row("all", sum.one)) +
           table("two mistakes", two + row("all", sum.two)) +
           "\nHow well it tells wrong from right is another question: \\ref "
           "mutants has the answer.\n";
}

}  // namespace chainrule::weave
