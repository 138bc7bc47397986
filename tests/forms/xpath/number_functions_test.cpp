#include "tests/forms/xpath/asked.h"

#include <cmath>

using namespace tashilgar;
using namespace tashilgar::tests;

// Spec: https://www.w3.org/TR/1999/REC-xpath-19991116/#function-number
TEST_CASE("text is a number only in the plain form", "[forms][xpath]")
{
    const Asked asked;
    CHECK(asked.number("number(' -12.50 ')") == -12.5);
    CHECK(asked.number("number('.5')") == 0.5);
    CHECK(asked.number("number('5.')") == 5);
    for (const char* text : {"''", "'  '", "'1e3'", "'+1'", "'1,5'", "'1 2'", "'--1'", "'.'", "'-'", "'0x10'", "'۵'"}) {
        INFO(text);
        CHECK(std::isnan(asked.number(std::string("number(") + text + ")")));
    }
    CHECK(std::isinf(asked.number("number('" + std::string(400, '9') + "')")));
    CHECK(asked.number("number('0." + std::string(400, '0') + "1')") == 0);
}

TEST_CASE("round() gives the nearest, and goes up at a half", "[forms][xpath]")
{
    const Asked asked;
    CHECK(asked.number("round(2.5)") == 3);
    CHECK(asked.number("round(-2.5)") == -2);
    CHECK(asked.number("round(-2.5, 0)") == -2);
    CHECK(asked.number("round(-2.6, 0)") == -3);
    CHECK(asked.number("round(-1260, -2)") == -1300);
    CHECK(asked.number("round(1.005, 2)") == 1.01);
    CHECK(asked.number("round(8.345, 2)") == 8.35);
    CHECK(asked.number("round(1234.5, -2)") == 1200);
    CHECK(asked.number("round(1250, -2)") == 1300);
    CHECK(asked.number("round(7, 400)") == 7);
    CHECK(asked.number("round(7, -400)") == 0);
    CHECK(std::isnan(asked.number("round('x', 2)")));
}

TEST_CASE("int() cuts towards zero", "[forms][xpath]")
{
    const Asked asked;
    CHECK(asked.number("int(2.9)") == 2);
    CHECK(asked.number("int(-2.9)") == -2);
    CHECK(asked.number("int('31.7')") == 31);
    CHECK(std::isnan(asked.number("int('')")));
}

TEST_CASE("sum, min and max take every node, and one that is no number spoils them", "[forms][xpath]")
{
    const Asked asked("<d><n>4</n><n>2.5</n><n>9</n><bad>x</bad></d>");
    CHECK(asked.number("sum(/d/n)") == 15.5);
    CHECK(asked.number("sum(/d/none)") == 0);
    CHECK(asked.number("min(/d/n)") == 2.5);
    CHECK(asked.number("max(/d/n, 11, 3)") == 11);
    CHECK(std::isnan(asked.number("max(/d/none)")));
    CHECK(std::isnan(asked.number("sum(/d/*)")));
    CHECK(std::isnan(asked.number("min(/d/bad, 1)")));
}

TEST_CASE("arithmetic is that of IEEE 754", "[forms][xpath]")
{
    const Asked asked;
    CHECK(asked.number("7 mod 3") == 1);
    CHECK(asked.number("-7 mod 3") == -1);
    CHECK(asked.number("7 mod -3") == 1);
    CHECK(asked.number("1.5 mod 0.5") == 0);
    CHECK(asked.number("1 div 4") == 0.25);
    CHECK(std::isnan(asked.number("'' + 1")));
    CHECK(asked.number("true() + true()") == 2);
    CHECK(asked.number("ceiling(1.2) + floor(-1.2)") == 0);
    CHECK(asked.number("pow(2, 10) + sqrt(81) + abs(-1)") == 1034);
    CHECK(asked.number("exp(0) + exp10(2) + log10(1000)") == Approx(104));
    CHECK(asked.number("sin(pi() div 2) + cos(0) + atan2(0, 1)") == Approx(2));
}

TEST_CASE("random() lies between 0 and 1", "[forms][xpath]")
{
    const Asked asked;
    for (int i = 0; i < 20; ++i) {
        const double number = asked.number("random()");
        CHECK((number >= 0 && number < 1));
    }
}
