#include "app/base/jalali.h"
#include "app/base/zones.h"
#include "tests/support/catch.h"

using namespace tashilgar::base;

namespace {
std::int64_t day(int y, int m, int d) { return daysFromJalali({y, m, d}); }
}

TEST_CASE("known days fall where the calendar has them", "[base][jalali]")
{
    struct Row {
        int jy, jm, jd, gy, gm, gd, weekday;
    };
    const Row rows[] = {{1300, 1, 1, 1921, 3, 21, 2}, {1357, 11, 22, 1979, 2, 11, 1}, {1370, 12, 30, 1992, 3, 20, 6},
        {1378, 12, 10, 2000, 2, 29, 3}, {1399, 12, 30, 2021, 3, 20, 0}, {1402, 12, 29, 2024, 3, 19, 3},
        {1403, 12, 30, 2025, 3, 20, 5}, {1404, 6, 31, 2025, 9, 22, 2}, {1405, 1, 1, 2026, 3, 21, 0},
        {1405, 9, 1, 2026, 11, 22, 1}, {1408, 12, 30, 2030, 3, 20, 4}, {1412, 12, 30, 2034, 3, 20, 2}};
    for (const Row& row : rows) {
        INFO(row.jy << '-' << row.jm << '-' << row.jd);
        const std::int64_t days = day(row.jy, row.jm, row.jd);
        CHECK(days == daysFromCivil(row.gy, row.gm, row.gd));
        CHECK(weekdayFromSaturday(days) == row.weekday);
        CHECK(jalaliFromDays(days) == JalaliDate{row.jy, row.jm, row.jd});
    }
}

TEST_CASE("every day of two centuries comes back as itself", "[base][jalali]")
{
    for (std::int64_t days = day(1300, 1, 1); days < day(1482, 1, 1); ++days)
        REQUIRE(daysFromJalali(jalaliFromDays(days)) == days);
}

TEST_CASE("days that the calendar does not have are refused", "[base][jalali]")
{
    for (const char* text : {"1402-12-30", "1404-12-30", "1407-12-30", "1403-07-31", "1403-13-01", "1403-00-10",
             "05-09-01", "1405-09", "", "1405/9/x"})
        CHECK_FALSE(parseJalali(text));
}

TEST_CASE("a date is read in any of the three digit sets", "[base][jalali]")
{
    const JalaliDate expected{1405, 9, 1};
    CHECK(parseJalali("۱۴۰۵/۰۹/۰۱") == expected);
    CHECK(parseJalali("١٤٠٥-٩-١") == expected);
    CHECK(parseJalali("1405/9/1") == expected);
}
