#include "app/base/zones.h"
#include "sync/hub/main/command_world.h"
#include "sync/hub/main/commands.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <iostream>

namespace tashilgar::hub {
namespace {

namespace json = boost::json;

constexpr std::size_t kPage = 500;

/// One line for each record: what it is and whether all of it is here; no answers.
base::Result<void> print(HubData& data, bool asJson)
{
    json::array all;
    for (std::int64_t after = 0;;) {
        std::vector<storage::Record> page;
        std::vector<std::vector<std::string>> missing;
        const auto looked = data.storage->read([&](storage::Reader& reader) -> base::Result<void> {
            auto records = reader.records(base::FormId(), after, kPage, false, storage::Reader::Versions::All);
            if (!records)
                return base::fail(records.error());
            for (const storage::Record& record : *records) {
                auto blobs = reader.missingBlobs(record.blobs);
                if (!blobs)
                    return base::fail(blobs.error());
                missing.push_back(std::move(*blobs));
            }
            page = std::move(*records);
            return {};
        });
        if (!looked)
            return looked;
        if (page.empty())
            break;
        after = page.back().number;
        for (std::size_t i = 0; i < page.size(); ++i) {
            const storage::Record& record = page[i];
            const std::string_view state = missing[i].empty() ? "complete" : "waiting";
            if (!asJson) {
                std::cout << fmt::format("{} {} {} {} {}{}\n", record.instance.value(), record.form.form.value(), record.form.version,
                    record.sha256, state, record.encrypted ? " encrypted" : "");
                continue;
            }
            json::array blobs;
            json::array missingFiles;
            for (const storage::BlobRef& blob : record.blobs) {
                blobs.push_back(json::object{{"name", blob.name}, {"sha256", blob.sha256}, {"size", blob.size}});
                if (std::ranges::find(missing[i], blob.sha256) != missing[i].end())
                    missingFiles.push_back(json::value(blob.name));
            }
            std::erase(missing[i], std::string()); // named, and its hash not known yet
            all.push_back(json::object{{"instanceId", record.instance.value()}, {"formId", record.form.form.value()},
                {"formVersion", record.form.version}, {"sha256", record.sha256}, {"deviceId", record.device.value()},
                {"replaces", record.replaces.value()}, {"state", state}, {"encrypted", record.encrypted}, {"receivedAt", base::toIsoUtc(record.receivedAt)}, {"blobs", std::move(blobs)},
                {"missingBlobs", json::array(missing[i].begin(), missing[i].end())}, {"missingFiles", std::move(missingFiles)}});
        }
    }
    if (!asJson)
        return {};
    std::vector<storage::EntityRefusal> refusals;
    const auto looked = data.storage->read([&](storage::Reader& reader) -> base::Result<void> {
        auto found = reader.entityRefusals();
        if (!found)
            return base::fail(found.error());
        refusals = std::move(*found);
        return {};
    });
    if (!looked)
        return looked;
    json::array refused;
    for (const storage::EntityRefusal& refusal : refusals)
        refused.push_back(json::object{{"instanceId", refusal.instance.value()}, {"list", refusal.list.value()},
            {"key", refusal.key}, {"code", refusal.code}, {"sentence", refusal.sentence}});
    std::cout << json::serialize(json::object{{"records", std::move(all)}, {"entityRefusals", std::move(refused)}}) << '\n';
    return {};
}

} // namespace

void addRecords(CLI::App& app, int& status)
{
    struct Asked {
        std::filesystem::path data;
        bool json = false;
    };
    const auto asked = std::make_shared<Asked>();
    CLI::App* command = app.add_subcommand("records", "List the records that are here, without their answers");
    addDataOption(*command, asked->data);
    command->add_flag("--json", asked->json, "As JSON, with the entity changes that could not be made");
    command->callback([asked, &status] {
        const auto data = openHub(asked->data);
        if (!data) {
            status = sayWhyNot(data.error());
            return;
        }
        if (const auto printed = print(**data, asked->json); !printed)
            status = sayWhyNot(printed.error());
    });
}

} // namespace tashilgar::hub
