#include "tests/support/form_builder.h"
#include "tests/support/scenario.h"

#include <thread>

using namespace tashilgar::tests;

namespace {

/// /data/q0 <- /data/q1 <- …, written backwards, so that nothing comes in the order of the file.
std::string chain(int links)
{
    std::string instance = "<q0/>", binds;
    for (int i = links; i >= 1; --i) {
        instance += "<q" + std::to_string(i) + "/>";
        binds += "<bind nodeset=\"/data/q" + std::to_string(i) + "\" type=\"int\" calculate=\"/data/q" + std::to_string(i - 1) + " + 1\"/>";
    }
    return "<h:html xmlns=\"http://www.w3.org/2002/xforms\" xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:head><model><instance>"
           "<data id=\"chain\">"
        + instance + "</data></instance>" + binds + "</model></h:head><h:body><input ref=\"/data/q0\"/></h:body></h:html>";
}

} // namespace

TEST_CASE("a chain of twenty thousand calculations is worked out without deep recursion", "[forms][large]")
{
    Scenario scenario(chain(20'000));
    scenario.answer("/data/q0", "1");
    CHECK(scenario.answerOf("/data/q20000") == "20001");
}

TEST_CASE("a sum over many rows follows each of them", "[forms][large]")
{
    constexpr int kRows = 1'000;
    Scenario scenario(form("Rows",
        bind("/data/rep/n").type("int"), bind("/data/rep/twice").type("int").calculate("../n * 2"),
        bind("/data/sum").type("int").calculate("sum(/data/rep/twice)"), templateOf("/data/rep"), value("/data/rep/n", "1"),
        value("/data/count", std::to_string(kRows)), repeat("/data/rep").with("jr:count", "/data/count").holding(input("/data/rep/n"))));

    CHECK(scenario.answerOf("/data/sum") == std::to_string(2 * kRows));
    scenario.answer("/data/rep[500]/n", "11");
    CHECK(scenario.answerOf("/data/sum") == std::to_string(2 * kRows + 20));
}

TEST_CASE("five thousand rows that read the one before them and are added up are right", "[forms][large]")
{
    constexpr int kRows = 5'000;
    Scenario scenario(form("Rows", bind("/data/rep/n").type("int"),
        bind("/data/rep/before").calculate("if(position(..) > 1, indexed-repeat(/data/rep/n, /data/rep, position(..) - 1), 0)"),
        bind("/data/sum").calculate("sum(/data/rep/before)"), templateOf("/data/rep"), value("/data/rep/n", "1"),
        value("/data/count", std::to_string(kRows)), repeat("/data/rep").with("jr:count", "/data/count").holding(input("/data/rep/n"))));
    CHECK(scenario.answerOf("/data/sum") == std::to_string(kRows - 1));
    scenario.answer("/data/rep[2500]/n", "11");
    CHECK(scenario.answerOf("/data/rep[2501]/before") == "11");
    CHECK(scenario.answerOf("/data/sum") == std::to_string(kRows - 1 + 10));
}

TEST_CASE("one form serves entries in several threads at once", "[forms][large]")
{
    const auto shared = Scenario::loaded(form("Shared",
        secondary("l", "<root><item><name>a</name><label>A</label><of>1</of></item><item><name>b</name><label>B</label><of>2</of></item></root>"),
        bind("/data/twice").calculate("/data/n * 2"), input("/data/n"),
        select1("/data/c").itemset("instance('l')/root/item[of = /data/n]")));
    std::vector<std::string> seen(4);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < seen.size(); ++i) {
        threads.emplace_back([&shared, &seen, i] {
            tashilgar::forms::NoResources nothing;
            FakeClock clock;
            FakeRandom random;
            tashilgar::forms::EntryHost host;
            host.resources = &nothing;
            host.clock = &clock;
            host.random = &random;
            host.zone = *tashilgar::base::Zone::named("Asia/Tehran");
            auto entry = tashilgar::forms::Entry::open(shared, host);
            for (int n = 0; n < 50; ++n)
                (void)(*entry)->answer("/data/n", std::to_string(n % 3));
            seen[i] = (*entry)->view("/data/twice")->value + (*entry)->view("/data/c")->choices.front().value;
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    CHECK(seen == std::vector<std::string>(4, "2a"));
}
