#include "tests/forms/check/checked.h"

using namespace tashilgar::tests;

namespace {

std::string list(std::size_t rows)
{
    std::string xml = "<root>";
    for (std::size_t i = 0; i < rows; ++i)
        xml += "<item><name>n" + std::to_string(i) + "</name><label>L</label><of>o" + std::to_string(i % 7) + "</of></item>";
    return xml + "</root>";
}

Checked choosing(std::size_t rows, std::string_view filter)
{
    return Checked(form("Choosing", secondary("big", list(rows)), input("/data/q"),
        select1("/data/choice").itemset("instance('big')/root/item[" + std::string(filter) + "]")));
}

std::string inRow(std::string_view expression)
{
    return Checked(form("Rows", bind("/data/rep/out").calculate(expression), bind("/data/rep/n").type("int"),
        repeat("/data/rep").holding(input("/data/rep/n"), input("/data/rep/out")))).codes();
}

} // namespace

TEST_CASE("a long list tried row by row is told, with its size", "[forms][check]")
{
    const Checked checked = choosing(1'200, "string-length(label) > string-length(/data/q)");
    CHECK(checked.only("slow-scan").detail("rows") == "1200");
    CHECK(checked.only("slow-scan").severity == tashilgar::forms::Severity::Hint);
}

TEST_CASE("a short list, or one that an index answers, is left alone", "[forms][check]")
{
    CHECK(choosing(10, "string-length(label) > string-length(/data/q)").codes() == "");
    CHECK(choosing(1'200, "of = /data/q").codes() == "");
    CHECK(choosing(1'200, "of = /data/q and string-length(label) > 0").codes() == "");
}

TEST_CASE("every row that reads every row is told", "[forms][check]")
{
    CHECK(inRow("sum(../../rep/n)") == "grows-with-square");
    CHECK(inRow("count(/data/rep[n > 3])") == "grows-with-square");
    CHECK(inRow("/data/rep[1]/n") == "");
    CHECK(inRow("indexed-repeat(/data/rep/n, /data/rep, position(..) - 1)") == "");
    CHECK(inRow("../n * 2") == "");
}

TEST_CASE("what is new each time is told, unless it is kept", "[forms][check]")
{
    CHECK(codesOf(bind("/data/code").calculate("random()"), {input("/data/code")}) == "changes-each-time");
    CHECK(codesOf(bind("/data/code").calculate("once(random())"), {input("/data/code")}) == "");
}
