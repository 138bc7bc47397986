#include "sync/hub/domain/enrolment.h"
#include "sync/hub/main/command_world.h"
#include "sync/hub/main/commands.h"
#include "sync/hub/main/qr_code.h"
#include "sync/hub/main/serving_address.h"
#include "sync/protocol/invitation.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <iostream>

namespace tashilgar::hub {
namespace {

struct Asked {
    std::filesystem::path data;
    std::string username;
    std::vector<std::string> addresses;
    std::filesystem::path png;
    int hours = static_cast<int>(domain::kCodeLifetime.count());
};

/// As many whole characters of \p text as fit into \p bytes.
std::string shortened(std::string text, std::size_t bytes)
{
    if (text.size() <= bytes)
        return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80)
        --bytes;
    text.resize(bytes);
    return text;
}

std::string usernames(HubData& data)
{
    constexpr std::size_t kMost = 20;
    std::vector<std::string> names;
    (void)data.storage->read([&](storage::Reader& reader) -> base::Result<void> {
        const auto people = reader.people();
        for (std::size_t i = 0; people && i < people->size() && i < kMost; ++i)
            names.push_back((*people)[i].username);
        if (people && people->size() > kMost)
            names.push_back("…");
        return {};
    });
    return names.empty() ? "nothing yet: import a programme" : fmt::format("{}", fmt::join(names, ", "));
}

base::Result<protocol::Invitation> invite(HubData& data, const Asked& asked)
{
    const auto tls = data.tlsIdentity();
    if (!tls)
        return base::fail(tls.error());
    protocol::Invitation invitation;
    invitation.pin = tls->pin;
    for (const std::string& address : asked.addresses) {
        if (!isServingAddress(address))
            return base::fail(base::kMalformed, "an address of a hub is host:port, such as 192.168.1.5:8443", address);
    }
    invitation.addresses = asked.addresses;
    if (invitation.addresses.empty()) {
        auto known = readServingAddresses(data);
        if (!known)
            return base::fail(known.error());
        invitation.addresses = std::move(*known);
    }
    const auto stored = data.storage->writeNow([&](storage::Writer& writer) -> base::Result<void> {
        auto code = domain::inviteDevice(
            writer, asked.username, data.world.clock.now(), data.world.random, std::chrono::hours(asked.hours));
        const auto programme = writer.programme();
        if (!code || !programme)
            return base::fail(code ? programme.error() : code.error());
        invitation.code = *code;
        invitation.hubName = shortened(programme->name, 80);
        return {};
    });
    if (!stored && stored.error().code == domain::kPersonUnknown)
        return base::fail(stored.error().code, fmt::format("{}; they are called {}", stored.error().sentence, usernames(data)), asked.username);
    if (!stored)
        return base::fail(stored.error());
    return invitation;
}

int enrol(const Asked& asked)
{
    const auto data = openHub(asked.data);
    if (!data)
        return sayWhyNot(data.error());
    const auto invitation = invite(**data, asked);
    if (!invitation)
        return sayWhyNot(invitation.error());
    if (!asked.png.empty()) {
        if (const auto written = writeQrCode(invitation->text(), asked.png); !written)
            return sayWhyNot(written.error());
    }
    std::cout << "enrolment " << invitation->text() << '\n' << "typeable " << invitation->typeable() << '\n';
    for (const std::string& address : invitation->addresses)
        std::cout << "address " << address << '\n';
    return 0;
}

} // namespace

void addEnrol(CLI::App& app, int& status)
{
    const auto asked = std::make_shared<Asked>();
    CLI::App* command = app.add_subcommand("enrol", "Print a one-time code that makes one tablet belong to this hub");
    addDataOption(*command, asked->data);
    command->add_option("--username", asked->username, "Who will use the tablet")->required();
    command->add_option("--address", asked->addresses, "host:port where tablets find the hub; without it where it listens, or listened last");
    command->add_option("--png", asked->png, "Also write the code as a QR image");
    command->add_option("--hours", asked->hours, "How long the code can be used")->check(CLI::Range(1, 24 * 31));
    command->callback([asked, &status] { status = enrol(*asked); });
}

} // namespace tashilgar::hub
