#include "tests/forms/xpath/asked.h"

using namespace tashilgar;
using namespace tashilgar::tests;

namespace {

std::string repeated(std::string_view piece, int times)
{
    std::string all;
    for (int i = 0; i < times; ++i)
        all += piece;
    return all;
}

} // namespace

TEST_CASE("nesting has an end, and what is allowed can be evaluated", "[forms][xpath][hostile]")
{
    const Asked asked("<d><n>1</n></d>");
    const int most = xpath::Expression::kMaxDepth;
    const auto nested = [&](std::string_view open, std::string_view core, std::string_view close, int depth) {
        return repeated(open, depth) + std::string(core) + repeated(close, depth);
    };
    CHECK(asked.number(nested("(", "/d/n", ")", most)) == 1);
    CHECK(asked.number(nested("if(/d/n, ", "/d/n", ", 0)", most)) == 1);
    CHECK(asked.values("/d/n" + nested("[../n", "", "]", most)) == "1");
    for (const auto& [open, core, close] :
        {std::tuple {"(", "1", ")"}, std::tuple {"not(", "1", ")"}, std::tuple {"a[", "1", "]"}})
        CHECK(asked.compileError(nested(open, core, close, most + 1)) == xpath::kXPathSyntax);
    CHECK(asked.compileError(repeated("(", 100'000)) == xpath::kXPathSyntax);
}

TEST_CASE("a long chain is not deep", "[forms][xpath][hostile]")
{
    const Asked asked("<d><n>1</n></d>");
    CHECK(asked.number("1" + repeated(" + /d/n", 20'000)) == 20'001);
    CHECK(asked.truth("/d/n = 0" + repeated(" or /d/n = 0", 20'000) + " or 1"));
    CHECK(asked.number(repeated("-", 20'001) + "1") == -1);
    CHECK(asked.values("/d/" + repeated("n/../", 2'000) + "n") == "1");
}

TEST_CASE("an expression that would never end is given up", "[forms][xpath][hostile]")
{
    std::string xml = "<d>";
    for (int i = 0; i < 3'000; ++i)
        xml += "<n/>";
    const Asked asked(xml + "</d>");
    CHECK(asked.fails("count(//n[count(//n[count(//n) > 0]) > 0])"));
    CHECK(asked.fails("count(//*" + repeated("[count(//*) > 0", 6) + repeated("]", 6) + ")"));
}

TEST_CASE("whatever is thrown at it, it answers or refuses", "[forms][xpath][hostile]")
{
    const std::vector<std::string> pieces {"/", "//", "..", ".", "@", "*", "(", ")", "[", "]", ",", "|", "+", "-", "=",
        "!=", "<", ">=", " and ", " or ", " mod ", " div ", "1", "2.5", "'x'", "\"", "n", "d", "h:d", "position()",
        "last()", "count(", "concat(", "if(", "current()", "instance('i')", "node()", "text()",
        "ancestor::", "preceding::", "namespace::", "following-sibling::", "substr(", "round(", "date(", "regex(",
        "selected(", "randomize(", "indexed-repeat(", "area(", "digest(", "سلام", "\xff", "'2026-11-22'", "string(",
        "id(", "lang(", "sum(", " "};
    Asked asked("<d n='a'><n>1</n><n>x<d/></n><!--c--><n xmlns='urn:x'/></d>");
    asked.at("/d/n[2]");
    FakeRandom random(20261122);
    int sound = 0;
    for (int round = 0; round < 30'000; ++round) {
        std::string text;
        for (std::uint64_t length = 1 + random.next() % 12; length > 0; --length)
            text += pieces[random.next() % pieces.size()];
        const auto expression = xpath::Expression::compile(
            text, {}, xpath::FunctionRegistry::standard(), xpath::Expression::Faults::WhenReached);
        if (!expression)
            continue;
        ++sound;
        const auto value = xpath::evaluate(*expression, asked.context());
        if (value)
            (void)value->toText();
        (void)xpath::evaluateNumber(*expression, asked.context());
    }
    CHECK(sound > 300);
}
