#include "app/forms/secondary/table.h"
#include "tests/support/catch.h"

using namespace tashilgar;
using forms::secondary::readCsv;
using forms::secondary::Table;

namespace {

std::unique_ptr<Table> read(std::string_view bytes)
{
    auto table = readCsv(bytes);
    REQUIRE(table);
    return std::move(*table);
}
std::string cell(const Table& table, Table::Row row, std::string_view column)
{
    return std::string(table.cell(row, table.findColumn(column)));
}

} // namespace

TEST_CASE("a CSV file has a header and rows, with the line ends of any system", "[forms][secondary]")
{
    for (const char* bytes :
        {"name,label\na,آب\nb,برق\n", "name,label\r\na,آب\r\nb,برق", "name,label\ra,آب\rb,برق\r"}) {
        const auto table = read(bytes);
        REQUIRE(table->rowCount() == 2);
        CHECK(cell(*table, 0, "name") == "a");
        CHECK(cell(*table, 1, "label") == "برق");
    }
}

TEST_CASE("a byte order mark is no part of the first name", "[forms][secondary]")
{
    CHECK(cell(*read("\xEF\xBB\xBFname\nx\n"), 0, "name") == "x");
}

TEST_CASE("quotes hold separators, line breaks and doubled quotes", "[forms][secondary]")
{
    const auto table = read("name,note\n1,\"a, b\"\n2,\"two\nlines\"\n3,\"say \"\"yes\"\"\"\n4,\"\"\n");
    REQUIRE(table->rowCount() == 4);
    CHECK(cell(*table, 0, "note") == "a, b");
    CHECK(cell(*table, 1, "note") == "two\nlines");
    CHECK(cell(*table, 2, "note") == "say \"yes\"");
    CHECK(cell(*table, 3, "note").empty());
}

TEST_CASE("rows may be short, long or blank", "[forms][secondary]")
{
    const auto table = read("a,b\n1\n\n2,3,4\n\n");
    REQUIRE(table->rowCount() == 2);
    CHECK(cell(*table, 0, "b").empty());
    CHECK(table->hasCell(0, table->findColumn("b")));
    CHECK(cell(*table, 1, "b") == "3");
}

TEST_CASE("semicolons and tabs separate where the header has no comma", "[forms][secondary]")
{
    CHECK(cell(*read("a;b\n1,5;2\n"), 0, "a") == "1,5");
    CHECK(cell(*read("a\tb\n1\t2\n"), 0, "b") == "2");
}

TEST_CASE("a broken CSV file is refused with its row", "[forms][secondary]")
{
    const auto open = readCsv("a,b\n1,2\n3,\"never closed\n");
    REQUIRE_FALSE(open);
    CHECK(open.error().text() == "row 3: a quote is never closed");
    CHECK_FALSE(readCsv("a\n\xff\xfe\n"));
    CHECK(read("")->rowCount() == 0);
}
