#include "app/store/entity_lists.h"

#include "app/base/hash.h"
#include "app/base/text.h"
#include "app/sqlite/database.h"
#include "app/sqlite/snapshot.h"
#include "app/store/list_head.h"
#include "app/store/pairs.h"
#include "app/store/search_words.h"

#include <fmt/format.h>

namespace tashilgar::store {
namespace {

constexpr std::string_view kName = "name";
constexpr std::string_view kLabel = "label";
constexpr std::string_view kVersion = "__version";
constexpr std::string_view kTrunkVersion = "__trunkVersion";
constexpr std::string_view kBranchId = "__branchId";
void appendCell(std::string& csv, std::string_view cell)
{
    if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
        csv += cell;
        return;
    }
    csv += '"';
    for (const char c : cell) {
        if (c == '"')
            csv += '"';
        csv += c;
    }
    csv += '"';
}

bool isVersionColumn(std::string_view column)
{
    return column == kVersion || column == kTrunkVersion || column == kBranchId;
}

std::string* valueOf(ListValues& values, std::string_view column)
{
    for (auto& [name, value] : values) {
        if (name == column)
            return &value;
    }
    return nullptr;
}

} // namespace

/// A change of this tablet that lies over the hub's row.
struct EntityLists::Local {
    std::int64_t version = 0;
    std::string trunkVersion;
    std::string branchId;
    bool created = false;
    std::string label;
    ListValues properties;

    /// Lays this over \p row. Does nothing when the hub has reached this version, or when the hub has taken a row away
    /// that was not created here.
    void layOver(SeenRow& row) const
    {
        if (row.version >= version)
            return;
        row.version = version;
        row.trunkVersion = trunkVersion;
        row.branchId = branchId;
        row.local = true;
        const auto set = [&](std::string_view name, const std::string& value) {
            if (std::string* old = valueOf(row.values, name))
                *old = value;
            else
                row.values.emplace_back(name, value);
        };
        if (!label.empty())
            set(kLabel, label);
        for (const auto& [name, value] : properties)
            set(name, value);
    }
};

EntityLists::EntityLists(sqlite::Database& lists, sqlite::Database& records, std::string branchSalt)
    : m_lists(&lists)
    , m_records(&records)
    , m_branchSalt(std::move(branchSalt))
{
}

