#include "tests/forms/check/checked.h"

using namespace tashilgar::tests;

namespace {

std::string calculated(std::string_view expression)
{
    return Checked(form("Rows", bind("/data/out").calculate(expression), bind("/data/rep/n").type("int"), input("/data/out"),
        repeat("/data/rep").holding(input("/data/rep/n"), input("/data/rep/name")))).codes();
}

std::string calculatedInRow(std::string_view expression)
{
    return Checked(form("Rows", bind("/data/rep/out").calculate(expression), bind("/data/rep/n").type("int"),
        repeat("/data/rep").holding(input("/data/rep/n"), input("/data/rep/out")))).codes();
}

} // namespace

TEST_CASE("a reference that leaves its repeat where one value is wanted is told", "[forms][check]")
{
    CHECK(calculated("/data/rep/n") == "leaves-repeat");
    CHECK(calculated("/data/rep/n + 1") == "leaves-repeat");
    CHECK(calculated("if(/data/rep/name = 'a', 1, 2)") == "leaves-repeat");
    CHECK(calculatedInRow("../../rep/n + 1").find("leaves-repeat") != std::string::npos);
}

TEST_CASE("rows that are put together, named or the own one are left alone", "[forms][check]")
{
    for (const char* fine : {"sum(/data/rep/n)", "count(/data/rep)", "join(' ', /data/rep/name)", "max(/data/rep/n)", "/data/rep[1]/n",
             "indexed-repeat(/data/rep/n, /data/rep, 2)", "concat(/data/rep/name)"})
        CHECK(std::string(fine) + ": " + calculated(fine) == std::string(fine) + ": ");
    CHECK(calculatedInRow("/data/rep/n + 1") == "");
    CHECK(calculatedInRow("../n + 1") == "");
}

TEST_CASE("a question outside the repeat of its answer is told", "[forms][check]")
{
    const Checked checked(form("Outside", repeat("/data/rep").holding(input("/data/rep/a")), input("/data/rep/b")));
    CHECK(checked.only("outside-repeat").place == "/data/rep/b");
}
