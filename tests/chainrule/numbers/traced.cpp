#include "chainrule/numbers/traced.hpp"

#include <boost/random/mersenne_twister.hpp>
#include <boost/test/unit_test.hpp>
#include <limits>
#include <sstream>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

#include "chainrule/numbers/rational.hpp"

using namespace chainrule;

static_assert(!std::is_constructible_v<traced, double>);

namespace {

// A number that is its own tree, with every parenthesis there can be.
struct tree {
    std::string text;

    explicit tree(long long n) : text(std::to_string(n))
    {
        text = n < 0 ? "(" + text + ")" : text;
    }
    explicit tree(std::string t) : text("(" + t + ")") {}
    tree by(char sign, const tree& b) const
    {
        return tree(text + sign + b.text);
    }
    tree operator+(const tree& b) const { return by('+', b); }
    tree operator-(const tree& b) const { return by('-', b); }
    tree operator*(const tree& b) const { return by('*', b); }
    tree operator/(const tree& b) const { return by('/', b); }
    tree operator-() const { return tree("-" + text); }
    bool operator==(const tree&) const = default;
};

// What the symbols a to d stand for.
template <class T>
T symbol(char name)
{
    return T(1) / T(name - 'a' + 3);
}
template <>
tree symbol(char name)
{
    return tree(std::string(1, name));
}
template <>
traced symbol(char name)
{
    return traced(std::string(1, name));
}

// Reads a formula by the grammar that traced documents.
template <class T>
class reader {
public:
    explicit reader(std::string text) : text_(std::move(text)) {}
    T all()
    {
        const T result = sum();
        return at_ == text_.size() ? result : throw std::runtime_error(text_);
    }

private:
    bool next(const std::string& token)
    {
        const bool found = text_.compare(at_, token.size(), token) == 0;
        at_ += found ? token.size() : 0;
        return found;
    }
    T sum()
    {
        T left = product(next("-"));
        for (;;) {
            if (next(" + ")) {
                left = left + product(false);
            } else if (next(" - ")) {
                left = left - product(false);
            } else {
                return left;
            }
        }
    }
    T product(bool negative)
    {
        T left = negative ? -atom() : atom();
        for (;;) {
            if (next(" * ")) {
                left = left * atom();
            } else if (next(" / ")) {
                left = left / atom();
            } else {
                return left;
            }
        }
    }
    T atom()
    {
        if (next("(")) {
            const T inside = sum();
            return next(")") ? inside : throw std::runtime_error(text_);
        }
        const char c = at_ < text_.size() ? text_[at_++] : '?';
        if ('0' <= c && c <= '9') {
            return T(c - '0');
        }
        return 'a' <= c && c <= 'd' ? symbol<T>(c)
                                    : throw std::runtime_error(text_);
    }

    std::string text_;
    std::size_t at_ = 0;
};

// A random expression. Copies of one engine give the same one on every type.
template <class T>
T grow(boost::random::mt19937_64& engine, int depth)
{
    const auto choice = engine() % 12;
    if (depth == 0 || choice < 2) {
        const auto leaf = static_cast<int>(engine() % 14);
        return leaf < 4 ? symbol<T>(static_cast<char>('a' + leaf))
                        : T(leaf < 9 ? leaf - 9 : leaf - 8);
    }
    const T left = grow<T>(engine, depth - 1);
    if (choice < 4) {
        return -left;
    }
    const T right = grow<T>(engine, depth - 1);
    return choice < 6    ? left + right
           : choice < 8  ? left - right
           : choice < 10 ? left * right
                         : left / right;
}

// The formula without one pair of parentheses, that which opens at open.
std::string without_pair(std::string text, std::size_t open)
{
    int depth = 0;
    std::size_t close = open;
    do {
        depth += text[close] == '(' ? 1 : text[close] == ')' ? -1 : 0;
        ++close;
    } while (depth > 0);
    return text.erase(close - 1, 1).erase(open, 1);
}

bool reads_as(const std::string& text, const tree& expected)
{
    try {
        return reader<tree>(text).all() == expected;
    } catch (const std::runtime_error&) {
        return false;
    }
}

const traced a("a"), b("b"), c("c");

}  // namespace

BOOST_AUTO_TEST_SUITE(traced_formulas)

BOOST_AUTO_TEST_CASE(the_formula_is_what_the_code_did)
{
    BOOST_TEST(traced("w1").formula() == "w1");
    BOOST_TEST(traced(2).formula() == "2");
    BOOST_TEST(traced().formula() == "0");
    BOOST_TEST((0 * a + b / 0).formula() == "0 * a + b / 0");
    BOOST_TEST((traced(1) / 2 * (a - b) * (a - b)).formula() ==
               "1 / 2 * (a - b) * (a - b)");
    traced x = a;
    x += b;
    x *= c;
    x -= 1;
    x /= 2;
    BOOST_TEST(x.formula() == "((a + b) * c - 1) / 2");
    std::ostringstream printed;
    printed << a + b;
    BOOST_TEST(printed.str() == "a + b");
    BOOST_TEST(traced(std::numeric_limits<long long>::min()).formula() ==
               "-9223372036854775808");
}

