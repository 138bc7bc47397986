#include "sync/client/openrosa/entity_table.h"

#include "app/base/csv.h"

#include <algorithm>
#include <charconv>

namespace tashilgar::client::openrosa {

base::Result<std::vector<protocol::Change>> changesOfTable(const base::ListName& list, std::string_view csv)
{
    const auto rows = base::readCsv(csv);
    if (!rows)
        return base::fail(rows.error());
    if (rows->empty())
        return base::fail(base::kMalformed, "the list has no line of columns", list.value());
    const base::CsvRow& head = rows->front();
    const auto key = std::ranges::find(head, "name");
    if (key == head.end())
        return base::fail(base::kMalformed, "the list has no column `name`", list.value());

    protocol::ListReset reset{list, {}, true};
    std::ranges::copy_if(head, std::back_inserter(reset.columns), [](const std::string& column) { return !column.starts_with("__"); });
    protocol::ListRows filled{list, {}, {}};
    for (std::size_t i = 1; i < rows->size(); ++i) {
        const base::CsvRow& cells = (*rows)[i];
        protocol::ListRow row;
        for (std::size_t column = 0; column < std::min(head.size(), cells.size()); ++column) {
            const std::string& name = head[column];
            const std::string& cell = cells[column];
            if (name == "name")
                row.key = cell;
            else if (name == "__version")
                std::from_chars(cell.data(), cell.data() + cell.size(), row.version);
            else if (!name.starts_with("__") && !cell.empty())
                row.values.emplace(name, cell);
        }
        if (!row.key.empty())
            filled.upsert.push_back(std::move(row));
    }
    std::vector<protocol::Change> changes{std::move(reset)};
    if (!filled.upsert.empty())
        changes.push_back(std::move(filled));
    return changes;
}

} // namespace tashilgar::client::openrosa
