#include "tests/support/form_builder.h"
#include "tests/support/scenario.h"

using namespace tashilgar::tests;

namespace {

std::string streetForm(const std::string& expression)
{
    return form("Street", bind("/data/found").calculate(expression), input("/data/before"),
        repeat("/data/house").holding(input("/data/house/door"), input("/data/house/people")), input("/data/after"));
}

/// What \p expression gives in a record with two houses.
std::string found(const std::string& expression)
{
    Scenario scenario(streetForm(expression));
    scenario.answer("/data/before", "early");
    scenario.answer("/data/after", "late");
    scenario.answer("/data/house[1]/door", "A");
    scenario.add("/data/house");
    scenario.answer("/data/house[2]/door", "B");
    scenario.answer("/data/house[2]/people", "4");
    return scenario.answerOf("/data/found");
}

} // namespace

// Spec: https://www.w3.org/TR/1999/REC-xpath-19991116/#axes
TEST_CASE("every axis leads over the answers of a record as XPath says", "[forms][axes]")
{
    CHECK(found("/data/house[2]/people/preceding-sibling::door") == "B");
    CHECK(found("/data/house[1]/door/following-sibling::people") == "");
    CHECK(found("name(/data/house[1]/following-sibling::*[1])") == "house");
    CHECK(found("/data/house[1]/following-sibling::*[1]/door") == "B");
    CHECK(found("/data/house[2]/preceding-sibling::*[1]/door") == "A");
    CHECK(found("name(/data/house[1]/preceding-sibling::*[1])") == "before");
    CHECK(found("count(/data/after/preceding::door)") == "2");
    CHECK(found("string(/data/house[1]/following::door[1])") == "B");
    CHECK(found("string(/data/after/preceding::door[1])") == "B");
    CHECK(found("count(/data/house[2]/door/ancestor::*)") == "2");
    CHECK(found("name(/data/house[2]/door/ancestor-or-self::*[1])") == "door");
    CHECK(found("count(/data/house/descendant::*)") == "4");
    CHECK(found("count(/data/house[1]/descendant-or-self::node())") == "4"); // itself, two elements, one text
    CHECK(found("name(/data/house[2]/door/parent::*)") == "house");
    CHECK(found("name(/data/house[2]/*[last()])") == "people");
    CHECK(found("count(/)") == "1");
}

TEST_CASE("text, names and attributes of a record can be asked for", "[forms][axes]")
{
    CHECK(found("/data/before/text()") == "early");
    CHECK(found("count(/data/house[1]/people/text())") == "0");
    CHECK(found("name(/data/before/text()/..)") == "before");
    CHECK(found("concat('[', name(/data/before/text()), local-name(/data/before/text()), namespace-uri(/data/before/text()), ']')") == "[]");
    CHECK(found("local-name(/data/house[2]/*[1])") == "door");
    CHECK(found("namespace-uri(/data/before)") == "");
    CHECK(found("string(/data/@id)") == "test");
    CHECK(found("count(/data/before/@*)") == "0");
}