BOOST_AUTO_TEST_CASE(parentheses_stand_only_where_the_tree_needs_them)
{
    BOOST_TEST(((a * b) * c).formula() == "a * b * c");
    BOOST_TEST((a * (b * c)).formula() == "a * (b * c)");
    BOOST_TEST((a / (b / c)).formula() == "a / (b / c)");
    BOOST_TEST((a / b / c).formula() == "a / b / c");
    BOOST_TEST((a - (b - c)).formula() == "a - (b - c)");
    BOOST_TEST((a - b - c).formula() == "a - b - c");
    BOOST_TEST((a + (b + c)).formula() == "a + (b + c)");
    BOOST_TEST((a * b + c).formula() == "a * b + c");
    BOOST_TEST((a + b * c).formula() == "a + b * c");
    BOOST_TEST(((a + b) * c).formula() == "(a + b) * c");
    BOOST_TEST((a / (b - c)).formula() == "a / (b - c)");
}

BOOST_AUTO_TEST_CASE(a_sign_stands_bare_only_at_the_beginning)
{
    BOOST_TEST((-a).formula() == "-a");
    BOOST_TEST((-a * b).formula() == "-a * b");
    BOOST_TEST((-(a * b)).formula() == "-(a * b)");
    BOOST_TEST((-(a + b)).formula() == "-(a + b)");
    BOOST_TEST((-a + b).formula() == "-a + b");
    BOOST_TEST((a - -b).formula() == "a - (-b)");
    BOOST_TEST((a * -2).formula() == "a * (-2)");
    BOOST_TEST((a + -b * c).formula() == "a + (-b * c)");
    BOOST_TEST((a * (-b + c)).formula() == "a * (-b + c)");
    BOOST_TEST((- -a).formula() == "-(-a)");
    BOOST_TEST((-traced(-2)).formula() == "-(-2)");
}

BOOST_AUTO_TEST_CASE(reading_a_formula_gives_back_the_very_same_tree)
{
    boost::random::mt19937_64 engine(401);
    for (int i = 0; i < 3000; ++i) {
        auto same = engine;
        const std::string text = grow<traced>(engine, 5).formula();
        const tree expected = grow<tree>(same, 5);
        BOOST_TEST(reader<tree>(text).all().text == expected.text);
        for (std::size_t at = text.find('('); at != text.npos;
             at = text.find('(', at + 1)) {
            BOOST_TEST(!reads_as(without_pair(text, at), expected), text);
        }
    }
}

BOOST_AUTO_TEST_CASE(reading_a_formula_gives_back_the_very_same_value)
{
    boost::random::mt19937_64 engine(402);
    int zeros = 0;
    for (int i = 0; i < 2000; ++i) {
        auto same = engine, again = engine;
        const std::string text = grow<traced>(engine, 4).formula();
        const double expected = grow<double>(same, 4);
        const double value = reader<double>(text).all();
        BOOST_TEST(
            (value == expected || (value != value && expected != expected)));
        try {
            const rational exact = grow<rational>(again, 4);
            BOOST_TEST(reader<rational>(text).all() == exact);
        } catch (const std::domain_error&) {
            ++zeros;
            BOOST_CHECK_THROW(reader<rational>(text).all(),
                              std::domain_error);
        }
    }
    BOOST_TEST(zeros < 200);
}

BOOST_AUTO_TEST_CASE(equality_compares_what_is_written)
{
    BOOST_TEST(a + b == a + b);
    BOOST_TEST((a + b != b + a));
    BOOST_TEST(((a * b) * c != a * (b * c)));
}

BOOST_AUTO_TEST_CASE(a_symbol_that_is_no_name_is_refused)
{
    for (const char* text : {"", "1w", "a b", "a+b", "-a", "w[1]", "é"}) {
        const auto told = [&](const std::invalid_argument& error) {
            return error.what() ==
                   "\"" + std::string(text) +
                       "\" cannot be a symbol: write a name such as w1, of "
                       "letters, digits and underscores, and no digit first";
        };
        BOOST_CHECK_EXCEPTION(traced{text}, std::invalid_argument, told);
    }
    for (const char* name : {"_W_1", "w0", "w9", "azAZ09"}) {
        BOOST_TEST(traced(name).formula() == name);
    }
}

BOOST_AUTO_TEST_SUITE_END()
