#include "app/base/calendars.h"
#include "app/base/zones.h"
#include "tests/support/catch.h"

using namespace tashilgar::base;

// The days were looked up in published tables: 12 September 2023 is the first of Meskerem 2016, Pagume 2015 had six days.
TEST_CASE("a day has its date in the calendars a form may ask for", "[base][calendars]")
{
    const auto in = [](OtherCalendar calendar, int year, int month, int day) {
        return dateIn(calendar, daysFromCivil(year, month, day), CalendarNames::English);
    };
    const OtherDate newYear = in(OtherCalendar::Ethiopian, 2023, 9, 12);
    CHECK(newYear.year == 2016);
    CHECK(newYear.month == 1);
    CHECK(newYear.day == 1);
    CHECK(newYear.monthName == "Meskerem");
    CHECK(in(OtherCalendar::Ethiopian, 2023, 9, 11).month == 13);
    CHECK(in(OtherCalendar::Ethiopian, 2023, 9, 11).day == 6);
    CHECK(in(OtherCalendar::Coptic, 2023, 9, 12).year == 1740);
    CHECK(in(OtherCalendar::Buddhist, 2026, 11, 22).year == 2569);
    const OtherDate eid = in(OtherCalendar::Islamic, 2024, 4, 10);
    CHECK(eid.year == 1445);
    CHECK(eid.month == 10);
    CHECK(eid.day == 1);
    CHECK(dateIn(OtherCalendar::Islamic, daysFromCivil(2024, 4, 10), CalendarNames::Persian).monthName == "شوال");
}

TEST_CASE("only the calendars that are known have a name", "[base][calendars]")
{
    CHECK(otherCalendarNamed("ethiopian") == OtherCalendar::Ethiopian);
    CHECK_FALSE(otherCalendarNamed("myanmar"));
    CHECK_FALSE(otherCalendarNamed("ethiopic"));
}
