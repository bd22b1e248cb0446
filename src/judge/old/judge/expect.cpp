#include "judge/expect.hpp"

#include <boost/test/unit_test.hpp>
#include <boost/test/unit_test_monitor.hpp>

namespace chainrule::judge {
namespace {

std::string found = "pass";

void after_not_started(const not_started&)
{
    found = "not started";
}

void after_exception(const std::exception& error)
{
    found = std::string("threw\t") + error.what();
}

// What an answer throws must reach the judge as it is. The translator that is
// registered first is asked first.
const bool translators_registered = [] {
    auto& monitor = boost::unit_test::unit_test_monitor_t::instance();
    monitor.register_exception_translator<not_started>(&after_not_started);
    monitor.register_exception_translator<std::exception>(&after_exception);
    return true;
}();

}  // namespace

void expect(const observation& yours, const observation& truth)
{
    if (const auto d = first_difference(yours, truth)) {
        found = "wrong\t" + d->name + "\t" + digits(d->yours, 17) + "\t" +
                digits(d->truth, 17) + "\t" + d->probe;
        BOOST_FAIL(found);
    }
}

void expect(bool holds, const std::string& claim)
{
    if (!holds) {
        found = "claim\t" + claim;
        BOOST_FAIL(found);
    }
}

std::string finding()
{
    return found;
}

}  // namespace chainrule::judge
