#include "tests/support/form_builder.h"
#include "tests/support/scenario.h"

using namespace tashilgar::tests;

namespace {

bool loads(const std::string& xml)
{
    tashilgar::forms::Diagnostics diagnostics;
    return tashilgar::forms::Form::load(xml, diagnostics).has_value();
}

} // namespace

TEST_CASE("a mistake in an expression is told with its place", "[forms][diagnostics]")
{
    const std::string xml = form("Mistake", bind("/data/age").relevant("(1 + 2"), input("/data/age"));
    CHECK_FALSE(loads(xml));
    CHECK_THAT(problemsOf(xml), ContainsSubstring("bind /data/age, relevant: "));
}

TEST_CASE("all mistakes are told at once", "[forms][diagnostics]")
{
    const std::string problems = problemsOf(form("Two",
        bind("/data/a").calculate("nonsense()"), bind("/data/b").constraint("1 +"), input("/data/a"), input("/data/b")));
    CHECK_THAT(problems, ContainsSubstring("bind /data/a, calculate: "));
    CHECK_THAT(problems, ContainsSubstring("bind /data/b, constraint: "));
}

TEST_CASE("a circle of calculations names its members", "[forms][diagnostics]")
{
    const std::string xml = form("Circle",
        bind("/data/a").calculate("/data/b + 1"), bind("/data/b").calculate("/data/c + 1"), bind("/data/c").calculate("/data/a + 1"));
    CHECK_FALSE(loads(xml));
    CHECK_THAT(problemsOf(xml), ContainsSubstring("/data/a reads /data/b reads /data/c reads /data/a"));
}

TEST_CASE("a place may not be calculated, shown or required by its own value, but constrained", "[forms][diagnostics]")
{
    CHECK_FALSE(loads(form("Self", bind("/data/a").calculate("/data/a + 1"), input("/data/a"))));
    CHECK_FALSE(loads(form("Self", bind("/data/a").relevant(". = ''"), input("/data/a"))));
    CHECK_FALSE(loads(form("Self", bind("/data/a").required("../a = ''"), input("/data/a"))));
    CHECK_FALSE(loads(form("Self", bind("/data/rep/a").calculate("../a + 1"), repeat("/data/rep").holding(input("/data/rep/a")))));
    CHECK(loads(form("Self", bind("/data/a").constraint(". > 1"), input("/data/a"))));
}

TEST_CASE("names that lead nowhere are warned of", "[forms][diagnostics]")
{
    const std::string xml = form("Names", bind("/data/a").calculate("/data/nowhere + 1"), input("/data/a"));
    CHECK(loads(xml));
    CHECK_THAT(problemsOf(xml), ContainsSubstring("the instance has no place '/data/nowhere'"));
}

TEST_CASE("unknown events, misplaced ones and strange ways of sending are errors", "[forms][diagnostics]")
{
    CHECK_FALSE(loads(form("Event", action("<setvalue event=\"odk-lunch\" ref=\"/data/a\"/>"), input("/data/a"))));
    CHECK_FALSE(loads(form("Event", action("<setvalue event=\"odk-new-repeat\" ref=\"/data/a\"/>"), input("/data/a"))));
    CHECK_FALSE(loads(form("Submission", action("<submission method=\"put\"/>"), input("/data/a"))));
}

TEST_CASE("what is no form is refused with a reason", "[forms][diagnostics]")
{
    CHECK_FALSE(loads(""));
    CHECK_FALSE(loads("<html/>"));
    CHECK_FALSE(loads("<h:html xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:head><model/></h:head></h:html>"));
    CHECK_THAT(problemsOf("<html/>"), ContainsSubstring("no model"));
    CHECK_FALSE(problemsOf("<h:html").empty());
}

TEST_CASE("an instance nested without reason is refused, not followed", "[forms][diagnostics]")
{
    std::string path = "/data";
    for (int i = 0; i < 250; ++i)
        path += "/d";
    CHECK_FALSE(loads(form("Deep", input(path))));
}
