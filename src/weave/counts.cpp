#include "weave/counts.hpp"

#include <algorithm>
#include <stdexcept>

#include "course/files.hpp"
#include "weave/text.hpp"

namespace chainrule::weave {
namespace {

namespace fs = std::filesystem;

std::size_t count(const std::string& text, const std::string& part)
{
    std::size_t n = 0;
    for (std::size_t at = text.find(part); at != text.npos;
         at = text.find(part, at + part.size())) {
        ++n;
    }
    return n;
}

// A part as it is woven, and as it stands on the page.
struct kind {
    const char* name;
    const char* woven;
    const char* shown;
};

const kind kinds[] = {
    {"figures", "<figure class=\"figure\"", "<figure class=\"figure\""},
    {"outputs", "<div class=\"output\"", "<div class=\"output\""},
    {"marks of claims", "<a class=\"proved\"", "<a class=\"proved\""},
    {"folds", "<details", "<details"},
    {"exercises", "<div class=\"exercise\"", "<div class=\"exercise\""},
    {"things to try", "<div class=\"try-it\"", "<div class=\"try-it\""}};

// "# Title {#chapter-03-cached-backprop}" names the page.
std::string page_of(const std::string& woven)
{
    const std::size_t begin = woven.find("{#") + 2;
    return woven.substr(begin, woven.find('}') - begin) + ".html";
}

}  // namespace

std::vector<std::string> missing_parts(const fs::path& pages,
                                       const fs::path& html)
{
    std::vector<std::string> bad;
    std::size_t seen = 0;
    for (const auto& entry : fs::directory_iterator(pages)) {
        if (entry.path().extension() != ".md") {
            continue;
        }
        const std::string woven = course::read_file(entry.path());
        const std::string page = page_of(woven);
        // The page of a chapter that is gone may still lie there.
        if (!fs::exists(html / page)) {
            continue;
        }
        ++seen;
        const std::string shown = course::read_file(html / page);
        const auto compare = [&](const std::string& name, std::size_t w,
                                 std::size_t s) {
            if (w != s) {
                bad.push_back(page + ": " + std::to_string(w) + " " + name +
                              " woven, " + std::to_string(s) + " shown");
            }
        };
        compare("blocks of code", count(woven, "\n```{."),
                count(shown, "<div class=\"fragment\">") +
                    count(shown, "<pre class=\"fragment\">"));
        for (const kind& k : kinds) {
            compare(k.name, count(woven, k.woven), count(shown, k.shown));
        }
    }
    if (seen == 0) {
        throw std::runtime_error(pages.string() + ": no page was woven");
    }
    std::sort(bad.begin(), bad.end());
    return bad;
}

}  // namespace chainrule::weave
