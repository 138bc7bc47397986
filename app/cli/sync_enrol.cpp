#include "app/cli/commands.h"
#include "app/cli/sync_common.h"
#include "app/exchange/store_account_book.h"
#include "sync/client/beast/beast_transport.h"
#include "sync/client/enrolment.h"

namespace tashilgar::cli {
namespace {

struct Options {
    HeadlessTablet::Place place;
    std::string invitation;
    std::string name = "tashil";
    std::vector<std::string> addresses;
};

int enrol(const Options& options)
{
    const auto offer = client::Offer::read(options.invitation, options.addresses);
    if (!offer)
        return failWith(offer.error());
    const auto tablet = HeadlessTablet::open(options.place);
    if (!tablet)
        return failWith(tablet.error());
    client::BeastTransport transport;
    exchange::StoreAccountBook book(*(*tablet)->store, (*tablet)->clock, (*tablet)->random);
    client::Enrolment enrolment(transport, book);
    const auto account = enrolment.enrol(*offer, options.name);
    if (!account)
        return failWith(account.error());
    printLine({{"device", account->device.value()}, {"hub", account->hub.value()}, {"programme", account->programmeName},
        {"person", account->person.username}});
    return 0;
}

} // namespace

void addSyncEnrol(CLI::App& sync, int& status)
{
    const auto options = std::make_shared<Options>();
    CLI::App& command = *sync.add_subcommand("enrol", "Make this store a device of a hub");
    addPlace(command, options->place);
    command.add_option("--invitation", options->invitation, "Text of the QR code, or the typed code")->required();
    command.add_option("--address", options->addresses, "host:port, tried before those of the invitation");
    command.add_option("--name", options->name, "What the office calls this device");
    command.callback([options, &status] { status = enrol(*options); });
}

} // namespace tashilgar::cli
