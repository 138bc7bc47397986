#include "app/viewmodels/display_text.h"

#include "tests/support/catch.h"
#include "tests/support/world.h"

using namespace tashilgar;
using viewmodels::DisplayText;

namespace {

DisplayText& speaking(const char* language)
{
    DisplayText::instance().setZone(*base::Zone::named("Asia/Tehran"));
    DisplayText::instance().setLanguage(QString::fromLatin1(language));
    return DisplayText::instance();
}

QString fa(const char* text)
{
    return QString::fromUtf8(text);
}

base::Instant at(const char* iso)
{
    return *base::parseIso(iso, **base::Zone::named("Asia/Tehran"));
}

} // namespace

TEST_CASE("numbers are written in the digits and marks of the language", "[viewmodels][display]")
{
    CHECK(speaking("fa").number(1248) == fa("۱٬۲۴۸"));
    CHECK(speaking("fa").number(9.2) == fa("۹٫۲"));
    CHECK(speaking("fa").number(-3) == QChar(0x2212) + fa("۳"));
    CHECK(speaking("en").number(1234567.5) == "1,234,567.5");
    CHECK(speaking("en").number(0) == "0");
}

TEST_CASE("digits typed in any script are one number", "[viewmodels][display]")
{
    CHECK(speaking("fa").plainNumber(fa("۱۲٫۵")) == "12.5");
    CHECK(speaking("fa").plainNumber(fa("٣٤")) == "34");
    CHECK(speaking("en").plainNumber(fa("12")) == "12");
    CHECK(speaking("fa").latinDigits(fa("۱٢3")) == "123");
    CHECK(speaking("fa").answerNumber("12.50") == fa("۱۲٫۵۰"));
}

TEST_CASE("the digits are those a person chose, whatever the language", "[viewmodels][display]")
{
    DisplayText& display = speaking("fa");
    display.setDigitSet(QStringLiteral("ar"));
    CHECK(display.number(1248.5) == fa("١٬٢٤٨٫٥"));
    CHECK(display.worded(fa("4 نفر"), true) == fa("٤ نفر"));
    display.setDigitSet(QStringLiteral("latn"));
    CHECK(display.number(1248.5) == "1,248.5");
    CHECK(display.worded(fa("نیم 1.5"), true) == fa("نیم ") + QChar(0x2066) + "1.5" + QChar(0x2069));
    speaking("en").setDigitSet(QStringLiteral("fa"));
    CHECK(display.digits("1405") == fa("۱۴۰۵"));
    CHECK(display.worded("4 people", false) == "4 people");
    display.setDigitSet(QStringLiteral("roman"));
    CHECK(display.digits("1405") == "1405");
    CHECK(display.worded(fa("4 نفر"), true) == fa("۴ نفر"));
}

TEST_CASE("Sorani has its own names of months and days, and Persian digits", "[viewmodels][display]")
{
    CHECK(speaking("ckb").longDate("2026-11-22") == fa("یەکشەممە ۱ سەرماوەز ۱۴۰۵"));
    CHECK(speaking("ckb").rightToLeft());
}

TEST_CASE("distances are told as exactly as they are known", "[viewmodels][display]")
{
    DisplayText& display = speaking("en");
    CHECK(display.distance(7.4) == "7 m");
    CHECK(display.distance(214) == "210 m");
    CHECK(display.distance(1240) == "1.2 km");
}

TEST_CASE("a day is told in the Jalali calendar, with the Gregorian beside it", "[viewmodels][display]")
{
    CHECK(speaking("fa").longDate("2026-11-22") == fa("یکشنبه ۱ آذر ۱۴۰۵"));
    CHECK(speaking("en").longDate("2026-11-22") == "Sunday 1 Azar 1405");
    CHECK(speaking("en").gregorianDate("2026-11-22") == "22 November 2026");
    CHECK(speaking("fa").longDate("2026-02-30").isEmpty());
}

