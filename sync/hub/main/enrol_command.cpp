#include "sync/hub/domain/enrolment.h"
#include "sync/hub/main/command_world.h"
#include "sync/hub/main/commands.h"
#include "sync/hub/main/qr_code.h"
#include "sync/hub/main/serving_address.h"
#include "sync/protocol/invitation.h"

#include <CLI/CLI.hpp>

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

base::Result<protocol::Invitation> invite(HubData& data, const Asked& asked)
{
    const auto tls = data.tlsIdentity();
    if (!tls)
        return base::fail(tls.error());
    protocol::Invitation invitation;
    invitation.pin = tls->pin;
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
    if (!stored)
        return base::fail(stored.error());
    return invitation;
}

int enrol(const Asked& asked)
{
    const auto data = HubData::open(asked.data, systemWorld());
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
