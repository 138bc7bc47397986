#include "app/sqlite/database.h"
#include "app/store/entity_lists.h"
#include "app/store/pairs.h"

#include <charconv>

namespace tashilgar::store {
namespace {

std::int64_t numberOf(std::string_view text)
{
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

} // namespace

// Spec: https://getodk.github.io/xforms-spec-entities/ (offline: versions are counted on within one branch)
base::Result<void> applyEntityWrite(sqlite::Database& records, const base::InstanceId& by, const EntityWrite& write)
{
    if (!write.create && !write.update)
        return {};
    ListValues properties;
    std::string label;
    std::string trunkVersion;
    std::string branchId;
    std::int64_t version = 0;
    bool created = false;
    TASHILGAR_TRY(records.select(
        "SELECT version, trunk_version, branch_id, created, label, properties FROM local_entity WHERE list = ? AND key "
        "= ?",
        [&](const sqlite::Statement& row) {
            version = row.integer(0);
            trunkVersion = row.text(1);
            branchId = row.text(2);
            created = row.integer(3) != 0;
            label = row.text(4);
            properties = unpackPairs(row.blob(5));
        },
        write.list.value(), write.id.value()));

    // create and update at once is an upsert: with a base version it changed what was there.
    const bool creates = write.create && write.baseVersion.empty();
    if (creates) {
        version = std::max<std::int64_t>(version, 1);
        created = true;
    } else {
        version = std::max(version, numberOf(write.baseVersion)) + 1;
    }
    if (!write.branchId.empty() && write.branchId != branchId) {
        branchId = write.branchId;
        trunkVersion = write.trunkVersion;
    }
    if (!write.label.empty())
        label = write.label;
    for (const auto& [name, value] : write.properties) {
        const auto same = [&](const auto& pair) { return pair.first == name; };
        if (const auto found = std::find_if(properties.begin(), properties.end(), same); found != properties.end())
            found->second = value;
        else
            properties.emplace_back(name, value);
    }
    return records.run("INSERT OR REPLACE INTO local_entity (list, key, version, trunk_version, branch_id, created, "
                       "label, properties, "
                       "changed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        write.list.value(), write.id.value(), version, trunkVersion, branchId, created, label, packPairs(properties),
        by.value());
}

} // namespace tashilgar::store