base::Result<std::vector<base::ListName>> EntityLists::names()
{
    std::vector<base::ListName> names;
    TASHILGAR_TRY(m_lists->select(
        "SELECT name FROM list WHERE name IS NOT NULL ORDER BY name", [&](const sqlite::Statement& row) { names.emplace_back(row.text(0)); }));
    TASHILGAR_TRY(m_records->select("SELECT DISTINCT list FROM local_entity", [&](const sqlite::Statement& row) {
        const base::ListName name(row.text(0));
        if (std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(name);
    }));
    std::sort(names.begin(), names.end());
    return names;
}

base::Result<bool> EntityLists::has(const base::ListName& list)
{
    auto all = names();
    if (!all)
        return base::fail(std::move(all).error());
    return std::find(all->begin(), all->end(), list) != all->end();
}

base::Result<std::map<std::string, EntityLists::Local>> EntityLists::locals(const base::ListName& list)
{
    std::map<std::string, Local> found;
    TASHILGAR_TRY(m_records->select(
        "SELECT key, version, trunk_version, branch_id, created, label, properties FROM local_entity WHERE list = ?",
        [&](const sqlite::Statement& row) {
            found[row.text(0)] = Local{
                row.integer(1), row.text(2), row.text(3), row.integer(4) != 0, row.text(5), unpackPairs(row.blob(6))};
        },
        list.value()));
    return found;
}

base::Result<std::uint64_t> EntityLists::count(const base::ListName& list)
{
    const auto reading = sqlite::Snapshot::begin(*m_lists);
    if (!reading)
        return base::fail(reading.error());
    const auto rows = m_lists->selectInteger(
        "SELECT count(*) FROM list_row WHERE list = (SELECT id FROM list WHERE name = ?)", list.value());
    if (!rows)
        return base::fail(rows.error());
    auto over = locals(list);
    if (!over)
        return base::fail(std::move(over).error());
    std::uint64_t all = static_cast<std::uint64_t>(rows->value_or(0));
    for (const auto& [key, local] : *over) {
        const auto hub = m_lists->selectInteger(
            "SELECT 1 FROM list_row WHERE list = (SELECT id FROM list WHERE name = ?) AND key = ?", list.value(), key);
        if (!hub)
            return base::fail(hub.error());
        all += local.created && !*hub ? 1 : 0;
    }
    return all;
}

// The first offline change of an entity begins a branch. Its id follows from the trunk, so that two reads of the list
// give the same one, and two tablets different ones.
std::string EntityLists::branchOf(const base::ListName& list, std::string_view key, std::int64_t version) const
{
    std::string hex
        = base::Sha256::hexOf(base::bytesOf(fmt::format("{}\n{}\n{}\n{}", m_branchSalt, list.value(), key, version)));
    hex[12] = '8'; // RFC 9562: version 8, made by the application
    hex[16] = 'a';
    return fmt::format(
        "{}-{}-{}-{}-{}", hex.substr(0, 8), hex.substr(8, 4), hex.substr(12, 4), hex.substr(16, 4), hex.substr(20, 12));
}

base::Result<std::string> EntityLists::csv(const base::ListName& list)
{
    const auto reading = sqlite::Snapshot::begin(*m_lists);
    if (!reading)
        return base::fail(reading.error());
    auto head = ListHead::read(*m_lists, list);
    if (!head)
        return base::fail(std::move(head).error());
    auto over = locals(list);
    if (!over)
        return base::fail(std::move(over).error());
    if (!*head && over->empty())
        return base::fail(base::kNotFound, "there is no such list on the tablet", list.value());

    const bool entity = !over->empty() || (*head && (*head)->entity);
    std::vector<std::string> columns = *head ? (*head)->columns : std::vector<std::string>();
    const std::size_t hubColumns = columns.size();
    const auto need = [&](std::string_view column) {
        if (std::find(columns.begin(), columns.end(), column) == columns.end())
            columns.emplace_back(column);
    };
    if (entity) {
        need(kName);
        need(kLabel);
        for (const auto& [key, local] : *over) {
            for (const auto& [name, value] : local.properties)
                need(name);
        }
        need(kVersion);
        need(kTrunkVersion);
        need(kBranchId);
    }

    std::string csv;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        csv += i == 0 ? "" : ",";
        appendCell(csv, columns[i]);
    }
    csv += '\n';
    std::vector<std::string> cells;
    const auto write = [&](SeenRow&& row, std::vector<std::string>&& plain) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            csv += i == 0 ? "" : ",";
            const std::string& column = columns[i];
            if (entity && column == kName)
                appendCell(csv, row.key);
            else if (entity && isVersionColumn(column))
                appendCell(csv,
                    column == kVersion            ? std::to_string(row.version)
                        : column == kTrunkVersion ? row.trunkVersion
                                                  : row.branchId);
            else if (const std::string* value = row.local ? valueOf(row.values, column) : nullptr)
                appendCell(csv, *value);
            else if (i < plain.size())
                appendCell(csv, plain[i]);
        }
        csv += '\n';
    };
    std::map<std::string, Local> created = *over;
    if (*head) {
        TASHILGAR_TRY(m_lists->select(
            "SELECT key, version, cells FROM list_row WHERE list = ? ORDER BY id",
            [&](const sqlite::Statement& found) {
                SeenRow row;
                row.key = found.text(0);
                row.version = found.integer(1);
                if (entity) {
                    row.trunkVersion = std::to_string(row.version);
                    if (const auto local = over->find(row.key); local != over->end())
                        local->second.layOver(row);
                    if (row.branchId.empty())
                        row.branchId = branchOf(list, row.key, row.version);
                    created.erase(row.key);
                }
                cells = unpackTexts(found.blob(2));
                cells.resize(hubColumns);
                write(std::move(row), std::move(cells));
            },
            (*head)->id));
    }
    for (const auto& [key, local] : created) {
        if (!local.created)
            continue;
        SeenRow row;
        row.key = key;
        local.layOver(row);
        write(std::move(row), {});
    }
    return csv;
}

