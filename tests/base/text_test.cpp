#include "app/base/text.h"
#include "tests/support/catch.h"

using namespace tashilgar::base;

TEST_CASE("texts a person would call the same share a search key", "[base][text]")
{
    CHECK(foldForSearch("علي") == foldForSearch("علی"));
    CHECK(foldForSearch("كرمانشاه") == foldForSearch("کرمانشاه"));
    CHECK(foldForSearch("دولت‌آباد") == foldForSearch("دولتآباد"));
    CHECK(foldForSearch("دولت‌آباد") == foldForSearch("دولتاباد"));
    CHECK(foldForSearch("مسئله") == foldForSearch("مسیله"));
    CHECK(foldForSearch("١٢٣") == "123");
    CHECK(foldForSearch("۱۲۳") == "123");
    CHECK(foldForSearch("Jafarabad") == "jafarabad");
}

TEST_CASE("typed text is stored with Persian letters and single blanks", "[base][text]")
{
    CHECK(normaliseTyped("  علي\u00A0 كـريمي ") == "علی کریمی");
    CHECK(normaliseTyped("می‌ روم‌") == "می روم");
    CHECK(normaliseTyped("دولت‌آباد") == "دولت‌آباد");
    CHECK(normaliseTyped("گەڕەک") == "گەڕەک");
    CHECK(normaliseTyped("\n نخست \r\n\nدوم\n") == "نخست\n\nدوم");
}

TEST_CASE("numbers typed in any digits become ASCII", "[base][text]")
{
    CHECK(normaliseDigits("۱۲٬۳۴۵٫۶") == "12345.6");
    CHECK(normaliseDigits(" ٣٫٥ ") == "3.5");
    CHECK(normaliseDigits("\u200E\u2212۴۲") == "-42");
    CHECK(normaliseDigits("۱،۰۰۰") == "1000");
    CHECK(normaliseDigits("۲،٬۳") == "23"); // what is left out does not stand between
    CHECK(persianDigits("JFR-B01") == "JFR-B۰۱");
}

TEST_CASE("names sort as the Persian alphabet has them", "[base][text]")
{
    CHECK(compareForPersian("پروین", "تهمینه") < 0);
    CHECK(compareForPersian("گلی", "کتایون") > 0);
    CHECK(compareForPersian("آذر", "بهار") < 0);
}

TEST_CASE("broken UTF-8 is seen and never read past", "[base][text]")
{
    CHECK(isValidUtf8("سلام"));
    CHECK_FALSE(isValidUtf8("\xD8"));
    CHECK_FALSE(isValidUtf8("\xC0\x80"));
    CHECK_FALSE(isValidUtf8("\xED\xA0\x80"));
    CHECK(toCodePoints("\xF0\x9F").size() == 2);
}
