#include "tests/forms/xpath/asked.h"

#include <cmath>

using namespace tashilgar;
using namespace tashilgar::tests;

// Where ODK engines disagree, what we do (app/forms/COVERAGE.md, "Where engines disagree"). One test a row.

TEST_CASE("blank text is no number", "[forms][xpath][disagreement]")
{
    const Asked asked;
    CHECK(std::isnan(asked.number("number('   ')")));
    CHECK(std::isnan(asked.number("int('   ')")));
}

TEST_CASE("exponents and infinities are not read", "[forms][xpath][disagreement]")
{
    const Asked asked;
    CHECK(std::isnan(asked.number("number('2.5e3')")));
    CHECK(std::isnan(asked.number("int('Infinity')")));
    CHECK(std::isnan(asked.number("int('3.9e-12')")));
    CHECK(asked.compileError("3.9e-12") == xpath::kXPathSyntax);
}

TEST_CASE("what is no number says so as text", "[forms][xpath][disagreement]")
{
    CHECK(Asked().text("string(number('seven'))") == "NaN");
}

TEST_CASE("int() of something tiny is zero", "[forms][xpath][disagreement]")
{
    CHECK(Asked().number("int('0.00000000000000000045')") == 0);
}

TEST_CASE("a half rounds up, with places, too", "[forms][xpath][disagreement]")
{
    const Asked asked;
    CHECK(asked.number("round('-1.5')") == -1);
    CHECK(asked.number("round('-20.25', 1)") == -20.2);
}

TEST_CASE("a comma is no decimal point", "[forms][xpath][disagreement]")
{
    CHECK(std::isnan(Asked().number("round('7,2')")));
}

TEST_CASE("date() of broken days is the day, date-time() keeps the hours", "[forms][xpath][disagreement]")
{
    Asked asked;
    asked.host.inZone("UTC");
    CHECK(asked.text("date(2.25)") == "1970-01-03");
    CHECK(asked.text("date-time(2.25)") == "1970-01-03T06:00:00.000+00:00");
}

TEST_CASE("date() of a moment in an answer is the day", "[forms][xpath][disagreement]")
{
    const Asked asked("<d><start>2026-11-21T23:30:00.000+00:00</start></d>");
    CHECK(asked.text("date(/d/start)") == "2026-11-22"); // in Tehran
    CHECK(asked.truth("date(/d/start) = today()"));
    CHECK(asked.text("date(now())") == "2026-11-22");
    CHECK(asked.text("date-time(/d/start)") == "2026-11-22T03:00:00.000+03:30");
}

TEST_CASE("what is no date is an error; a blank stays blank", "[forms][xpath][disagreement]")
{
    const Asked asked;
    CHECK(asked.fails("date('tomorrow')"));
    CHECK(asked.fails("date(false())"));
    CHECK(asked.fails("decimal-date-time('22-11-2026')"));
    CHECK(asked.text("date('')").empty());
    CHECK(std::isnan(asked.number("date(number('tomorrow'))")));
}

TEST_CASE("regex() means the whole text", "[forms][xpath][disagreement]")
{
    CHECK_FALSE(Asked().truth("regex('KC12345', '[0-9]+')"));
}

TEST_CASE("decimal-time() takes the time out of a moment", "[forms][xpath][disagreement]")
{
    CHECK(Asked().number("decimal-time('2026-11-22T18:00:00.000+03:30')") == 0.75);
}

TEST_CASE("two texts that look like dates are compared as text, and as moments where order is asked",
    "[forms][xpath][disagreement]")
{
    const Asked asked;
    CHECK_FALSE(asked.truth("'2026-11-22' = '2026-11-22T00:00:00.000+03:30'"));
    CHECK(asked.truth("date('2026-11-22') = '2026-11-22T00:00:00.000+03:30'"));
    CHECK(asked.truth("'2026-11-22' >= '2026-11-22T00:00:00.000+03:30'"));
}

TEST_CASE("numbers are not rounded before they are compared", "[forms][xpath][disagreement]")
{
    CHECK_FALSE(Asked().truth("0.1 + 0.2 = 0.3"));
}

TEST_CASE("what is no shape has no area, what is no point has no distance", "[forms][xpath][disagreement]")
{
    const Asked asked;
    CHECK(asked.number("area('nowhere')") == 0);
    CHECK(asked.number("area('')") == 0);
    CHECK(asked.fails("distance('nowhere')"));
}

TEST_CASE("geofence() without a point or a shape is an error", "[forms][xpath][disagreement]")
{
    const Asked asked;
    CHECK(asked.fails("geofence('', '')"));
    CHECK(asked.fails("geofence('1 1 0 0', '')"));
}

TEST_CASE("normalize-space() makes a blank of a line break", "[forms][xpath][disagreement]")
{
    CHECK(Asked("<d>one\n two</d>").text("normalize-space(/d)") == "one two");
}

TEST_CASE("without argument a function reads the context node", "[forms][xpath][disagreement]")
{
    Asked asked("<d> 42 </d>");
    asked.at("/d");
    CHECK(asked.number("string-length()") == 4);
    CHECK(asked.number("number()") == 42);
    CHECK(asked.text("normalize-space()") == "42");
}

TEST_CASE("any text may be a seed", "[forms][xpath][disagreement]")
{
    const Asked asked("<d><n>1</n><n>2</n><n>3</n><n>4</n></d>");
    CHECK(asked.values("randomize(/d/n, 'block B')") == asked.values("randomize(/d/n, 'block B')"));
}

TEST_CASE("now() always has three digits of milliseconds", "[forms][xpath][disagreement]")
{
    Asked asked;
    asked.host.moment = *base::parseIso("2026-11-22T12:30:15+03:30", *asked.host.place);
    CHECK(asked.text("now()") == "2026-11-22T12:30:15.000+03:30");
}

TEST_CASE("as a number a date is the local days since 1970-01-01, whole, wherever it is read", "[forms][xpath][disagreement]")
{
    Asked asked;
    for (const auto* zone : {"America/Phoenix", "Asia/Tehran", "UTC"}) {
        asked.host.inZone(zone);
        INFO(zone);
        CHECK(asked.number("number(date('1970-01-01'))") == 0);
        CHECK(asked.text("date('2026-11-22') + 14") == "20793");
        CHECK(asked.text("date(date('2026-11-22') + 14)") == "2026-12-06");
        CHECK(asked.text("date(-1)") == "1969-12-31");
    }
    // with the time of day only where that is asked for
    asked.host.inZone("America/Phoenix");
    CHECK(asked.number("decimal-date-time('1970-01-01')") == Approx(7.0 / 24));
}

TEST_CASE("-1 is no bound of a checklist, and a number of a weighted one", "[forms][xpath][disagreement]")
{
    const Asked asked;
    CHECK(asked.truth("checklist(1, -1, true(), true())"));
    CHECK_FALSE(asked.truth("weighted-checklist(3, -1, true(), 8)"));
}

TEST_CASE("a truth is 'less' than a set by the numbers of its nodes", "[forms][xpath][disagreement]")
{
    const Asked asked("<d><n>-4</n><n>6</n></d>");
    CHECK(asked.truth("/d/n < false()"));
    CHECK_FALSE(asked.truth("/d/none < true()"));
}
