#include "tests/forms/xpath/asked.h"

#include <cmath>

using namespace tashilgar;
using namespace tashilgar::tests;

// Spec: https://getodk.github.io/xforms-spec/#date-and-time-functions
TEST_CASE("today and now are told as the zone has them", "[forms][xpath][date]")
{
    Asked asked;
    CHECK(asked.text("today()") == "2026-11-22");
    CHECK(asked.text("now()") == "2026-11-22T12:30:15.250+03:30");
    asked.host.inZone("Pacific/Auckland");
    CHECK(asked.text("today()") == "2026-11-22");
    CHECK(asked.text("now()") == "2026-11-22T22:00:15.250+13:00");
}

TEST_CASE("days can be added to a date, and the sum is a date again", "[forms][xpath][date]")
{
    Asked asked;
    for (const char* zone : {"Asia/Tehran", "UTC", "America/Los_Angeles", "Pacific/Auckland"}) {
        INFO(zone);
        asked.host.inZone(zone);
        CHECK(asked.text("date('2026-11-22' + 30)") == "2026-12-22");
        CHECK(asked.text("format-date(date-time(decimal-date-time('2026-11-22') + 30), '%Y-%m-%d')") == "2026-12-22");
        CHECK(asked.number("date('2026-12-01') - date('2026-11-22')") == 9);
        CHECK(asked.number("int(decimal-date-time('2026-11-22') - decimal-date-time('2026-11-01'))") == 21);
    }
}

TEST_CASE("a date as a number is its local day; decimal-date-time() tells the moment, in days of UTC", "[forms][xpath][date]")
{
    Asked asked;
    CHECK(asked.number("number('1970-01-02')") == 1);
    CHECK(asked.number("decimal-date-time('1970-01-02')") == Approx(1 - 3.5 / 24));
    CHECK(asked.number("decimal-date-time('1970-01-01T12:00:00Z')") == 0.5);
    CHECK(asked.text("string(number('1970-01-03T23:00:00.000+03:30'))") == "2");
    asked.host.inZone("UTC");
    CHECK(asked.number("number(date('1970-01-02'))") == 1);
    CHECK(asked.fails("decimal-date-time('yesterday')"));
    CHECK(asked.text("decimal-date-time('')").empty());
}

TEST_CASE("date() takes days, dates and moments", "[forms][xpath][date]")
{
    const Asked asked;
    CHECK(asked.text("date('2026-11-22')") == "2026-11-22");
    CHECK(asked.text("date('2026-11-21T20:30:00Z')") == "2026-11-22"); // midnight in Tehran
    CHECK(asked.text("date-time('2026-11-22T06:00:00Z')") == "2026-11-22T09:30:00.000+03:30");
    CHECK(asked.text("date('')").empty());
    for (const auto* broken : {"date('2026-02-30')", "date(true())", "date(1 div 0)", "date(99999999999)", "date-time('soon')"})
        CHECK(asked.fails(broken));
}

TEST_CASE("a time is a part of the local day", "[forms][xpath][date]")
{
    const Asked asked;
    CHECK(asked.number("decimal-time('06:00')") == 0.25);
    CHECK(asked.number("decimal-time('18:00:00.000+03:30')") == 0.75);
    CHECK(asked.number("decimal-time('14:30:00Z')") == 0.75);
    CHECK(asked.number("decimal-time('23:00:00.000-02:30')") == Approx(5.0 / 24));
    CHECK(asked.number("decimal-time('2026-11-22T12:00:00+03:30')") == 0.5);
    for (const char* text : {"'25:00'", "'12:60'", "'noon'", "''", "'12:00:00+25:00'", "'12:00:00+03:99'", "'1200'"}) {
        INFO(text);
        CHECK(std::isnan(asked.number(std::string("decimal-time(") + text + ")")));
    }
}

TEST_CASE("format-date writes what its pattern asks for", "[forms][xpath][date]")
{
    Asked asked;
    CHECK(asked.text("format-date('2026-03-05', '%Y %y %m %n %d %e')") == "2026 26 03 3 05 5");
    CHECK(asked.text("format-date-time('2026-03-05T07:08:09.045+03:30', '%H %h %M %S %3')") == "07 7 08 09 045");
    CHECK(asked.text("format-date('2026-03-05', '%a, %e %b')") == "Thu, 5 Mar");
    CHECK(asked.text("format-date('2026-03-05', '100%% %q %')") == "100% %q %");
    CHECK(asked.text("format-date('', '%Y')").empty());
    CHECK(asked.text("format-date('soon', '%Y')").empty());
    CHECK(asked.text("format-date(0 div 0, '%Y')").empty());
    asked.host.activeLanguage = "فارسی (fa)";
    CHECK(asked.text("format-date('2026-03-05', '%a %e %b %Y')") == "پنجشنبه 5 مارس 2026");
    asked.host.activeLanguage = "English (en)";
    CHECK(asked.text("format-date('2026-03-05', '%b')") == "Mar");
}

TEST_CASE("tsh:jalali writes the same patterns in the calendar of Iran", "[forms][xpath][date]")
{
    Asked asked;
    asked.host.activeLanguage = "fa";
    CHECK(asked.text("tsh:jalali('2026-11-22', '%Y/%m/%d')") == "1405/09/01");
    CHECK(asked.text("tsh:jalali('2026-11-22', '%e %b %Y')") == "1 آذر 1405");
}
