#include "sync/hub/exports/summary.h"

#include "sync/hub/exports/row_texts.h"

#include <boost/json.hpp>

#include <algorithm>

namespace tashilgar::hub::exports {
namespace {

namespace boostJson = boost::json;

NeighbourhoodSummary& at(Summary& summary, const std::string& code)
{
    const auto found = std::ranges::find(summary.neighbourhoods, code, &NeighbourhoodSummary::code);
    if (found != summary.neighbourhoods.end())
        return *found;
    return summary.neighbourhoods.emplace_back(NeighbourhoodSummary{code, code, {}, 0, 0, {}});
}

std::string counts(const std::map<std::string, std::size_t>& byName)
{
    std::string text;
    std::size_t all = 0;
    for (const auto& [name, count] : byName) {
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", name.empty() ? "-" : name, count);
        all += count;
    }
    return byName.empty() ? "0" : fmt::format("{} ({})", all, text);
}

boostJson::object toJson(const std::map<std::string, std::size_t>& byName)
{
    boostJson::object object;
    for (const auto& [name, count] : byName)
        object[name] = count;
    return object;
}

} // namespace

std::string Summary::text() const
{
    std::string text = fmt::format("{} records\n", records);
    for (const NeighbourhoodSummary& one : neighbourhoods)
        text += fmt::format("{} {}\n  households: {}\n  capacities: {}\n  obstacles: {}\n  open issues: {}\n", one.code, one.label,
            counts(one.households), one.capacities, one.obstacles, counts(one.openIssues));
    return text;
}

std::string Summary::json() const
{
    boostJson::array all;
    for (const NeighbourhoodSummary& one : neighbourhoods)
        all.push_back(boostJson::object{{"code", one.code}, {"label", one.label}, {"households", toJson(one.households)},
            {"capacities", one.capacities}, {"obstacles", one.obstacles}, {"openIssues", toJson(one.openIssues)}});
    boostJson::object labels;
    for (const auto& [body, label] : bodyLabels)
        labels[body] = label;
    return boostJson::serialize(
               boostJson::object{{"records", records}, {"neighbourhoods", std::move(all)}, {"bodies", std::move(labels)}})
        + "\n";
}

base::Result<Summary> summarise(storage::Reader& reader)
{
    Summary summary;
    TASHILGAR_TRY(eachRow(reader, "neighbourhoods",
        [&](const storage::Row& row) { at(summary, row.key).label = valueOf(row, "label"); }));
    TASHILGAR_TRY(eachRow(reader, "households",
        [&](const storage::Row& row) { ++at(summary, row.neighbourhood).households[valueOf(row, "status")]; }));
    TASHILGAR_TRY(eachRow(reader, "assets", [&](const storage::Row& row) {
        NeighbourhoodSummary& one = at(summary, row.neighbourhood);
        ++(valueOf(row, "side") == "obstacle" ? one.obstacles : one.capacities);
    }));
    TASHILGAR_TRY(eachRow(reader, "issues", [&](const storage::Row& row) {
        if (isOpenIssue(valueOf(row, "status")))
            ++at(summary, row.neighbourhood).openIssues[valueOf(row, "body")];
    }));
    auto labels = labelsOf(reader, "bodies");
    if (!labels)
        return base::fail(labels.error());
    summary.bodyLabels = std::move(*labels);
    const auto records = reader.recordCount();
    if (!records)
        return base::fail(records.error());
    summary.records = *records;
    return summary;
}

} // namespace tashilgar::hub::exports
