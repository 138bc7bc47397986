#include "app/forms/xlsform/expression.h"
#include "tests/support/catch.h"

using namespace tashilgar::forms::xlsform;

TEST_CASE("a default is calculated only when it can be nothing else", "[forms][xlsform][expression]")
{
    for (const char* text : {"now()", "${other}", "1 + 1", "5 div 2", "7 mod 2", "concat('a', 'b')", "../x - ./y", "2 * 3", "a | b"}) {
        INFO(text);
        CHECK(isDynamicDefault(text, "string"));
    }
    for (const char* text : {"yes", "a-2", "1-1", "12", "-4", "Qasr-e Shirin", "https://example.org/a-b?c=d", "2026-11-22", "08:30:00+03:30",
                             "(in brackets)", "it's a quote", "divide", "modern"}) {
        INFO(text);
        CHECK_FALSE(isDynamicDefault(text, "string"));
    }
    CHECK_FALSE(isDynamicDefault("34.3 -47.1 0 0", "geopoint"));
    CHECK_FALSE(isDynamicDefault("-2026-11-22", "date"));
    CHECK(isDynamicDefault("date(today() - 1)", "date"));
}

TEST_CASE("references are found wherever they stand", "[forms][xlsform][expression]")
{
    const auto found = findReferences("if(${a} = '${b}', instance('x')/root/item[k=${ c }][1]/v, ${last-saved#d})");
    REQUIRE(found.size() == 4);
    CHECK(found[0].name == "a");
    CHECK(found[1].name == "b");
    CHECK(found[2].name == "c");
    CHECK(found[2].inInstanceFilter);
    CHECK(found[3].name == "d");
    CHECK(found[3].lastSaved);
    CHECK_FALSE(found[3].inInstanceFilter);
    CHECK(findReferences("${} ${ ${never closed").empty());
}

TEST_CASE("only filters on an instance are filters on an instance", "[forms][xlsform][expression]")
{
    const auto found = findReferences("instance('x')/root/item[a = 1]/b = 2 and rep[c = ${inside}]");
    REQUIRE(found.size() == 1);
    CHECK_FALSE(found[0].inInstanceFilter);
}

TEST_CASE("the files of pulldata are its first arguments", "[forms][xlsform][expression]")
{
    CHECK(pulldataLists("if(pulldata('staff', 'a', 'b', ${c}) = pulldata( \"blocks\" , 'x', 'y', 'z'), 1, 0)")
          == std::vector<std::string>{"staff", "blocks"});
    CHECK(pulldataLists("'pulldata(no)'").empty());
}

TEST_CASE("names may be Persian, and never begin with a digit", "[forms][xlsform][expression]")
{
    CHECK(isName("نام"));
    CHECK(isName("_a.b-c"));
    CHECK_FALSE(isName("1a"));
    CHECK_FALSE(isName("a b"));
    CHECK_FALSE(isName("a:b"));
    CHECK_FALSE(isName(""));
}
