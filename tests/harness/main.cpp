// The entry point that every suite links. Compiled once, because it is the
// only file that needs the whole of Boost.Test.
#define BOOST_TEST_MODULE chainrule
#include <boost/test/unit_test.hpp>
