#include "weave/cases.hpp"

#include <algorithm>
#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <numeric>
#include <regex>
#include <stdexcept>

#include "course/files.hpp"
#include "weave/text.hpp"

namespace chainrule::weave {
namespace {

namespace fs = std::filesystem;

// The comment that ends directly above a line.
std::string comment_above(const std::vector<line>& lines, std::size_t at)
{
    std::string text;
    while (at > 0 && lines[at - 1].text.starts_with("//")) {
        --at;
        const std::string words = boost::trim_copy(lines[at].text.substr(2));
        text = words + (text.empty() ? "" : " ") + text;
    }
    return text;
}

// From a line to the next one that is only a closing brace.
std::string code_from(const std::vector<line>& lines, std::size_t at)
{
    std::string code;
    for (; at < lines.size(); ++at) {
        code += lines[at].text + "\n";
        if (lines[at].text == "}") {
            break;
        }
    }
    return code;
}

void read_suite(const fs::path& file, const std::string& shown,
                std::vector<test_case>& all)
{
    static const std::regex suite(
        "^BOOST_(?:AUTO|FIXTURE)_TEST_SUITE\\((\\w+)");
    static const std::regex begins(
        "^BOOST_(?:AUTO|FIXTURE|DATA)_TEST_CASE(?:_TEMPLATE)?\\(\\s*(\\w+)");
    const std::vector<line> lines = course::read_lines(file);
    std::string within;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        // The name may stand in the line below.
        const std::string text =
            lines[i].text +
            (i + 1 < lines.size() ? "\n" + lines[i + 1].text : "");
        std::smatch found;
        if (std::regex_search(text, found, suite)) {
            within = found[1];
        } else if (std::regex_search(text, found, begins)) {
            all.push_back({within, found[1], shown, lines[i].number,
                           comment_above(lines, i), code_from(lines, i)});
        }
    }
}

// In how many letters two names differ (Levenshtein).
std::size_t distance(const std::string& a, const std::string& b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t corner = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = corner + (a[i - 1] != b[j - 1]);
            corner = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
        }
    }
    return row.back();
}

}  // namespace

std::string test_case::full_name() const
{
    return suite.empty() ? name : suite + "/" + name;
}

test_cases::test_cases(const fs::path& tests, const fs::path& ctest)
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(tests)) {
        if (entry.path().extension() == ".cpp") {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) {
        read_suite(
            file,
            (tests.filename() / file.lexically_relative(tests)).string(),
            all_);
    }
    if (!ctest.empty()) {
        for (const line& l : course::read_lines(ctest)) {
            all_.push_back({"", l.text, "", 0, "", ""});
        }
    }
}

const test_case& test_cases::find(const std::string& name,
                                  const std::string& chapter) const
{
    std::vector<const test_case*> found;
    for (const test_case& c : all_) {
        if (name != c.name && name != c.full_name()) {
            continue;
        }
        if (c.file.find("/" + chapter + "/") != c.file.npos) {
            return c;
        }
        found.push_back(&c);
    }
    if (found.size() > 1) {
        std::vector<std::string> names;
        for (const test_case* c : found) {
            names.push_back(c->full_name());
        }
        throw std::invalid_argument("more than one test is called '" + name +
                                    "'; name one of " +
                                    boost::join(names, ", "));
    }
    if (!found.empty()) {
        return *found.front();
    }
    const auto far = [&](const test_case& c) {
        return std::min(distance(name, c.name),
                        distance(name, c.full_name()));
    };
    const auto nearest =
        std::min_element(all_.begin(), all_.end(),
                         [&](const test_case& a, const test_case& b) {
                             return far(a) < far(b);
                         });
    throw std::invalid_argument(
        "no test is called '" + name + "'" +
        (nearest == all_.end()
             ? ""
             : "; the nearest name is '" + nearest->full_name() + "'"));
}

}  // namespace chainrule::weave