base::Result<SeenRow> EntityLists::row(const base::ListName& list, std::string_view key)
{
    const auto reading = sqlite::Snapshot::begin(*m_lists);
    if (!reading)
        return base::fail(reading.error());
    auto head = ListHead::read(*m_lists, list);
    if (!head)
        return base::fail(std::move(head).error());
    std::optional<SeenRow> seen;
    if (*head) {
        TASHILGAR_TRY(m_lists->select(
            "SELECT version, cells FROM list_row WHERE list = ? AND key = ?",
            [&](const sqlite::Statement& found) {
                seen.emplace();
                seen->version = found.integer(0);
                std::vector<std::string> cells = unpackTexts(found.blob(1));
                cells.resize((*head)->columns.size());
                for (std::size_t i = 0; i < cells.size(); ++i)
                    seen->values.emplace_back((*head)->columns[i], std::move(cells[i]));
            },
            (*head)->id, key));
    }
    auto over = locals(list);
    if (!over)
        return base::fail(std::move(over).error());
    const auto local = over->find(std::string(key));
    if (!seen && (local == over->end() || !local->second.created))
        return base::fail(base::kNotFound, "there is no such row", list.value());
    if (!seen)
        seen.emplace();
    seen->key = key;
    if (seen->version > 0)
        seen->trunkVersion = std::to_string(seen->version);
    if (local != over->end())
        local->second.layOver(*seen);
    if (seen->version > 0 && seen->branchId.empty())
        seen->branchId = branchOf(list, key, seen->version);
    return std::move(*seen);
}

base::Result<std::vector<SeenRow>> EntityLists::search(
    const base::ListName& list, std::string_view words, std::uint32_t limit)
{
    const auto reading = sqlite::Snapshot::begin(*m_lists);
    if (!reading)
        return base::fail(reading.error());
    const std::string folded = base::foldForSearch(words);
    const std::vector<std::string_view> wanted = base::splitWords(folded);
    std::vector<std::string> keys;
    if (!wanted.empty()) {
        TASHILGAR_TRY(m_lists->select(
            "SELECT r.key FROM row_search AS s JOIN list_row AS r ON r.id = s.rowid "
            "WHERE s.row_search MATCH ? AND r.list = (SELECT id FROM list WHERE name = ?) "
            "ORDER BY r.id LIMIT ?",
            [&](const sqlite::Statement& row) { keys.push_back(row.text(0)); }, searchQuery(words), list.value(), limit));
    } else {
        TASHILGAR_TRY(m_lists->select(
            "SELECT key FROM list_row WHERE list = (SELECT id FROM list WHERE name = ?) ORDER BY id LIMIT ?",
            [&](const sqlite::Statement& row) { keys.push_back(row.text(0)); }, list.value(), limit));
    }
    // The tablet's own rows are few and in no index: each is looked at.
    auto over = locals(list);
    if (!over)
        return base::fail(std::move(over).error());
    for (const auto& [key, local] : *over) {
        std::string text = key + " " + local.label;
        for (const auto& [name, value] : local.properties)
            text += " " + value;
        const std::string haystack = " " + base::foldForSearch(text);
        const bool all = std::all_of(wanted.begin(), wanted.end(),
            [&](std::string_view word) { return haystack.find(" " + std::string(word)) != std::string::npos; });
        if (all && std::find(keys.begin(), keys.end(), key) == keys.end())
            keys.push_back(key);
    }
    std::vector<SeenRow> rows;
    for (const std::string& key : keys) {
        if (rows.size() == limit)
            break;
        auto found = row(list, key);
        if (found)
            rows.push_back(std::move(*found));
        else if (found.error().code != base::kNotFound)
            return base::fail(std::move(found).error());
    }
    return rows;
}

base::Result<void> EntityLists::forgetReached()
{
    struct Key {
        std::string list;
        std::string key;
        std::int64_t version;
    };
    std::vector<Key> keys;
    TASHILGAR_TRY(m_records->select("SELECT list, key, version FROM local_entity", [&](const sqlite::Statement& row) {
        keys.push_back({row.text(0), row.text(1), row.integer(2)});
    }));
    if (keys.empty())
        return {};
    // `lists` is Synchronous::Normal: only what a checkpoint has synced is there to stay.
    TASHILGAR_TRY(m_lists->checkpoint());
    for (const Key& key : keys) {
        const auto hub = m_lists->selectInteger(
            "SELECT version FROM list_row WHERE list = (SELECT id FROM list WHERE name = ?) AND key = ?", key.list,
            key.key);
        if (!hub)
            return base::fail(hub.error());
        if (hub->value_or(0) >= key.version) {
            TASHILGAR_TRY(m_records->run(
                "DELETE FROM local_entity WHERE list = ? AND key = ? AND version <= ?", key.list, key.key, **hub));
        }
    }
    return {};
}

} // namespace tashilgar::store
