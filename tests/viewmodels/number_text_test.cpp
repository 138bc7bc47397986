#include "app/viewmodels/number_text.h"
#include "app/viewmodels/display_text.h"
#include "tests/support/catch.h"
#include "tests/support/qt_application.h"

using namespace tashilgar;
using viewmodels::DisplayText;
using viewmodels::stepped;
using viewmodels::withThousands;

TEST_CASE("a step of a whole number is exact however long it is", "[viewmodels][numbers]")
{
    CHECK(stepped("", 1) == "1");
    CHECK(stepped("", -1) == "-1");
    CHECK(stepped("0", -1) == "-1");
    CHECK(stepped("-1", 1) == "0");
    CHECK(stepped("99", 1) == "100");
    CHECK(stepped("100", -1) == "99");
    CHECK(stepped("-100", 1) == "-99");
    CHECK(stepped("-9", -1) == "-10");
    CHECK(stepped("5", -12) == "-7");
    CHECK(stepped("-5", 12) == "7");
    CHECK(stepped("007", 1) == "8");
    CHECK(stepped("9007199254740993", 1) == "9007199254740994"); // beyond what a double holds
    CHECK(stepped("99999999999999999999999999999999", 1) == "100000000000000000000000000000000");
    CHECK(stepped("1.5", 1).isEmpty());
    CHECK(stepped("x", 1).isEmpty());
}

TEST_CASE("thousands are marked in whole numbers and before the point", "[viewmodels][numbers]")
{
    CHECK(withThousands("1234567", ',') == "1,234,567");
    CHECK(withThousands("123", ',') == "123");
    CHECK(withThousands("-123456", ',') == "-123,456");
    CHECK(withThousands("1234.56789", ',') == "1,234.56789");
    CHECK(withThousands("12a4567", ',') == "12a4567");
    CHECK(withThousands("", ',').isEmpty());
}

TEST_CASE("thousands come while typing, in any digits, and the cursor stays behind its digit", "[viewmodels][numbers]")
{
    tests::qtApplication();
    DisplayText& display = DisplayText::instance();
    display.setLanguage(QStringLiteral("fa"));
    for (const char* typed : {"1234567", "۱۲۳۴۵۶۷", "١٢٣٤٥٦٧", "۱۲۳٬۴۵۶7"}) {
        const QVariantMap shown = display.typedNumber(QString::fromUtf8(typed), static_cast<int>(QString::fromUtf8(typed).size()), true);
        CHECK(shown["text"].toString() == QString::fromUtf8("۱٬۲۳۴٬۵۶۷"));
        CHECK(shown["cursor"].toInt() == 9);
    }
    // A digit put in the middle: ۱٬۲|۹۳۴ after the 9 was typed behind the 2.
    const QVariantMap inside = display.typedNumber(QString::fromUtf8("۱٬۲9۳۴"), 4, true);
    CHECK(inside["text"].toString() == QString::fromUtf8("۱۲٬۹۳۴"));
    CHECK(inside["cursor"].toInt() == 4);
    CHECK(display.typedNumber(QString::fromUtf8("12٫5"), 4, true)["text"].toString() == QString::fromUtf8("۱۲٫۵"));
    display.setLanguage(QStringLiteral("en"));
    CHECK(display.typedNumber(QString::fromUtf8("۱۲۳۴٫۵"), 6, true)["text"].toString() == "1,234.5");
    CHECK(display.typedNumber(QStringLiteral("1,2345"), 6, true)["text"].toString() == "12,345");
    CHECK(display.typedNumber(QStringLiteral("1234"), 2, false)["text"].toString() == "1234");
    CHECK(display.plainNumber(display.typedNumber(QString::fromUtf8("۹۹۹۹۹۹۹۹۹۹۹۹۹۹۹۹۹۹۹۹"), 20, false)["text"].toString()) == "99999999999999999999");
}

TEST_CASE("a day is told in the calendar a form asks for", "[viewmodels][calendar]")
{
    tests::qtApplication();
    DisplayText& display = DisplayText::instance();
    display.setLanguage(QStringLiteral("en"));
    CHECK(display.dateIn("ethiopian", "2026-11-22") == "13 Hedar 2019");
    CHECK(display.dateIn("coptic", "2026-11-22") == "13 Hator 1743");
    CHECK(display.dateIn("buddhist", "2026-11-22") == "22 November 2569");
    CHECK(display.dateIn("islamic", "2026-11-22").startsWith("12 "));
    CHECK(display.dateIn("persian", "2026-11-22") == "1 Azar 1405");
    CHECK(display.dateIn("myanmar", "2026-11-22").isEmpty());
    CHECK(display.dateIn("ethiopian", "soon").isEmpty());
    display.setLanguage(QStringLiteral("fa"));
    CHECK(display.dateIn("ethiopian", "2026-11-22").startsWith(QString::fromUtf8("۱۳ ")));
}
