#include "tests/forms/xpath/asked.h"

#include "app/forms/secondary/table.h"

using namespace tashilgar;
using namespace tashilgar::tests;
using Start = xpath::PathReference::Start;

namespace {

std::string described(const xpath::PathReference& path)
{
    std::string text;
    for (const xpath::PathStep& step : path.steps) {
        text += step.axis == xpath::Axis::Parent ? "/.." : step.axis == xpath::Axis::Self ? "/." : "/" + step.local;
        text += step.hasPredicates ? "[]" : "";
    }
    return text;
}

} // namespace

TEST_CASE("an expression lists every path it reads, predicates included", "[forms][xpath]")
{
    const Asked asked;
    const xpath::Expression e
        = asked.compiled("/data/a + ../b + count(/data/rep[x = current()/../y]/z) + instance('l')/root/item[k = 1]/v");
    const auto& paths = e.references();
    REQUIRE(paths.size() == 7);
    CHECK((paths[0].start == Start::Root && described(paths[0]) == "/data/a" && paths[0].plainSteps == 2));
    CHECK((paths[1].start == Start::Context && described(paths[1]) == "/../b"));
    CHECK((paths[2].start == Start::Root && described(paths[2]) == "/data/rep[]/z" && paths[2].plainSteps == 1));
    CHECK((paths[3].start == Start::Context && described(paths[3]) == "/x"));
    CHECK((paths[3].enclosing == 2 && paths[3].enclosingSteps == 2));
    CHECK((paths[4].start == Start::Current && described(paths[4]) == "/../y"));
    CHECK(paths[4].enclosing == xpath::PathReference::kNone);
    CHECK((paths[5].start == Start::Instance && paths[5].instance == "l" && described(paths[5]) == "/root/item[]/v"));
    CHECK((described(paths[6]) == "/k" && paths[6].enclosing == 5 && paths[6].enclosingSteps == 2));
}

TEST_CASE("paths that a form does not usually have are marked", "[forms][xpath]")
{
    const Asked asked;
    CHECK_FALSE(asked.compiled("/data/a/../b").references()[0].unusual);
    CHECK(asked.compiled("/data/*").references()[0].unusual);
    CHECK(asked.compiled("//a").references()[0].unusual);
    CHECK(asked.compiled("preceding-sibling::a").references()[0].unusual);
    CHECK(asked.compiled("@id").references()[0].unusual);
    CHECK(asked.compiled("(a | b)/c").references().back().start == Start::Nodes);
    CHECK(asked.compiled("pulldata('list', 'a', 'b', 'c')").references()[0].instance == "list");
    CHECK(asked.compiled("indexed-repeat(/d/r/x, /d/r, 1)").references()[0].everyInstance);
    CHECK_FALSE(asked.compiled("sum(/d/r/x)").references()[0].everyInstance);
}

TEST_CASE("an expression tells what else its worth depends on", "[forms][xpath]")
{
    const Asked asked;
    CHECK(asked.compiled("position() = 1").usesContextPosition());
    CHECK_FALSE(asked.compiled("count(/d/a[position() = 1])").usesContextPosition());
    CHECK(asked.compiled("now()").isVolatile());
    CHECK(asked.compiled("if(. = '', random(), 1)").isVolatile());
    CHECK_FALSE(asked.compiled("/d/a").isVolatile());
    CHECK(asked.compiled("jr:itext('x')").readsLanguage());
    CHECK(asked.compiled("../a").readsContext());
    CHECK(asked.compiled("string-length()").readsContext());
    CHECK_FALSE(asked.compiled("/d/a[b = 1]").readsContext());
    CHECK(asked.compiled("/d/a[b = current()/c]").readsContext());
    CHECK(asked.compiled("jr:choice-name(/d/a, '/d/a')").choiceNamePaths() == std::vector<std::string>{"/d/a"});
    CHECK(asked.compiled("/d/a").asPath() != nullptr);
    CHECK(asked.compiled("/d/a + 1").asPath() == nullptr);
}

