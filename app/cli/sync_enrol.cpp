#include "app/cli/commands.h"
#include "app/cli/sync_common.h"
#include "app/exchange/store_account_book.h"
#include "sync/client/beast/beast_transport.h"
#include "sync/client/enrolment.h"
#include "sync/client/openrosa/openrosa_rounds.h"

namespace tashilgar::cli {
namespace {

struct Options {
    HeadlessTablet::Place place;
    std::string invitation;
    std::string server; ///< an address, or a settings code of ODK Collect
    std::string username;
    std::string passwordFile;
    std::string name = "tashil";
    std::vector<std::string> addresses;
};

/// The first line of the file: a password on the command line would stand in every list of processes.
base::Result<std::string> passwordIn(base::Files& files, const std::string& path)
{
    constexpr std::uint64_t kLongest = 4096;
    if (path.empty())
        return std::string();
    const auto bytes = files.readAll(path, kLongest);
    if (!bytes)
        return base::fail(bytes.error());
    const std::string_view text = base::textOf(*bytes);
    return std::string(text.substr(0, text.find_first_of("\r\n")));
}

int tell(const base::Result<client::Account>& account)
{
    if (!account)
        return failWith(account.error());
    printLine({{"device", account->device.value()}, {"hub", account->hub.value()}, {"programme", account->programmeName},
        {"person", account->person.username}});
    return 0;
}

int enrolAtServer(HeadlessTablet& tablet, client::Transport& transport, client::AccountBook& book, const Options& options)
{
    const auto password = passwordIn(tablet.files, options.passwordFile);
    if (!password)
        return failWith(password.error());
    const auto server = client::openrosa::Server::read(options.server, options.username, *password);
    if (!server)
        return failWith(server.error());
    return tell(client::openrosa::join(transport, book, tablet.clock, tablet.random, *server, options.name));
}

int enrol(const Options& options)
{
    const auto tablet = HeadlessTablet::open(options.place);
    if (!tablet)
        return failWith(tablet.error());
    client::BeastTransport transport;
    exchange::StoreAccountBook book(*(*tablet)->store, (*tablet)->clock, (*tablet)->random);
    if (!options.server.empty())
        return enrolAtServer(**tablet, transport, book, options);
    const auto offer = client::Offer::read(options.invitation, options.addresses);
    if (!offer)
        return failWith(offer.error());
    return tell(client::Enrolment(transport, book).enrol(*offer, options.name));
}

} // namespace

void addSyncEnrol(CLI::App& sync, int& status)
{
    const auto options = std::make_shared<Options>();
    CLI::App& command = *sync.add_subcommand("enrol", "Make this store a device of a hub, or of an ODK or Kobo server");
    addPlace(command, options->place);
    auto* whereTo = command.add_option_group("where to");
    whereTo->add_option("--invitation", options->invitation, "Of a hub: text of the QR code, or the typed code");
    whereTo->add_option("--openrosa", options->server, "Of ODK Central or KoboToolbox: the address of the project");
    whereTo->add_option("--qr", options->server, "Of the same: text of a settings code of ODK Collect");
    whereTo->require_option(1);
    command.add_option("--username", options->username, "At an OpenRosa server that wants one");
    command.add_option("--password-file", options->passwordFile, "File whose first line is the password");
    command.add_option("--address", options->addresses, "host:port, tried before those of the invitation");
    command.add_option("--name", options->name, "What the office calls this device");
    command.callback([options, &status] { status = enrol(*options); });
}

} // namespace tashilgar::cli
