#include "judge/cases.hpp"

#include <boost/test/results_collector.hpp>
#include <boost/test/tree/traverse.hpp>
#include <boost/test/tree/visitor.hpp>
#include <boost/test/unit_test.hpp>
#include <stdexcept>

#include "judge/expect.hpp"

namespace chainrule::judge {
namespace {

namespace ut = boost::unit_test;

// "exercise_3_1" names the exercise "3.1".
std::string number_of(const std::string& suite)
{
    const std::string start = "exercise_";
    const std::size_t bar = suite.rfind('_');
    if (suite.compare(0, start.size(), start) != 0 || bar < start.size()) {
        throw std::logic_error("judge: the suite '" + suite +
                               "' should be named exercise_N_k");
    }
    return suite.substr(start.size(), bar - start.size()) + "." +
           suite.substr(bar + 1);
}

class collector : public ut::test_tree_visitor {
public:
    void visit(const ut::test_case& c) override
    {
        const auto& suite = ut::framework::get<ut::test_suite>(c.p_parent_id);
        cases.push_back({number_of(suite.p_name), c.p_name, c.p_id});
    }
    std::vector<test_case> cases;
};

}  // namespace

std::vector<test_case> all_cases()
{
    collector all;
    ut::traverse_test_tree(ut::framework::master_test_suite().p_id, all,
                           true);
    return all.cases;
}

child_report run_case(const test_case& c, const child_limits& limits)
{
    return run_in_child(
        [&] {
            ut::framework::run(c.id);
            const auto& results =
                ut::results_collector_t::instance().results(c.id);
            const std::string found = finding();
            if (found != "pass" || results.passed()) {
                return found;
            }
            return results.aborted() ? "threw\tit is no std::exception"
                                     : "claim\t" + c.claim;
        },
        limits);
}

}  // namespace chainrule::judge
