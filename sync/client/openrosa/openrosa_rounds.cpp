#include "sync/client/openrosa/openrosa_rounds.h"

#include "app/base/uuid.h"
#include "sync/client/engine.h"
#include "sync/client/openrosa/receive_forms.h"
#include "sync/client/openrosa/send_records.h"

namespace tashilgar::client::openrosa {

using base::Result;

OpenRosaRounds::OpenRosaRounds(Transport& transport, AccountBook& book, Outbox& outbox, Ledger& ledger, Inbox& inbox,
    const base::Clock& clock, base::Random& random)
    : m_transport(&transport)
    , m_book(&book)
    , m_outbox(&outbox)
    , m_ledger(&ledger)
    , m_inbox(&inbox)
    , m_clock(&clock)
    , m_random(&random)
{
}

Result<void> OpenRosaRounds::exchange(std::stop_token stop, Status& status, const Watch& watch)
{
    const auto account = m_book->account();
    if (!account)
        return base::fail(account.error());
    if (!*account || (*account)->token.empty())
        return base::fail(kNotEnrolled, "this tablet works with no server");
    const auto server = Server::fromSecret((*account)->token);
    if (!server)
        return base::fail(server.error());
    Session session(*m_transport, *server, *m_clock, *m_random, stop);

    const auto show = [&](Phase phase, const Movement& movement) {
        status.phase = phase;
        status.movement = movement;
        if (phase == Phase::Sending) {
            if (auto totals = m_outbox->totals())
                status.totals = *totals;
        }
        if (watch)
            watch(status);
    };
    SendRecords sending(session, *m_outbox, *m_ledger, **account, *m_clock, [&](const Movement& at) { show(Phase::Sending, at); });
    ReceiveForms receiving(session, *m_inbox, [&](const Movement& at) { show(Phase::Receiving, at); });
    const auto both = [&]() -> Result<void> {
        TASHILGAR_TRY(sending.run());
        TASHILGAR_TRY(receiving.run());
        // The server may know the form by now that it did not know before.
        if (receiving.changesApplied() > 0)
            TASHILGAR_TRY(m_outbox->offerAgain(protocol::problem::kFormUnknown));
        return {};
    };
    auto done = both();
    status.receiptsThisRound = sending.answersKept();
    status.changesThisRound = receiving.changesApplied();
    status.formsThisRound = receiving.formsInstalled();
    if (!done)
        return done;
    if (sending.setback())
        return base::fail(*sending.setback());
    if (receiving.setback())
        return base::fail(*receiving.setback());
    return {};
}

Status OpenRosaRounds::round(const std::vector<std::string>&, std::stop_token stop, const Watch& watch)
{
    Status status;
    status.reason = Reason::None;
    status.phase = Phase::Probing;
    status.receiptsSigned = false;
    status.lastTry = m_clock->now();
    if (auto totals = m_outbox->totals())
        status.totals = *totals;
    if (watch)
        watch(status);

    const auto ran = exchange(std::move(stop), status, watch);

    status.phase = Phase::Waiting;
    status.movement = {};
    if (auto totals = m_outbox->totals())
        status.totals = *totals;
    if (ran) {
        status.reason = Reason::NothingToDo;
        status.lastSuccess = m_clock->now();
    } else {
        status.reason = reasonOf(ran.error());
        status.error = ran.error();
    }
    if (watch)
        watch(status);
    return status;
}

Result<Account> join(Transport& transport, AccountBook& book, const base::Clock& clock, base::Random& random, const Server& server,
    const std::string& deviceName, std::stop_token stop)
{
    const auto listed = Session(transport, server, clock, random, std::move(stop)).formList();
    if (!listed)
        return base::fail(listed.error());
    const auto before = book.account();
    if (!before)
        return base::fail(before.error());

    Account account;
    account.kind = Account::Kind::OpenRosa;
    account.hub = hubIdOf(server);
    account.hubName = server.name();
    account.addresses = {server.url.origin()};
    account.device = *before && !(*before)->device.empty() ? (*before)->device : base::DeviceId("tashilgar:" + base::uuid4(random));
    account.deviceName = deviceName;
    account.token = server.secret();
    account.programmeName = server.name();
    account.person.username = server.username;
    TASHILGAR_TRY(book.keep(account));
    return account;
}

} // namespace tashilgar::client::openrosa
