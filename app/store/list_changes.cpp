#include "app/base/text.h"
#include "app/sqlite/database.h"
#include "app/store/entity_lists.h"
#include "app/store/list_head.h"
#include "app/store/pairs.h"

#include <map>

namespace tashilgar::store {
namespace {

/// Of a row's text, in the search index: enough for names and addresses, not for long remarks.
constexpr std::size_t kSearchedBytes = 512;

std::string searchTextOf(std::string_view key, const std::vector<std::string>& cells)
{
    std::string text(key);
    for (const std::string& cell : cells) {
        if (text.size() + cell.size() < kSearchedBytes)
            text += " " + cell;
    }
    return base::foldForSearch(text);
}

base::Result<void> removeRow(sqlite::Database& lists, std::int64_t list, std::string_view key)
{
    const auto id = lists.selectInteger("SELECT id FROM list_row WHERE list = ? AND key = ?", list, key);
    if (!id)
        return base::fail(id.error());
    if (!*id)
        return {};
    TASHILGAR_TRY(lists.run("DELETE FROM row_search WHERE rowid = ?", **id));
    return lists.run("DELETE FROM list_row WHERE id = ?", **id);
}

/// Puts rows into one list; the list grows by columns that it does not have.
class RowWriter {
public:
    RowWriter(sqlite::Database& lists, ListHead& head)
        : m_lists(lists)
        , m_head(head)
    {
        for (std::size_t i = 0; i < head.columns.size(); ++i)
            m_places.emplace(head.columns[i], i);
    }

    base::Result<void> put(const ListRow& row)
    {
        std::vector<std::string> cells(m_head.columns.size());
        for (const auto& [name, value] : row.values)
            place(name, cells) = value;
        if (row.version > 0)
            m_head.entity = true;
        const auto old
            = m_lists.selectInteger("SELECT id FROM list_row WHERE list = ? AND key = ?", m_head.id, row.key);
        if (!old)
            return base::fail(old.error());
        std::int64_t id = old->value_or(0);
        if (id != 0) {
            TASHILGAR_TRY(m_lists.run(
                "UPDATE list_row SET version = ?, cells = ? WHERE id = ?", row.version, packTexts(cells), id));
            TASHILGAR_TRY(m_lists.run("DELETE FROM row_search WHERE rowid = ?", id));
        } else {
            TASHILGAR_TRY(m_lists.run("INSERT INTO list_row (list, key, version, cells) VALUES (?, ?, ?, ?)", m_head.id,
                row.key, row.version, packTexts(cells)));
            id = m_lists.lastInsertRowId();
        }
        return m_lists.run("INSERT INTO row_search (rowid, folded) VALUES (?, ?)", id, searchTextOf(row.key, cells));
    }

    base::Result<void> saveHead()
    {
        return m_lists.run("UPDATE list SET columns = ?, entity = ? WHERE id = ?", packTexts(m_head.columns),
            m_head.entity, m_head.id);
    }

private:
    std::string& place(const std::string& column, std::vector<std::string>& cells)
    {
        const auto [found, added] = m_places.emplace(column, m_head.columns.size());
        if (added)
            m_head.columns.push_back(column);
        if (cells.size() < m_head.columns.size())
            cells.resize(m_head.columns.size());
        return cells[found->second];
    }

    sqlite::Database& m_lists;
    ListHead& m_head;
    std::map<std::string, std::size_t, std::less<>> m_places;
};

base::Result<void> removeList(sqlite::Database& lists, std::int64_t list)
{
    TASHILGAR_TRY(lists.run("DELETE FROM row_search WHERE rowid IN (SELECT id FROM list_row WHERE list = ?)", list));
    return lists.run("DELETE FROM list WHERE id = ?", list);
}

/// The rows that follow are of a new list; the one that is here stays as it is until finishArrivingLists().
base::Result<void> beginList(sqlite::Database& lists, const ListChange& change)
{
    const auto left = ListHead::arriving(lists, change.list);
    if (!left)
        return base::fail(left.error());
    if (*left)
        TASHILGAR_TRY(removeList(lists, (*left)->id));
    return lists.run("INSERT INTO list (arriving, columns) VALUES (?, ?)", change.list.value(), packTexts(change.columns));
}

base::Result<std::optional<ListHead>> readHead(sqlite::Database& lists, const char* query, const base::ListName& list)
{
    std::optional<ListHead> head;
    TASHILGAR_TRY(lists.select(
        query,
        [&](const sqlite::Statement& row) {
            head = ListHead{row.integer(0), unpackTexts(row.blob(1)), row.integer(2) != 0};
        },
        list.value()));
    return head;
}

} // namespace

base::Result<std::optional<ListHead>> ListHead::read(sqlite::Database& lists, const base::ListName& list)
{
    return readHead(lists, "SELECT id, columns, entity FROM list WHERE name = ?", list);
}

base::Result<std::optional<ListHead>> ListHead::arriving(sqlite::Database& lists, const base::ListName& list)
{
    return readHead(lists, "SELECT id, columns, entity FROM list WHERE arriving = ?", list);
}

base::Result<void> finishArrivingLists(sqlite::Database& lists)
{
    std::vector<base::ListName> names;
    TASHILGAR_TRY(lists.select("SELECT arriving FROM list WHERE arriving IS NOT NULL",
        [&](const sqlite::Statement& row) { names.emplace_back(row.text(0)); }));
    for (const base::ListName& name : names) {
        const auto old = ListHead::read(lists, name);
        if (!old)
            return base::fail(old.error());
        if (*old)
            TASHILGAR_TRY(removeList(lists, (*old)->id));
        TASHILGAR_TRY(lists.run("UPDATE list SET name = arriving, arriving = NULL WHERE arriving = ?", name.value()));
    }
    return {};
}

base::Result<void> applyListChange(sqlite::Database& lists, const ListChange& change)
{
    if (change.reset)
        TASHILGAR_TRY(beginList(lists, change));
    auto head = ListHead::arriving(lists, change.list);
    if (head && !*head)
        head = ListHead::read(lists, change.list);
    if (head && !*head) {
        TASHILGAR_TRY(beginList(lists, change));
        head = ListHead::arriving(lists, change.list);
    }
    if (!head)
        return base::fail(std::move(head).error());
    for (const std::string& key : change.remove)
        TASHILGAR_TRY(removeRow(lists, (*head)->id, key));
    RowWriter writer(lists, **head);
    for (const ListRow& row : change.upsert)
        TASHILGAR_TRY(writer.put(row));
    return writer.saveHead();
}

} // namespace tashilgar::store
