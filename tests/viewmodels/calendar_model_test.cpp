#include "app/viewmodels/calendar_model.h"

#include "app/viewmodels/display_text.h"
#include "tests/support/catch.h"
#include "tests/support/qt_application.h"

using namespace tashilgar;
using viewmodels::CalendarModel;

namespace {

struct Calendar : CalendarModel {
    explicit Calendar(const char* language = "en", bool byGregorian = false)
    {
        tests::qtApplication();
        viewmodels::DisplayText::instance().setLanguage(QString::fromLatin1(language));
        setGregorian(byGregorian);
        setToday("2026-11-22"); // Sunday 1 Azar 1405
    }
    int placeOf(const QString& iso) const
    {
        for (int i = 0; i < rowCount(); ++i) {
            if (rows()[static_cast<std::size_t>(i)].iso == iso)
                return i;
        }
        return -1;
    }
};

} // namespace

TEST_CASE("a Jalali month begins its weeks on Saturday and knows its Gregorian days", "[viewmodels][calendar]")
{
    Calendar calendar;
    CHECK(calendar.title() == "Azar 1405");
    CHECK(calendar.second() == QString::fromUtf8("November – December 2026"));
    CHECK(calendar.weekdays().front() == "Saturday");
    CHECK(calendar.rowCount() == 35);
    CHECK(calendar.placeOf("2026-11-22") == 1); // the first of the month is a Sunday
    CHECK(calendar.rows()[1].today);
    CHECK(calendar.rows()[2].text == "2");
    CHECK(calendar.rows()[2].second == "23");
    CHECK(calendar.rows()[6].holiday);
    CHECK(calendar.placeOf("2026-12-21") == 30); // 30 Azar; the month has no more
    CHECK(calendar.rows()[31].iso.isEmpty());
    calendar.turn(4);
    CHECK(calendar.title() == "Farvardin 1406");
    CHECK(calendar.placeOf("2027-03-21") >= 0);
}

TEST_CASE("a Gregorian month begins its weeks on Monday", "[viewmodels][calendar]")
{
    Calendar calendar("fa", true);
    CHECK(calendar.title() == QString::fromUtf8("نوامبر ۲۰۲۶"));
    CHECK(calendar.second() == QString::fromUtf8("آبان – آذر ۱۴۰۵"));
    CHECK(calendar.weekdays().front() == QString::fromUtf8("دوشنبه"));
    CHECK(calendar.placeOf("2026-11-01") == 6); // a Sunday
    CHECK(calendar.inWords("2026-11-22") == QString::fromUtf8("یکشنبه ۲۲ نوامبر ۲۰۲۶"));
    CHECK(calendar.inOtherWords("2026-11-22") == QString::fromUtf8("۱ آذر ۱۴۰۵"));
    CHECK(calendar.isoOf(2026, 2, 29).isEmpty());
}

TEST_CASE("the Gregorian day stands beside the Jalali one only where it is wanted", "[viewmodels][calendar]")
{
    Calendar jalali;
    Calendar gregorian("fa", true);
    viewmodels::DisplayText::instance().setGregorianBeside(false);
    CHECK(jalali.second().isEmpty());
    CHECK(jalali.inOtherWords("2026-11-22").isEmpty());
    CHECK(jalali.rows()[5].second.isEmpty());
    // A question that asks for a Gregorian day still tells the Jalali one.
    CHECK_FALSE(gregorian.second().isEmpty());
    viewmodels::DisplayText::instance().setGregorianBeside(true);
    CHECK_FALSE(jalali.second().isEmpty());
    CHECK_FALSE(jalali.rows()[5].second.isEmpty());
}

TEST_CASE("a touch on a year leads to its months, and on to the days where a day is asked", "[viewmodels][calendar]")
{
    Calendar calendar;
    calendar.widen();
    CHECK(calendar.level() == u"month");
    calendar.widen();
    CHECK(calendar.title() == QString::fromUtf8("1404 – 1415"));
    CHECK(calendar.touch(calendar.rows()[4].iso).isEmpty()); // 1408
    CHECK(calendar.title() == "1408");
    CHECK(calendar.touch(calendar.rows()[0].iso).isEmpty());
    CHECK(calendar.title() == "Farvardin 1408");
    const QString day = calendar.rows()[10].iso;
    CHECK(calendar.touch(day) == day);

    Calendar months;
    months.setDepth("month");
    CHECK(months.rowCount() == 12);
    CHECK(months.touch("2026-11-22") == "2026-11-22");
    CHECK(months.inWords("2026-11-22") == "Azar 1405");
    Calendar years;
    years.setDepth("year");
    CHECK(years.inWords("2026-03-21") == "1405");
    CHECK(years.rows()[1].iso == "2026-03-21"); // 1405 begins
}

TEST_CASE("the keyboard walks over the edges of months", "[viewmodels][calendar]")
{
    Calendar calendar;
    calendar.setChosen("2026-11-23");
    calendar.move(-2);
    CHECK(calendar.title() == "Aban 1405");
    CHECK(calendar.cursor() == "2026-11-21");
    calendar.move(7);
    CHECK(calendar.cursor() == "2026-11-28");
    calendar.move(0);
    CHECK(calendar.cursor() == "2026-11-22");
}
