#include "app/forms/secondary/table.h"
#include "tests/support/catch.h"

#include <atomic>
#include <thread>

using namespace tashilgar;
using forms::secondary::Table;
using forms::xpath::NodeRef;
using forms::xpath::NodeType;

namespace {

std::unique_ptr<Table> sample()
{
    Table::Builder builder;
    const auto a = builder.column("a");
    builder.beginRow();
    builder.set(a, "1");
    const auto b = builder.column("b");
    builder.beginRow();
    builder.set(b, "2");
    builder.beginRow();
    builder.set(a, "1");
    builder.set(b, "");
    return builder.take();
}

std::vector<Table::Row> rows(const Table& table, std::string_view column, std::string_view value)
{
    return table.rowsWhere(table.findColumn(column), value);
}

} // namespace

TEST_CASE("a table looks like root/item/column", "[forms][secondary]")
{
    const auto table = sample();
    const NodeRef root = table->firstChild(table->rootNode().id);
    CHECK(table->localName(root.id) == "root");
    CHECK(table->parent(root.id) == table->rootNode());
    std::string shape;
    for (NodeRef item = table->firstChild(root.id); item; item = table->nextSibling(item.id)) {
        shape += std::string(table->localName(item.id)) + "(";
        for (NodeRef cell = table->firstChild(item.id); cell; cell = table->nextSibling(cell.id)) {
            CHECK(table->parent(cell.id) == item);
            shape += std::string(table->localName(cell.id)) + "=" + table->stringValue(cell.id) + ";";
            if (const NodeRef text = table->firstChild(cell.id)) {
                CHECK(table->type(text.id) == NodeType::Text);
                CHECK(table->parent(text.id) == cell);
            }
        }
        shape += ")";
    }
    CHECK(shape == "item(a=1;)item(b=2;)item(a=1;b=;)");
    CHECK(table->stringValue(root.id) == "121");
    CHECK(table->lastChild(root.id) == table->item(2));
    CHECK(table->previousSibling(table->item(2).id) == table->item(1));
    CHECK(table->rowOf(table->firstChild(table->item(1).id).id) == 1);
    CHECK(table->compareOrder(table->item(0).id, table->item(1).id) < 0);
    CHECK_FALSE(table->firstAttribute(root.id));
}

TEST_CASE("rows are found by value, in their order", "[forms][secondary]")
{
    const auto table = sample();
    CHECK(rows(*table, "a", "1") == std::vector<Table::Row>{0, 2});
    CHECK(rows(*table, "b", "2") == std::vector<Table::Row>{1});
    CHECK(rows(*table, "b", "") == std::vector<Table::Row>{2}); // a cell that is missing is not an empty one
    CHECK(rows(*table, "a", "x").empty());
    forms::RowCondition condition;
    condition.kind = forms::RowCondition::Kind::Text;
    condition.column = "nothing";
    std::vector<std::uint64_t> found;
    table->childrenWhere(1, "item", condition, found);
    CHECK(found.empty());
    CHECK(table->answersConditions(1));
    CHECK_FALSE(table->answersConditions(0));
}

TEST_CASE("many threads may be the first to ask", "[forms][secondary]")
{
    Table::Builder builder;
    const auto key = builder.column("k");
    for (int i = 0; i < 20'000; ++i) {
        builder.beginRow();
        builder.set(key, std::to_string(i));
    }
    const auto table = builder.take();
    std::vector<std::thread> threads;
    std::atomic<int> right = 0;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&, t] {
            for (int i = t; i < 20'000; i += 97)
                right += table->rowsWhere(key, std::to_string(i)).size() == 1;
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    CHECK(right == 4 * 207);
}
