#include "judge/plain_cause.hpp"

#include <algorithm>
#include <bit>
#include <cctype>
#include <cmath>
#include <cstdint>

namespace chainrule::judge {
namespace {

constexpr std::size_t least = 8;

// A quantity in all scenes that have it, yours beside the true one.
struct pair_of_variables {
    const variable *yours, *truth;
    const scene* of;
};

std::vector<pair_of_variables> pairs(const evidence& e,
                                     const std::string& name)
{
    std::vector<pair_of_variables> all;
    for (std::size_t s = 0; s < e.scenes.size(); ++s) {
        const variable* t = find(e.scenes[s].truth, name);
        const variable* y = find(e.yours[s], name);
        if (t == nullptr || y == nullptr ||
            t->values.size() != y->values.size()) {
            return {};
        }
        all.push_back({y, t, &e.scenes[s]});
    }
    return all;
}

bool alike(const std::vector<double>& a, const std::vector<double>& b)
{
    double scale = 0;
    for (const double v : b) {
        scale = std::isfinite(v) ? std::max(scale, std::abs(v)) : scale;
    }
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(),
        [&](double x, double y) { return is_right("", x, y, scale); });
}

// Whether something holds everywhere, and is no matter of course at eight
// places at least.
template <class Holds, class Tells>
bool always(const std::vector<pair_of_variables>& all, Holds holds,
            Tells tells)
{
    return std::all_of(all.begin(), all.end(), holds) &&
           std::count_if(all.begin(), all.end(), tells) >=
               static_cast<std::ptrdiff_t>(least);
}

bool is_zero(const pair_of_variables& p)
{
    return std::all_of(p.yours->values.begin(), p.yours->values.end(),
                       [](double v) { return v == 0; });
}

bool is_wrong(const pair_of_variables& p)
{
    return !alike(p.yours->values, p.truth->values);
}

bool is_reversed(const pair_of_variables& p)
{
    auto turned = p.truth->values;
    std::reverse(turned.begin(), turned.end());
    return alike(p.yours->values, turned);
}

bool is_permuted(const pair_of_variables& p)
{
    auto a = p.yours->values;
    auto b = p.truth->values;
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    return alike(a, b);
}

// What g++ fills a number with that nobody has set. Adding to it changes
// nothing, it is so large.
bool was_never_set(double v)
{
    static_assert(sizeof(double) == sizeof(std::uint64_t));
    return std::bit_cast<std::uint64_t>(v) == 0xFEFEFEFEFEFEFEFEU;
}

bool is_whole(const std::vector<quantity>& all)
{
    return std::all_of(all.begin(), all.end(), [](const quantity& q) {
        return std::floor(q.value) == q.value;
    });
}

}  // namespace

std::optional<std::string> plain_cause(const evidence& e,
                                       const std::string& name)
{
    const auto all = pairs(e, name);
    if (all.empty()) {
        return std::nullopt;
    }
    if (always(all, is_zero, is_wrong)) {
        return "yours is always 0";
    }
    const auto has_unset = [](const pair_of_variables& p) {
        return std::any_of(p.yours->values.begin(), p.yours->values.end(),
                           was_never_set);
    };
    if (std::any_of(all.begin(), all.end(), has_unset)) {
        return "yours comes from a number that was never set";
    }
    if (always(all, is_reversed, is_wrong)) {
        return "yours has the right values in reversed order";
    }
    if (all[0].truth->is == variable::shape::list &&
        always(all, is_permuted, is_wrong)) {
        return "yours has the right values in another order";
    }
    if (name.rfind("new ", 0) == 0) {
        const std::string before = name.substr(4);
        const auto unmoved = [&](const auto& p) {
            const variable* b = find(p.of->told, before);
            return b != nullptr && alike(p.yours->values, b->values);
        };
        if (always(all, unmoved, is_wrong)) {
            return "yours is what was given, as if nothing had moved";
        }
    }
    return std::nullopt;
}

std::optional<std::string> narrow_numbers(const std::vector<instance>& yours,
                                          const std::vector<instance>& truth)
{
    std::size_t right_on_whole = 0;
    std::size_t wrong = 0;
    bool as_float = true;
    bool as_int = true;
    for (std::size_t k = 0; k < truth.size(); ++k) {
        const bool whole = is_whole(truth[k].given);
        for (std::size_t i = 0; i < truth[k].values.size(); ++i) {
            const quantity& t = truth[k].values[i];
            const double y = yours[k].values[i].value;
            if (is_right(t.name, y, t.value, std::abs(t.value))) {
                right_on_whole += whole ? 1 : 0;
                continue;
            }
            ++wrong;
            const double apart = std::abs(y - t.value);
            as_float = as_float && !is_count(t.name) &&
                       apart < 1e-5 * std::max(1.0, std::abs(t.value));
            // Whole numbers may come to one that is not, by a division.
            as_int = as_int && !is_count(t.name) &&
                     (!whole || y == std::trunc(t.value));
        }
    }
    if (wrong == 0 || right_on_whole < least) {
        return std::nullopt;
    }
    if (as_float) {
        return "yours is right to about 7 digits. Something is kept in a "
               "float, which has no more";
    }
    if (as_int) {
        return "yours is right on whole numbers only. See whether something "
               "is kept in an int";
    }
    return std::nullopt;
}

namespace {

bool is_word(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' ||
           c == '.';
}

// A whole number as C++ has it, of few digits.
std::optional<int> whole_number(const std::string& word)
{
    const bool digits_only =
        std::all_of(word.begin(), word.end(),
                    [](unsigned char c) { return std::isdigit(c) != 0; });
    return digits_only && !word.empty() && word.size() < 7
               ? std::optional(std::stoi(word))
               : std::nullopt;
}

// What a division begins with. In d * 1 / 2 that is d * 1, and no word.
std::string word_before(const std::string& code, std::size_t end)
{
    const auto without_spaces = [&](std::size_t at) {
        while (at > 0 &&
               std::isspace(static_cast<unsigned char>(code[at - 1])) != 0) {
            --at;
        }
        return at;
    };
    end = without_spaces(end);
    std::size_t begin = end;
    while (begin > 0 && is_word(code[begin - 1])) {
        --begin;
    }
    const std::size_t before = without_spaces(begin);
    const bool goes_on =
        before > 0 && (code[before - 1] == '*' || code[before - 1] == '/');
    return goes_on ? "" : code.substr(begin, end - begin);
}

// With what is called: "batch.size()".
std::string word_behind(const std::string& code, std::size_t begin)
{
    while (begin < code.size() && code[begin] == ' ') {
        ++begin;
    }
    std::size_t end = begin;
    while (end < code.size() && is_word(code[end])) {
        ++end;
    }
    const bool called = code.compare(end, 2, "()") == 0;
    return code.substr(begin, end - begin + (called ? 2 : 0));
}

}  // namespace

std::optional<std::string> integer_division(const std::string& code)
{
    for (std::size_t slash = 0; slash < code.size(); ++slash) {
        if (code[slash] != '/') {
            continue;
        }
        const std::string left = word_before(code, slash);
        const std::string right = word_behind(code, slash + 1);
        const auto a = whole_number(left);
        const auto b = whole_number(right);
        if (a && b && *b != 0 && *a % *b != 0) {
            return left + " / " + right + " is " + std::to_string(*a / *b) +
                   ": whole numbers divided give a whole number";
        }
        if (a == 1 && right.ends_with(".size()")) {
            return left + " / " + right +
                   " is 0 if there are more than one: "
                   "whole numbers divided give a whole "
                   "number";
        }
    }
    return std::nullopt;
}

}  // namespace chainrule::judge
