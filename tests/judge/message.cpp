#include "judge/message.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <limits>
#include <stdexcept>

using namespace chainrule::judge;

BOOST_AUTO_TEST_SUITE(messages)

BOOST_AUTO_TEST_CASE(a_request_comes_back_as_it_was)
{
    const request r = request_from(
        to_line(request{4, "3.1", "one_layer_will_do", 1ULL << 63, true}));
    BOOST_TEST(r.steps);
    BOOST_TEST(r.number == 4u);
    BOOST_TEST(r.exercise == "3.1");
    BOOST_TEST(r.question == "one_layer_will_do");
    BOOST_TEST(r.seed == 1ULL << 63);
}

BOOST_AUTO_TEST_CASE(every_double_comes_back_as_it_was)
{
    using limits = std::numeric_limits<double>;
    reply sent{7, outcome::returned, "", {}};
    sent.instances.emplace_back();
    const std::vector<double> values{0.1,
                                     -0.0,
                                     limits::denorm_min(),
                                     limits::max(),
                                     limits::infinity(),
                                     -limits::infinity()};
    for (const double v : values) {
        sent.instances[0].values.push_back({"v", v});
    }
    sent.instances[0].values.push_back({"v", limits::quiet_NaN()});
    const reply r = reply_from(to_line(sent));
    BOOST_TEST_REQUIRE(r.instances.at(0).values.size() == values.size() + 1);
    for (std::size_t i = 0; i < values.size(); ++i) {
        BOOST_TEST(r.instances[0].values[i].value == values[i]);
    }
    BOOST_TEST(std::isnan(r.instances[0].values.back().value));
}

BOOST_AUTO_TEST_CASE(an_outcome_and_its_words_come_back)
{
    for (const outcome end : {outcome::returned, outcome::threw,
                              outcome::not_started, outcome::going_on}) {
        const reply r =
            reply_from(to_line(reply{1, end, "a \"b\"\n", {}, "f:1\n"}));
        BOOST_TEST(r.where == "f:1\n");
        BOOST_TEST((r.end == end));
        BOOST_TEST(r.what == "a \"b\"\n");
    }
    // Bytes that are no UTF-8 do not end the judge.
    BOOST_CHECK_NO_THROW(
        reply_from(to_line(reply{1, outcome::threw, "\xff", {}})));
}

BOOST_AUTO_TEST_CASE(calls_come_back_if_they_are_asked_for)
{
    BOOST_TEST(
        request_from(to_line(request{1, "5.1", "x", 1, false, true})).calls);
    reply sent{7, outcome::returned, "", {}};
    sent.instances.resize(2);
    sent.instances[0].calls = {{"f", {3, 0.1}}, {"g", {}}};
    sent.instances[1].calls.reset();
    BOOST_TEST(!reply_from(to_line(sent)).instances.at(0).calls);
    const reply r = reply_from(to_line(sent, true));
    BOOST_TEST_REQUIRE(r.instances.at(0).calls.has_value());
    const auto& calls = *r.instances[0].calls;
    BOOST_TEST_REQUIRE(calls.size() == 2u);
    BOOST_TEST(calls[0].of == "f");
    BOOST_TEST(calls[0].with == (std::vector<double>{3, 0.1}),
               boost::test_tools::per_element());
    BOOST_TEST(!r.instances.at(1).calls);
}

BOOST_AUTO_TEST_CASE(a_message_is_one_line)
{
    BOOST_TEST(to_line(reply{1, outcome::threw, "a\nb", {}}).find('\n') ==
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_no_reply_is_refused)
{
    const auto returned = [](const std::string& instances) {
        return R"({"number":1,"outcome":"returned","what":"","where":"",)"
               R"("instances":)" +
               instances + "}";
    };
    for (const std::string& line :
         {std::string(), std::string("PASS"), std::string("{}"),
          std::string("[1]"), std::string("{\"number\":1}"),
          std::string(R"({"number":1,"outcome":"passed","what":"",)"
                      R"("instances":[]})"),
          returned(R"([[["a"]]])"), returned(R"([[["a","x"]]])")}) {
        BOOST_CHECK_THROW(reply_from(line), std::runtime_error);
    }
}

BOOST_AUTO_TEST_SUITE_END()
