#include "tests/forms/check/checked.h"

using namespace tashilgar::tests;

namespace {

/// What is said of \p expression as the relevance of a question, beside questions of every kind.
Checked condition(std::string_view expression)
{
    return Checked(form("Types",
        bind("/data/name").type("string"), bind("/data/age").type("int"), bind("/data/born").type("date"),
        bind("/data/here").type("geopoint"), bind("/data/flag").type("string").calculate("true()"),
        bind("/data/score").type("string").calculate("/data/age * 2"), bind("/data/asked").relevant(expression),
        input("/data/name"), input("/data/age"), input("/data/born"), input("/data/here"), input("/data/phone"),
        input("/data/digits").with("appearance", "numbers"), bind("/data/digits").type("string"),
        select1("/data/sex").item("f", "F").item("m", "M"), select("/data/langs").item("fa", "Fa").item("ku", "Ku"),
        select1("/data/grade").item("1", "One").item("2", "Two"), place("/data/flag"), place("/data/score"), input("/data/asked")));
}

} // namespace

TEST_CASE("text has no order", "[forms][check]")
{
    CHECK(condition("/data/name > 3").only("text-in-order").detail("path") == "/data/name");
    CHECK(condition("/data/sex >= 'f'").codes() == "text-in-order text-in-order");
    CHECK(condition("/data/age < 'old'").only("text-in-order").detail("path") == "'old'");
    CHECK(condition("/data/here < 5").codes() == "text-in-order");
}

TEST_CASE("numbers, dates, and what may hold a number are compared without a word", "[forms][check]")
{
    for (const char* fine : {"/data/age > 3", "/data/age > '3'", "/data/born < today()", "/data/score > 5", "/data/digits > 5",
             "/data/phone > 5", "/data/grade > 1", "/data/flag = 'true'", "/data/born > date('2020-01-01')", "/data/age != ''"})
        CHECK(std::string(fine) + ": " + condition(fine).codes() == std::string(fine) + ": ");
}

TEST_CASE("a date written as text is told, and how to write it", "[forms][check]")
{
    const auto found = condition("/data/born > '2020-01-01'").only("date-as-text");
    CHECK(found.remedy == "write date('2020-01-01')");
    CHECK(condition("/data/born > 1990").only("year-as-date").detail("value") == "1990");
    CHECK(condition("date('22-11-2026') < /data/born").only("bad-date").detail("value") == "22-11-2026");
    CHECK(condition("/data/born = 'yesterday'").only("never-equal").detail("type") == "date");
}

TEST_CASE("counting with text gives nothing", "[forms][check]")
{
    CHECK(condition("/data/age + 'years' > 3").only("arithmetic-on-text").detail("path") == "'years'");
    CHECK(condition("/data/name * 2 > 3").only("arithmetic-on-text").detail("path") == "/data/name");
    CHECK(condition("/data/sex + 1 > 3").only("arithmetic-on-text").detail("path") == "/data/sex");
    CHECK(condition("/data/grade + 1 > 2").codes() == "");
    CHECK(condition("-/data/name > 2").codes() == "arithmetic-on-text");
}

TEST_CASE("a number never equals a word", "[forms][check]")
{
    CHECK(condition("/data/age = 'twelve'").only("never-equal").detail("value") == "twelve");
    CHECK(condition("'twelve' = /data/age").codes() == "never-equal");
}

TEST_CASE("a choice that is not on offer is told, with the one that was meant", "[forms][check]")
{
    const auto found = condition("/data/langs = 'ki'").diagnostics.front();
    CHECK(found.code == "unknown-choice");
    CHECK(found.detail("near") == "ku");
    CHECK(condition("selected(/data/sex, 'female')").only("unknown-choice").detail("value") == "female");
    CHECK(condition("selected(/data/sex, 'f')").codes() == "");
    CHECK(condition("/data/sex = ''").codes() == "");
}

TEST_CASE("one choice of several is asked for with selected()", "[forms][check]")
{
    CHECK(condition("/data/langs = 'fa'").only("multiple-compared").remedy == "ask with selected(/data/langs, 'fa')");
}

TEST_CASE("a comparison with a truth asks whether the place is there", "[forms][check]")
{
    CHECK(condition("/data/flag = true()").only("compared-with-truth").detail("path") == "/data/flag");
    CHECK(condition("selected(/data/sex, 'f') = true()").codes() == "");
}

TEST_CASE("a comparison of a comparison is told", "[forms][check]")
{
    CHECK(condition("1 < /data/age < 3").codes() == "chained-comparison");
}

TEST_CASE("a pattern that is none is told", "[forms][check]")
{
    CHECK(condition("regex(/data/name, '[a-z')").only("bad-pattern").detail("value") == "[a-z");
    CHECK(condition("regex(/data/name, '[a-z]+')").codes() == "");
}

TEST_CASE("a default must be a value of its type, and on offer", "[forms][check]")
{
    CHECK(Checked(form("Default", value("/data/age", "abc"), bind("/data/age").type("int"), input("/data/age"))).only("bad-default").detail("value") == "abc");
    CHECK(Checked(form("Default", value("/data/age", "12"), bind("/data/age").type("int"), input("/data/age"))).codes() == "");
    CHECK(Checked(form("Default", value("/data/sex", "x"), select1("/data/sex").item("f", "F"))).codes() == "unknown-choice");
}
