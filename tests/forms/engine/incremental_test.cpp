#include "tests/support/form_builder.h"
#include "tests/support/scenario.h"

#include <cstdlib>

using namespace tashilgar;
using namespace tashilgar::tests;

namespace {

/// Rows that look at their neighbours, at a chosen one and at all of them, with questions that come and go.
std::string rowsForm()
{
    return form("Rows", bind("/data/pick").type("int"), bind("/data/show").type("int"),
        bind("/data/row/n"), bind("/data/row/extra").relevant("../n > 3"),
        bind("/data/row/before")
            .calculate("if(position(..) > 1, indexed-repeat(/data/row/n, /data/row, position(..) - 1), 0)"),
        bind("/data/row/after").calculate("indexed-repeat(/data/row/extra, /data/row, position(..) + 1)"),
        bind("/data/row/first").calculate("indexed-repeat(/data/row/n, /data/row, 1) + ../n"),
        bind("/data/picked").calculate("indexed-repeat(/data/row/before, /data/row, /data/pick)"),
        bind("/data/walked").calculate("indexed-repeat((/data/row/n | /data/row/extra), /data/row, /data/pick)"),
        bind("/data/count").calculate("count(/data/row)"), bind("/data/sum").calculate("sum(/data/row/n)"),
        bind("/data/least").calculate("min(/data/row/n)"), bind("/data/most").calculate("max(/data/row/n)"),
        bind("/data/group").relevant("/data/show != 0"),
        bind("/data/group/total").calculate("sum(/data/row/before) + count(/data/row/extra)"), input("/data/pick"),
        input("/data/show"), repeat("/data/row").holding(input("/data/row/n"), input("/data/row/extra")),
        group("/data/group").holding(input("/data/group/q")));
}

std::string valuesOf(const forms::Entry& entry)
{
    std::string text;
    for (const auto& view : entry.dump()) {
        if (!view.ref.starts_with("/data/meta")) // a form without an id has one once it is continued
            text += view.ref + (view.relevant ? "=" : "-") + view.value + "\n";
    }
    return text;
}

} // namespace

TEST_CASE("an entry that was changed step by step holds what working it all out anew would give", "[forms][engine]")
{
    const auto shared = Scenario::loaded(rowsForm());
    const int plays = std::getenv("TASHILGAR_SOAK") ? 300 : 12;
    for (int play = 0; play < plays; ++play) {
        Scenario scenario(shared, {});
        FakeRandom chance(static_cast<std::uint64_t>(play));
        const auto upTo = [&](std::uint64_t end) { return chance.next() % end; };
        for (int step = 0; step < 40; ++step) {
            const auto rows = scenario.view("/data/row").count;
            const std::string row = "/data/row[" + std::to_string(1 + upTo(rows ? rows : 1)) + "]";
            switch (rows == 0 ? 0 : upTo(8)) {
            case 0:
            case 1:
                scenario.add("/data/row");
                break;
            case 2:
                scenario.remove(row);
                break;
            case 3:
                scenario.answer("/data/pick", std::to_string(upTo(8)));
                break;
            case 4:
                scenario.answer("/data/show", std::to_string(upTo(2)));
                break;
            case 5:
                scenario.answer(row + "/extra", "e" + std::to_string(upTo(5)));
                break;
            default: {
                static constexpr std::string_view kNumbers[] = {"1", "2.5", "7", "-4", "", "10"};
                scenario.answer(row + "/n", kNumbers[upTo(std::size(kNumbers))]);
            }
            }
            const auto again = forms::Entry::restore(shared, scenario.host(), scenario.entry().snapshot());
            REQUIRE(again);
            INFO("play " << play << ", step " << step);
            REQUIRE(valuesOf(scenario.entry()) == valuesOf(**again));
        }
    }
}

TEST_CASE("what a row reads by index follows the row it reads", "[forms][engine]")
{
    Scenario scenario(rowsForm());
    scenario.add("/data/row");
    scenario.add("/data/row");
    scenario.answer("/data/row[1]/n", "5");
    scenario.answer("/data/row[2]/n", "6");
    CHECK(scenario.answerOf("/data/row[2]/before") == "5");
    CHECK(scenario.answerOf("/data/row[3]/before") == "6");
    scenario.answer("/data/row[2]/extra", "here");
    CHECK(scenario.answerOf("/data/row[1]/after") == "here");
    scenario.answer("/data/row[2]/n", "1"); // takes the question away
    CHECK(scenario.answerOf("/data/row[1]/after").empty());
    scenario.remove("/data/row[1]");
    CHECK(scenario.answerOf("/data/row[1]/before") == "0");
    CHECK(scenario.answerOf("/data/row[2]/before") == "1");
}

TEST_CASE("a row that is asked for before it is there is read when it comes", "[forms][engine]")
{
    Scenario scenario(rowsForm());
    scenario.answer("/data/pick", "2");
    CHECK(scenario.answerOf("/data/picked").empty());
    scenario.answer("/data/row[1]/n", "9");
    scenario.add("/data/row");
    CHECK(scenario.answerOf("/data/picked") == "9");
}
