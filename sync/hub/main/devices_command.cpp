#include "app/base/zones.h"
#include "sync/hub/domain/enrolment.h"
#include "sync/hub/main/command_world.h"
#include "sync/hub/main/commands.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/format.h>

#include <iostream>

namespace tashilgar::hub {
namespace {

namespace json = boost::json;

base::Result<void> print(HubData& data, bool asJson)
{
    std::vector<storage::Device> devices;
    TASHILGAR_TRY(data.storage->read([&](storage::Reader& reader) -> base::Result<void> {
        auto found = reader.devices();
        if (!found)
            return base::fail(found.error());
        devices = std::move(*found);
        return {};
    }));
    json::array all;
    for (const storage::Device& device : devices) {
        if (device.kind != storage::DeviceKind::Tablet)
            continue; // app-user list
        const std::string enrolled = base::toIsoUtc(device.enrolledAt);
        const std::string revoked = device.revokedAt ? base::toIsoUtc(*device.revokedAt) : std::string();
        if (!asJson) {
            std::cout << fmt::format("{} {} {} {} {}\n", device.id.value(), device.username, enrolled,
                revoked.empty() ? "in use" : "signed off " + revoked, device.name);
            continue;
        }
        all.push_back(json::object{{"deviceId", device.id.value()}, {"username", device.username}, {"name", device.name},
            {"enrolledAt", enrolled}, {"revokedAt", revoked.empty() ? json::value() : json::value(revoked)}});
    }
    if (asJson)
        std::cout << json::serialize(all) << '\n';
    return {};
}

base::Result<void> revoke(HubData& data, const std::string& device, const std::string& username)
{
    const base::Instant now = data.world.clock.now();
    std::size_t count = 1;
    TASHILGAR_TRY(data.storage->writeNow([&](storage::Writer& writer) -> base::Result<void> {
        if (!device.empty())
            return domain::signOff(writer, base::DeviceId(device), now);
        const auto all = domain::signOffAllOf(writer, username, now);
        if (!all)
            return base::fail(all.error());
        count = *all;
        return {};
    }));
    std::cout << fmt::format("signed off {} {}\n", count, count == 1 ? "tablet" : "tablets");
    return {};
}

} // namespace

void addDevices(CLI::App& app, int& status)
{
    struct Asked {
        std::filesystem::path data;
        bool json = false;
    };
    const auto asked = std::make_shared<Asked>();
    CLI::App* command = app.add_subcommand("devices", "List the tablets that were enrolled, and who holds them");
    addDataOption(*command, asked->data);
    command->add_flag("--json", asked->json, "As JSON");
    command->callback([asked, &status] {
        const auto data = openHub(asked->data);
        const base::Result<void> printed = data ? print(**data, asked->json) : base::fail(data.error());
        if (!printed)
            status = sayWhyNot(printed.error());
    });
}

void addRevoke(CLI::App& app, int& status)
{
    struct Asked {
        std::filesystem::path data;
        std::string device;
        std::string username;
    };
    const auto asked = std::make_shared<Asked>();
    CLI::App* command = app.add_subcommand("revoke", "Sign off a tablet that was lost or given back; what it sent stays");
    addDataOption(*command, asked->data);
    CLI::Option_group* which = command->add_option_group("which");
    which->add_option("--device", asked->device, "One tablet, by its id in the list of devices");
    which->add_option("--username", asked->username, "All tablets of a person, and the invitations they have not used");
    which->require_option(1);
    command->callback([asked, &status] {
        const auto data = openHub(asked->data);
        const base::Result<void> done = data ? revoke(**data, asked->device, asked->username) : base::fail(data.error());
        if (!done)
            status = sayWhyNot(done.error());
    });
}

} // namespace tashilgar::hub