TEST_CASE("three Jalali fields make a day only when there is one", "[viewmodels][display]")
{
    const DisplayText& display = speaking("fa");
    CHECK(display.isoFromJalali(1405, 9, 1) == "2026-11-22");
    CHECK(display.jalaliParts("2026-11-22") == QVariantList({1405, 9, 1}));
    CHECK(display.isoFromJalali(1404, 12, 30).isEmpty());
    CHECK(display.isoFromJalali(1405, 13, 1).isEmpty());
    CHECK(display.isoFromJalali(5, 1, 1).isEmpty());
}

TEST_CASE("rows tell near days in words and far ones with their year", "[viewmodels][display]")
{
    const DisplayText& display = speaking("en");
    const base::Instant now = at("2026-11-22T10:00:00");
    CHECK(display.rowDate(at("2026-11-22T01:00:00"), now) == "today");
    CHECK(display.rowDate(at("2026-11-21T23:30:00"), now) == "yesterday");
    CHECK(display.rowDate(at("2026-11-19T12:00:00"), now) == "Thursday 28 Aban");
    CHECK(display.rowDate(at("2026-11-01T12:00:00"), now) == "10 Aban");
    CHECK(display.rowDate(at("2025-11-01T12:00:00"), now) == "10 Aban 1404");
    CHECK(display.rowMoment(at("2026-11-22T08:05:00"), now) == "today 08:05");
}

TEST_CASE("codes stand isolated from the sentence around them", "[viewmodels][display]")
{
    CHECK(speaking("fa").code("B03-017") == QChar(0x2066) + QStringLiteral("B03-017") + QChar(0x2069));
    CHECK(speaking("fa").code("").isEmpty());
}

TEST_CASE("words of a form are shown in the digits of their language, codes as they are", "[viewmodels][display]")
{
    const DisplayText& display = speaking("fa");
    const auto code = [](const QString& text) { return QChar(0x2066) + text + QChar(0x2069); };
    CHECK(display.worded(fa("4 نفر: 2 زن، 46 سال"), true) == fa("۴ نفر: ۲ زن، ۴۶ سال"));
    CHECK(display.worded(fa("3."), true) == fa("۳."));
    CHECK(display.worded(fa("در B01-005 است"), true) == fa("در ") + code("B01-005") + fa(" است"));
    CHECK(display.worded(fa("نشست JFR-261127-de15"), true) == fa("نشست ") + code("JFR-261127-de15"));
    CHECK(display.worded(fa("نقطه 34.34512"), true) == fa("نقطه ") + code("34.34512"));
    CHECK(display.worded(fa("نسخه 1.2.3"), true) == fa("نسخه ") + code("1.2.3"));
    CHECK(display.worded(fa("ساعت 13:17"), true) == fa("ساعت ") + code(fa("۱۳:۱۷")));
    CHECK(display.worded(fa("نیم 1.5"), true) == fa("نیم ") + code(fa("۱٫۵")));
    CHECK(display.worded(fa("برنامه Android Studio است"), true) == fa("برنامه ") + code("Android Studio") + fa(" است"));
    CHECK(display.worded("Since which month?", true) == code("Since which month?"));
    CHECK(display.worded("4 people", false) == "4 people");
}

TEST_CASE("a Persian part of an English line does not turn what follows it", "[viewmodels][display]")
{
    const DisplayText& display = speaking("en");
    CHECK(display.worded(fa("پرسشنامه خانوار, 13:17, 1 file"), false) == QChar(0x2067) + fa("پرسشنامه خانوار") + QChar(0x2069) + ", 13:17, 1 file");
    CHECK(display.worded(fa("چاله کوچه ۳"), false) == QChar(0x2067) + fa("چاله کوچه ۳") + QChar(0x2069));
    CHECK(display.worded("no Persian here 3", false) == "no Persian here 3");
    CHECK(display.lead("M-JFR آسفالت", true).startsWith(QChar(0x200F)));
    CHECK(display.lead(fa("آسفالت"), false).startsWith(QChar(0x200E)));
    CHECK(display.lead("", true).isEmpty());
}
