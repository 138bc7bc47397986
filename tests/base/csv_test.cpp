#include "app/base/csv.h"

#include "tests/support/catch.h"

using namespace tashilgar::base;

TEST_CASE("quotes keep commas, quotes and line ends inside a field", "[base][csv]")
{
    const auto rows = readCsv("\xEF\xBB\xBFname,label\r\na,\"one, \"\"two\"\"\nthree\"\n\nb,\n");
    REQUIRE(rows);
    CHECK(*rows == std::vector<CsvRow>{{"name", "label"}, {"a", "one, \"two\"\nthree"}, {"b", ""}});
}

TEST_CASE("what was written as CSV reads as the same fields", "[base][csv]")
{
    const CsvRow row{"", " blank ", "a,b", "say \"yes\"", "line\r\nline", "محله"};
    std::string text;
    appendCsvRow(text, row);
    const auto rows = readCsv(text);
    REQUIRE(rows);
    CHECK(rows->at(0) == row);
}

TEST_CASE("a quote that never ends is refused with its row", "[base][csv]")
{
    const auto rows = readCsv("a,b\n1,\"2");
    REQUIRE_FALSE(rows);
    CHECK(rows.error().place == "row 2");
}
