#include "app/base/zones.h"
#include "sync/hub/domain/app_users.h"
#include "sync/hub/main/collect_settings.h"
#include "sync/hub/main/command_world.h"
#include "sync/hub/main/commands.h"
#include "sync/hub/main/qr_code.h"
#include "sync/hub/main/serving_address.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/format.h>

#include <iostream>

namespace tashilgar::hub {
namespace {

namespace json = boost::json;

struct Asked {
    std::filesystem::path data;
    std::string username;
    std::string name;
    std::string url;
    std::filesystem::path png;
    std::string id;
    bool json = false;
};

base::Result<void> add(HubData& data, const Asked& asked)
{
    auto url = asked.url.empty() ? readServingUrl(data) : checkedUrl(asked.url);
    if (!url)
        return base::fail(url.error());
    domain::NewAppUser made;
    std::string project;
    TASHILGAR_TRY(data.storage->writeNow([&](storage::Writer& writer) -> base::Result<void> {
        const std::string_view name = asked.name.empty() ? std::string_view(asked.username) : std::string_view(asked.name);
        auto added = domain::addAppUser(writer, asked.username, name, data.world.clock.now(), data.world.random);
        const auto programme = writer.programme();
        if (!added || !programme)
            return base::fail(added ? programme.error() : added.error());
        made = std::move(*added);
        project = programme->name;
        return {};
    }));
    const std::string address = fmt::format("{}/v1/key/{}/projects/1", *url, made.token);
    const auto settings = collectSettings(address, project);
    if (!settings)
        return base::fail(settings.error());
    if (!asked.png.empty())
        TASHILGAR_TRY(writeQrCode(*settings, asked.png));
    // Said this once: the hub keeps no more of the token than its hash.
    std::cout << "app-user " << made.id.value() << '\n' << "url " << address << '\n' << "settings " << *settings << '\n';
    return {};
}

base::Result<void> list(HubData& data, const Asked& asked)
{
    std::vector<storage::Device> users;
    TASHILGAR_TRY(data.storage->read([&](storage::Reader& reader) -> base::Result<void> {
        auto found = domain::appUsers(reader);
        if (!found)
            return base::fail(found.error());
        users = std::move(*found);
        return {};
    }));
    json::array all;
    for (const storage::Device& user : users) {
        const std::string made = base::toIsoUtc(user.enrolledAt);
        const std::string revoked = user.revokedAt ? base::toIsoUtc(*user.revokedAt) : std::string();
        if (!asked.json)
            std::cout << fmt::format("{} {} {} {} {}\n", user.id.value(), user.username, made,
                revoked.empty() ? "in use" : "revoked " + revoked, user.name);
        all.push_back(json::object{{"id", user.id.value()}, {"username", user.username}, {"name", user.name}, {"madeAt", made},
            {"revokedAt", revoked.empty() ? json::value() : json::value(revoked)}});
    }
    if (asked.json)
        std::cout << json::serialize(all) << '\n';
    return {};
}

base::Result<void> revoke(HubData& data, const Asked& asked)
{
    TASHILGAR_TRY(data.storage->writeNow([&](storage::Writer& writer) -> base::Result<void> {
        const auto users = domain::appUsers(writer);
        if (!users)
            return base::fail(users.error());
        if (std::ranges::none_of(*users, [&](const storage::Device& user) { return user.id.value() == asked.id; }))
            return base::fail(domain::kDeviceUnknown, "this hub has no such app user", asked.id);
        return domain::signOff(writer, base::DeviceId(asked.id), data.world.clock.now());
    }));
    std::cout << "revoked " << asked.id << '\n';
    return {};
}

} // namespace

void addAppUser(CLI::App& app, int& status)
{
    const auto asked = std::make_shared<Asked>();
    CLI::App* command = app.add_subcommand("app-user", "Ways in for ODK Collect: an address with a secret in it, for one person");
    command->require_subcommand(1);
    const auto one = [&](const char* name, const char* what, base::Result<void> (*run)(HubData&, const Asked&)) {
        CLI::App* sub = command->add_subcommand(name, what);
        addDataOption(*sub, asked->data);
        sub->callback([asked, &status, run] {
            const auto data = openHub(asked->data);
            const base::Result<void> done = data ? run(**data, *asked) : base::fail(data.error());
            if (!done)
                status = sayWhyNot(done.error());
        });
        return sub;
    };
    CLI::App* adding = one("add", "Print a new address, and the settings that ODK Collect reads as a QR code", add);
    adding->add_option("--username", asked->username, "Whose records they will be")->required();
    adding->add_option("--name", asked->name, "What to call it in lists, such as the phone it is for");
    adding->add_option("--url", asked->url, "How the phone reaches the hub; without it as the hub serves, or served last");
    adding->add_option("--png", asked->png, "Also write the settings as a QR image");
    one("list", "List them, without their secrets", list)->add_flag("--json", asked->json, "As JSON");
    one("revoke", "End one; what it sent stays", revoke)->add_option("--id", asked->id, "As in the list")->required();
}

} // namespace tashilgar::hub
