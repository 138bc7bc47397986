#include "app/base/zones.h"
#include "app/cli/commands.h"
#include "app/cli/sync_common.h"

namespace tashilgar::cli {
namespace {

std::string_view nameOf(store::SubmissionState state)
{
    switch (state) {
    case store::SubmissionState::Waiting: return "waiting";
    case store::SubmissionState::Partial: return "partial";
    case store::SubmissionState::Safe: return "safe";
    case store::SubmissionState::Refused: return "refused";
    }
    return "";
}

int list(const HeadlessTablet::Place& place)
{
    constexpr std::uint32_t kAll = 1'000'000;
    const auto tablet = HeadlessTablet::open(place);
    if (!tablet)
        return failWith(tablet.error());
    const auto records = (*tablet)->store->submissions().list(kAll);
    if (!records)
        return failWith(records.error());
    for (const store::SubmissionSummary& record : *records) {
        boost::json::object line{{"instanceId", record.id.value()}, {"form", record.form.form.value()},
            {"version", record.form.version}, {"name", record.name}, {"madeAt", base::toIsoUtc(record.madeAt)},
            {"sha256", record.sha256}, {"state", nameOf(record.state)}, {"files", record.files},
            {"filesWaiting", record.filesWaiting}};
        if (!record.reasonCode.empty())
            line["reason"] = {{"code", record.reasonCode}, {"sentence", record.reason}};
        if (record.receipt)
            line["receipt"] = {{"signed", record.receipt->isSigned()}, {"from", record.receipt->hubName}, {"number", record.receipt->number()}, {"hubTime", base::toIsoUtc(record.receipt->hubTime)}};
        printLine(line);
    }
    return 0;
}

} // namespace

void addSyncList(CLI::App& sync, int& status)
{
    const auto place = std::make_shared<HeadlessTablet::Place>();
    CLI::App& command = *sync.add_subcommand("list", "Finalised records, newest first, and whether the hub has them");
    addPlace(command, *place);
    command.callback([place, &status] { status = list(*place); });
}

} // namespace tashilgar::cli
