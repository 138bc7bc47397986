#include "sync/hub/domain/data_bank.h"

#include <algorithm>
#include <charconv>

namespace tashilgar::hub::domain {
namespace {

using storage::List;
using storage::Row;
using storage::RowStep;
using storage::Writer;

// What one row may weigh: far above any form's, and small enough for a page of changes.
constexpr std::size_t kMaxRow = 256 * 1024;
constexpr std::size_t kMaxKey = 200;
// Columns a list may grow to by what forms save.
constexpr std::size_t kMaxColumns = 500;

struct Refusal {
    std::string_view code;
    std::string sentence;
};

std::map<std::string, std::string> wantedValues(const forms::EntityChange& change)
{
    std::map<std::string, std::string> values;
    for (const auto& [name, value] : change.properties) {
        // Names that begin with __ are the protocol's own, and `name` is the key.
        if (!name.empty() && !name.starts_with("__") && name != "name")
            values[name] = value;
    }
    if (!change.label.empty())
        values["label"] = change.label;
    return values;
}

std::size_t sizeOf(const std::map<std::string, std::string>& values)
{
    std::size_t size = 0;
    for (const auto& [name, value] : values)
        size += name.size() + value.size() + 8;
    return size;
}

std::int64_t versionOf(std::string_view text, std::int64_t otherwise)
{
    std::int64_t version = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), version);
    return error == std::errc() && end == text.data() + text.size() ? version : otherwise;
}

std::string valueAt(const Row& row, const std::string& column)
{
    const auto found = row.values.find(column);
    return found == row.values.end() ? std::string() : found->second;
}

void setValue(Row& row, const std::string& column, const std::string& value)
{
    if (value.empty())
        row.values.erase(column);
    else
        row.values[column] = value;
}

/// The last version of the row that the tablet had from the hub. In a chain of offline changes (a branch) baseVersion counts
/// on the tablet; what the hub had is trunkVersion, and nothing where the chain began with the entity itself, its version 1.
/// Spec: https://getodk.github.io/xforms-spec-entities/
std::int64_t knownVersion(const forms::EntityChange& change, std::int64_t present)
{
    return change.branchId.empty() ? versionOf(change.baseVersion, present) : versionOf(change.trunkVersion, 1);
}

/// The last step after the row that the tablet knew which changed this column.
const RowStep* laterStep(const std::vector<RowStep>& steps, const std::string& column)
{
    const auto found
        = std::find_if(steps.rbegin(), steps.rend(), [&](const RowStep& step) { return step.changes.contains(column); });
    return found == steps.rend() ? nullptr : &*found;
}

base::Result<void> addColumns(Writer& writer, const List& list, const std::map<std::string, std::string>& values)
{
    std::vector<std::string> columns = list.columns;
    for (const auto& [name, value] : values) {
        if (std::ranges::find(columns, name) == columns.end() && columns.size() < kMaxColumns)
            columns.push_back(name);
    }
    return columns.size() == list.columns.size() ? base::Result<void>() : writer.setColumns(list.name, columns);
}

base::Result<std::optional<Refusal>> tryToApply(
    Writer& writer, const Caller& caller, const storage::Record& record, const forms::EntityChange& change)
{
    const base::ListName name(change.list);
    const auto list = writer.list(name);
    if (!list)
        return base::fail(list.error());
    if (!*list || !(*list)->entities)
        return Refusal{entity_refusal::kListUnknown, "this hub has no such entity list"};
    if (change.id.empty() || change.id.size() > kMaxKey)
        return Refusal{entity_refusal::kIdMissing, "the change names no entity"};
    const auto present = writer.row(name, change.id);
    if (!present)
        return base::fail(present.error());
    const bool creates = change.create && !(*present && change.update);
    if (creates && *present)
        return Refusal{entity_refusal::kEntityExists, "an entity of this id is there already"};
    if (!creates && !*present)
        return Refusal{entity_refusal::kEntityUnknown, "there is no entity of this id to update"};

    const std::map<std::string, std::string> wanted = wantedValues(change);
    Row row = present->value_or(Row{});
    row.key = change.id;
    RowStep step{creates ? 1 : row.version + 1, record.instance, record.username, record.madeAt, record.receivedAt, {},
        change.branchId.substr(0, kMaxKey)};
    std::vector<storage::Conflict> conflicts;
    std::vector<RowStep> since;
    if (!creates) {
        auto later = writer.stepsAfter(name, change.id, knownVersion(change, row.version));
        if (!later)
            return base::fail(later.error());
        since = std::move(*later);
    }
    for (const auto& [column, value] : wanted) {
        const std::string before = valueAt(row, column);
        if (before == value)
            continue;
        // Where the last one to change it was a step of the same branch, the tablet changes what it wrote itself.
        if (const RowStep* other = laterStep(since, column); other && (step.branch.empty() || other->branch != step.branch)) {
            const bool offeredIsNewer = record.madeAt >= other->madeAt;
            conflicts.push_back({column, before, value, offeredIsNewer ? value : before});
            if (!offeredIsNewer)
                continue;
        }
        step.changes[column] = {before, value};
        setValue(row, column, value);
    }
    row.version = step.version;
    const std::string scope = (*list)->scopeColumn.empty() ? std::string() : valueAt(row, (*list)->scopeColumn);
    if (!caller.sees(row.neighbourhood) || !caller.sees(scope))
        return Refusal{entity_refusal::kOutOfArea, "the entity lies outside the neighbourhoods of this tablet's office"};
    row.neighbourhood = scope;
    if (sizeOf(row.values) > kMaxRow)
        return Refusal{entity_refusal::kTooLarge, "the entity would become too large"};

    TASHILGAR_TRY(addColumns(writer, **list, wanted));
    TASHILGAR_TRY(writer.putRow(name, row));
    TASHILGAR_TRY(writer.addStep(name, row.key, step));
    for (const storage::Conflict& conflict : conflicts)
        TASHILGAR_TRY(writer.addConflict(name, row.key, record.instance, conflict));
    return std::optional<Refusal>();
}

} // namespace

base::Result<void> applyEntityChange(
    storage::Writer& writer, const Caller& caller, const storage::Record& record, const forms::EntityChange& change)
{
    if (!change.create && !change.update)
        return {};
    const auto refusal = tryToApply(writer, caller, record, change);
    if (!refusal)
        return base::fail(refusal.error());
    if (!*refusal)
        return {};
    return writer.addEntityRefusal({record.instance, base::ListName(change.list), change.id.substr(0, kMaxKey),
        std::string((*refusal)->code), (*refusal)->sentence});
}

} // namespace tashilgar::hub::domain
