#include "app/base/zones.h"
#include "app/cli/commands.h"
#include "app/cli/sync_common.h"
#include "app/exchange/account_rounds.h"
#include "app/exchange/store_account_book.h"
#include "app/exchange/store_inbox.h"
#include "app/exchange/store_ledger.h"
#include "app/exchange/store_outbox.h"
#include "sync/client/backoff.h"
#include "sync/client/beast/beast_transport.h"
#include "sync/client/engine.h"
#include "sync/client/openrosa/openrosa_rounds.h"

#include <thread>

namespace tashilgar::cli {
namespace {

struct Options {
    HeadlessTablet::Place place;
    double waitSeconds = 0;
    double longestPauseSeconds = 120;
};

void print(const client::Status& status)
{
    boost::json::object line{{"reason", nameOf(status.reason)}, {"unanswered", status.totals.unanswered},
        {"stored", status.totals.stored}, {"refused", status.totals.refused}, {"safe", status.totals.safe},
        {"filesWaiting", status.totals.blobsWaiting}, {"receipts", status.receiptsThisRound},
        {"changes", status.changesThisRound}, {"forms", status.formsThisRound}};
    if (status.error)
        line["error"] = {{"code", status.error->code.name()}, {"sentence", status.error->text()}};
    printLine(line);
}

int run(const Options& options)
{
    const auto opened = HeadlessTablet::open(options.place);
    if (!opened)
        return failWith(opened.error());
    HeadlessTablet& tablet = **opened;
    client::BeastTransport transport;
    exchange::StoreAccountBook book(*tablet.store, tablet.clock, tablet.random);
    exchange::StoreOutbox outbox(*tablet.store, tablet.clock);
    exchange::StoreInbox inbox(*tablet.store);
    exchange::StoreLedger ledger(*tablet.store, tablet.clock);
    client::Engine engine(transport, book, outbox, inbox, tablet.clock);
    client::openrosa::OpenRosaRounds openRosa(transport, book, outbox, ledger, inbox, tablet.clock, tablet.random);
    exchange::AccountRounds rounds(book, engine, openRosa);

    client::Backoff backoff(tablet.random);
    const std::chrono::duration<double> patience(options.waitSeconds);
    const std::chrono::duration<double> longestPause(options.longestPauseSeconds);
    const auto began = tablet.clock.monotonic();
    while (true) {
        const client::Status status = rounds.round({}, {});
        print(status);
        if (status.reason == client::Reason::NothingToDo)
            return 0;
        const auto pause = std::min<std::chrono::duration<double>>(backoff.next(), longestPause);
        const bool hopeless = status.reason == client::Reason::NotEnrolled || status.reason == client::Reason::Revoked
            || status.reason == client::Reason::SignInRefused;
        if (hopeless || tablet.clock.monotonic() - began + pause > patience)
            return 1;
        std::this_thread::sleep_for(pause);
    }
}

} // namespace

void addSyncRun(CLI::App& sync, int& status)
{
    const auto options = std::make_shared<Options>();
    CLI::App& command = *sync.add_subcommand("run", "Send what waits, take what is new; one line a round");
    addPlace(command, options->place);
    command.add_option("--wait", options->waitSeconds, "Seconds to go on trying while something is left to do; default 0");
    command.add_option("--longest-pause", options->longestPauseSeconds, "Seconds between two tries at most");
    command.callback([options, &status] { status = run(*options); });
}

} // namespace tashilgar::cli
