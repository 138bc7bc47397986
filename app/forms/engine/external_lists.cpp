#include "app/forms/engine/session.h"
#include "app/forms/resources.h"
#include "app/forms/secondary/table.h"

namespace tashilgar::forms::engine {

namespace {
constexpr std::string_view kListColumn = "list_name";
} // namespace

/// One list of itemsets.csv, where the rows of all external selects of a form stand together.
base::Result<void> Session::readExternalList(const model::SecondaryInstance& external)
{
    auto bytes = m_host.resources ? m_host.resources->read(external.source)
                                  : base::Result<std::string>(base::fail(
                                      kMissingResource, "this form asks for a file that is not here", external.source));
    if (!bytes && bytes.error().code == kMissingResource) {
        problem("list " + external.id, bytes.error());
        m_instances.insert_or_assign(external.id, secondary::emptySecondary());
        return {};
    }
    if (!bytes)
        return base::fail(std::move(bytes).error());
    const auto all = secondary::readCsv(*bytes);
    if (!all)
        return base::fail(secondary::kBadResource, all.error().text(), external.source);
    const secondary::Table& table = **all;
    secondary::Table::Builder list;
    std::vector<secondary::Table::Column> columns;
    for (secondary::Table::Column column = 0; column < table.columnCount(); ++column)
        columns.push_back(list.column(table.columnName(column)));
    if (const auto listColumn = table.findColumn(kListColumn); listColumn != secondary::Table::kNoColumn) {
        for (const auto row : table.rowsWhere(listColumn, external.list)) {
            list.beginRow();
            for (secondary::Table::Column column = 0; column < table.columnCount(); ++column)
                list.set(columns[column], table.cell(row, column));
        }
    }
    std::shared_ptr<const secondary::Table> kept = list.take();
    m_instances.insert_or_assign(external.id, secondary::SecondaryInstance{kept, kept->rootNode()});
    return {};
}

} // namespace tashilgar::forms::engine
