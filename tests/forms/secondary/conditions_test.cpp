#include "app/forms/secondary/table.h"
#include "tests/support/random_list.h"

using namespace tashilgar;
using namespace tashilgar::tests;

TEST_CASE("a table gives the rows that a walk through the document would give", "[forms][secondary]")
{
    for (int list = 0; list < tries(10, 200); ++list) {
        RandomList random(static_cast<std::uint64_t>(list));
        const auto table = forms::secondary::readCsv(random.csv()).value();
        const forms::secondary::DocumentDom plain(
            std::make_shared<base::xml::Document>(base::xml::read(random.xml()).value()));
        for (int question = 0; question < 60; ++question) {
            const std::string predicates = random.predicates();
            INFO("list " << list << ": " << predicates);
            REQUIRE(idsWhere(table->rootNode(), predicates) == idsWhere(plain.rootNode(), predicates));
        }
    }
}

TEST_CASE("what fails behind a condition that no row meets does not fail the question", "[forms][secondary]")
{
    const auto table = forms::secondary::readCsv("id,a,b\n0,x,1\n").value();
    CHECK(idsWhere(table->rootNode(), "[a = 'none' and b = digest('x', 'no such algorithm')]").empty());
    CHECK(idsWhere(table->rootNode(), "[a = 'x' and b = digest('x', 'no such algorithm')]") != "0 ");
}

TEST_CASE("of two conditions the one that leaves fewer rows is looked up", "[forms][secondary]")
{
    std::string csv = "id,level,parent\n";
    for (int i = 0; i < 1'000; ++i)
        csv += std::to_string(i) + ",block,p" + std::to_string(i / 2) + "\n";
    const auto table = forms::secondary::readCsv(csv).value();
    for (int again = 0; again < 4; ++again) // first by walking, then by index
        CHECK(idsWhere(table->rootNode(), "[level = 'block' and parent = 'p7']") == "14 15 ");
}
