#include "app/forms/secondary/list_dom.h"
#include "app/lists/table_cache.h"
#include "tests/support/form_builder.h"
#include "tests/support/random_list.h"
#include "tests/support/scenario.h"
#include "tests/support/temporary_folder.h"

using namespace tashilgar;
using namespace tashilgar::tests;

namespace {

/// A cache in a folder of its own, and a table of it.
struct Kept {
    explicit Kept(const std::string& csv)
    {
        cache.emplace(lists::TableCache::open(files, folder.path(), std::nullopt).value());
        table = cache->table({"list", "1", [&] { return base::Result<std::string>(csv); }}).value();
    }
    TemporaryFolder folder;
    base::SystemFiles files;
    std::optional<lists::TableCache> cache;
    std::shared_ptr<forms::ListTable> table;
};

class KeptResources final : public forms::ResourceReader {
public:
    explicit KeptResources(std::shared_ptr<forms::ListTable> table)
        : m_table(std::move(table))
    {
    }
    base::Result<std::string> read(std::string_view uri) override
    {
        return base::fail(forms::kMissingResource, "only as a table", std::string(uri));
    }
    base::Result<std::shared_ptr<forms::ListTable>> table(std::string_view) override { return m_table; }

private:
    std::shared_ptr<forms::ListTable> m_table;
};

} // namespace

TEST_CASE("a table on the disk gives the rows that a walk through the document would give", "[lists]")
{
    for (int list = 0; list < tries(4, 100); ++list) {
        RandomList random(1'000 + static_cast<std::uint64_t>(list));
        const Kept kept(random.csv());
        const forms::secondary::ListDom dom(kept.table);
        const forms::secondary::DocumentDom plain(
            std::make_shared<base::xml::Document>(base::xml::read(random.xml()).value()));
        for (int question = 0; question < 60; ++question) {
            const std::string predicates = random.predicates();
            INFO("list " << list << ": " << predicates);
            REQUIRE(idsWhere(dom.rootNode(), predicates) == idsWhere(plain.rootNode(), predicates));
        }
    }
}

TEST_CASE("a form is filled from a table on the disk as from a file", "[lists]")
{
    const Kept kept("name,label,town\nb1,Block one,t1\nb2,Block two,t1\nb3,\"Block, three\",t2\n");
    KeptResources resources(kept.table);
    FakeClock clock;
    FakeRandom random;
    forms::EntryHost host;
    host.zone = base::Zone::named("Asia/Tehran").value();
    host.clock = &clock;
    host.random = &random;
    host.resources = &resources;
    const auto entry = forms::Entry::open(
        Scenario::loaded(form("Places", external("blocks", "jr://file-csv/blocks.csv"),
            bind("/data/label").calculate("instance('blocks')/root/item[name = /data/block]/label"),
            bind("/data/pulled").calculate("pulldata('blocks', 'label', 'name', /data/block)"), input("/data/town"),
            select1("/data/block").itemset("instance('blocks')/root/item[town = /data/town]"))),
        host)
                           .value();
    REQUIRE(entry->answer("/data/town", "t1"));
    const auto choices = entry->view("/data/block").value().choices;
    REQUIRE(choices.size() == 2);
    CHECK(choices[1].label == "Block two");
    REQUIRE(entry->answer("/data/town", "t2"));
    REQUIRE(entry->answer("/data/block", "b3"));
    CHECK(entry->view("/data/label").value().value == "Block, three");
    CHECK(entry->view("/data/pulled").value().value == "Block, three");
}

TEST_CASE("rows are told in the order of the list, whatever index found them", "[lists]")
{
    std::string csv = "name,n\n";
    for (int i = 0; i < 500; ++i)
        csv += std::to_string(i) + "," + std::to_string(500 - i) + "\n";
    const Kept kept(csv);
    forms::RowCondition condition;
    condition.kind = forms::RowCondition::Kind::Number;
    condition.how = forms::Comparison::Greater;
    condition.column = "n";
    condition.number = 490;
    std::vector<forms::ListTable::Row> rows;
    REQUIRE(kept.table->rowsWhere(condition, rows));
    REQUIRE(rows.size() >= 10);
    CHECK(std::is_sorted(rows.begin(), rows.end()));
    CHECK(rows.front() == 0);
}

TEST_CASE("a hostile condition is an ordinary question", "[lists]")
{
    const Kept kept("na'me,b\nx,1\n");
    forms::RowCondition condition;
    condition.kind = forms::RowCondition::Kind::Text;
    condition.column = "na'me";
    condition.text = "x' OR '1'='1";
    std::vector<forms::ListTable::Row> rows;
    REQUIRE(kept.table->rowsWhere(condition, rows));
    CHECK(rows.empty());
    condition.text = "x";
    REQUIRE(kept.table->rowsWhere(condition, rows));
    CHECK(rows.size() == 1);
}