TEST_CASE("what needs nothing from outside is worked out once", "[forms][xpath]")
{
    const Asked asked;
    REQUIRE(asked.compiled("concat('a', 1 + 1, true())").constant());
    CHECK(asked.compiled("concat('a', 1 + 1, true())").constant()->toText() == "a2true");
    CHECK(asked.compiled("if(2 > 1, 'yes', 'no')").constant()->toText() == "yes");
    CHECK_FALSE(asked.compiled("today()").constant());
    CHECK_FALSE(asked.compiled("'2026-01-01' + 1").constant()); // which midnight is a question of the zone
    CHECK_FALSE(asked.compiled("distance('nonsense')").constant()); // a failure belongs to run time
    CHECK_FALSE(asked.compiled("position()").constant());
    CHECK(asked.number("'2026-01-02' - '2026-01-01'") == 1);
}

TEST_CASE("a path resolver answers the plain steps, the evaluator walks on", "[forms][xpath]")
{
    struct OwnInstance final : xpath::PathResolver {
        std::size_t resolve(const xpath::PathReference& path, xpath::NodeRef from, xpath::NodeRef current,
            xpath::NodeSet& found) const override
        {
            ++asked;
            lastPlainSteps = path.plainSteps;
            if (path.start != Start::Root || path.plainSteps < 2 || !current)
                return 0;
            CHECK(from.dom->type(from.id) == xpath::NodeType::Root);
            found.append(current.dom->parent(current.id)); // /d/r means the own r
            return 2;
        }
        mutable int asked = 0;
        mutable std::uint32_t lastPlainSteps = 0;
    };
    const OwnInstance resolver;
    Asked asked("<d><r><x>1</x><y><z>a</z></y></r><r><x>2</x><y><z>b</z></y></r></d>");
    CHECK(asked.values("/d/r/x") == "1 2");
    asked.at("/d/r[2]/x");
    asked.resolver = &resolver;
    CHECK(asked.values("/d/r/x") == "2");
    CHECK(asked.values("/d/r/y[z = 'b']/z") == "b");
    CHECK(resolver.lastPlainSteps == 1); // that of z, after the two of /d/r
    CHECK(asked.values("/d/r[1]/x") == "1"); // a predicate chooses among all instances
    CHECK(asked.values("../y/z") == "b");
    CHECK(resolver.asked > 3);
}

TEST_CASE("a table answers [column = key] from its index, with the same outcome as a walk", "[forms][xpath]")
{
    forms::secondary::Table::Builder builder;
    const auto key = builder.column("k");
    const auto value = builder.column("v");
    for (int i = 0; i < 300; ++i) {
        builder.beginRow();
        builder.set(key, std::to_string(i % 100));
        builder.set(value, "v" + std::to_string(i));
    }
    const auto table = builder.take();
    Asked asked("<d><want>7</want><want>9</want><none/></d>");
    asked.host.instances["t"] = table->rootNode();
    asked.at("/d/want");
    CHECK(asked.values("instance('t')/root/item[k = current()]/v") == "v7 v107 v207");
    CHECK(asked.values("instance('t')/root/item['7' = k]/v") == "v7 v107 v207");
    CHECK(asked.values("instance('t')/root/item[k = /d/want]/v") == "v7 v9 v107 v109 v207 v209");
    CHECK(asked.values("instance('t')/root/item[v != 'v7' and k = '7']/v") == "v107 v207");
    CHECK(asked.values("instance('t')/root/item[k = '7'][2]/v") == "v107");
    CHECK(asked.values("instance('t')/root/item[k = 7]/v") == "v7 v107 v207"); // a number is compared as one
    CHECK(asked.values("instance('t')/root/item[k = '7.0']/v").empty());
    CHECK(asked.values("instance('t')/root/item[k = /d/none]/v").empty());
    CHECK(asked.values("instance('t')/root/item[k = v]/v").empty());
    CHECK(asked.text("pulldata('t', 'v', 'k', '42')") == "v42");
    CHECK(asked.text("pulldata('t', 'v', 'k', 'x')").empty());
    CHECK(asked.fails("instance('unknown')/root"));
}
