#include "sync/client/engine.h"

#include "sync/client/hub_calls.h"
#include "sync/client/pull.h"
#include "sync/client/push.h"
#include "sync/protocol/receipt.h"

#include <algorithm>
#include <limits>

namespace tashilgar::client {

using base::Result;

Reason reasonOf(const base::Error& error)
{
    const auto is = [&](base::ErrorCode code) { return error.code == code; };
    if (is(base::kCancelled))
        return Reason::Paused;
    if (is(kNotEnrolled))
        return Reason::NotEnrolled;
    if (is(kUnreachable))
        return Reason::NoAnswer;
    if (is(kLinkDropped) || is(kTimedOut))
        return Reason::LinkDropped;
    if (is(kNotAHub))
        return Reason::NotAHub;
    if (is(kVersionUnknown))
        return Reason::OtherVersion;
    if (is(kOtherHub) || is(kCertificateUntrusted))
        return Reason::OtherHub;
    if (is(kSignInRefused))
        return Reason::SignInRefused;
    if (is(kRevoked) || is(kTokenRefused))
        return Reason::Revoked;
    if (is(kHubBusy))
        return Reason::HubBusy;
    if (is(kHubFull))
        return Reason::HubFull;
    if (is(protocol::kReceiptUntrusted))
        return Reason::ReceiptUntrusted;
    if (is(base::kDiskFull))
        return Reason::TabletFull;
    for (const base::ErrorCode code : {kHubTrouble, kAnswerTooLarge, kRequestRefused, kNotThere, kTooLargeForHub,
             kOffsetWrong, kBlobMismatch, kCursorUnknown, kIncomingDiffers}) {
        if (is(code))
            return Reason::HubTrouble;
    }
    return Reason::TabletTrouble;
}

namespace {

/// It answered before, so whatever broke afterwards broke on the way.
tl::unexpected<base::Error> droppedIfUnreachable(base::Error error)
{
    if (error.code == kUnreachable)
        error.code = kLinkDropped;
    return base::fail(std::move(error));
}

bool isOfTheWay(const base::Error& error)
{
    for (const base::ErrorCode code : {kUnreachable, kLinkDropped, kTimedOut, kNotAHub, kOtherHub}) {
        if (error.code == code)
            return true;
    }
    return false;
}

} // namespace

Engine::Engine(Transport& transport, AccountBook& book, Outbox& outbox, Inbox& inbox, const base::Clock& clock)
    : m_transport(&transport)
    , m_book(&book)
    , m_outbox(&outbox)
    , m_inbox(&inbox)
    , m_clock(&clock)
{
}

Result<Account> Engine::account()
{
    auto account = m_book->account();
    if (!account)
        return base::fail(account.error());
    if (!*account)
        return base::fail(kNotEnrolled, "this tablet is not enrolled at a hub");
    if ((*account)->token.empty())
        return base::fail(kRevoked, "the office has revoked this tablet");
    return std::move(**account);
}

Result<Address> Engine::findHub(const Account& account, const std::vector<std::string>& nearby, std::stop_token stop,
    std::optional<base::Error> known)
{
    std::vector<std::string> places = account.addresses;
    for (const std::string& place : nearby) {
        if (std::ranges::find(places, place) == places.end())
            places.push_back(place);
    }

    base::Error worst(kUnreachable, "no address of the hub is known");
    const auto weight = [](const base::Error& error) {
        return error.code == kUnreachable ? 0 : error.code == kOtherHub || error.code == kNotAHub ? 2 : 1;
    };
    for (const std::string& place : places) {
        const auto address = Address::parse(place);
        if (!address)
            continue;
        const auto probed = known && place == account.addresses.front() ? base::fail(*known)
                                                                        : HubCalls(*m_transport, *address, account.pin, {}, stop).probe();
        if (probed && probed->hub == account.hub) {
            if (place != account.addresses.front()) {
                std::erase(places, place);
                places.insert(places.begin(), place);
                TASHILGAR_TRY(m_book->keepAddresses(places));
            }
            return *address;
        }
        base::Error error = probed ? base::Error(kOtherHub, "another hub answers there", place) : probed.error();
        if (error.code == base::kCancelled)
            return base::fail(std::move(error));
        // No answer to a probe is no answer, wherever it got stuck.
        if (error.code == kTimedOut || error.code == kLinkDropped)
            error.code = kUnreachable;
        if (weight(error) >= weight(worst))
            worst = std::move(error);
    }
    return base::fail(std::move(worst));
}

Result<void> Engine::exchange(HubCalls& hub, const Account& account, Status& status, const Watch& watch)
{
    constexpr std::uint64_t kAnySize = std::numeric_limits<std::uint64_t>::max();
    const auto show = [&](Phase phase, const Movement& movement) {
        status.phase = phase;
        status.movement = movement;
        if (watch)
            watch(status);
    };
    const auto recount = [&] {
        if (auto totals = m_outbox->totals())
            status.totals = *totals;
    };
    Push push(hub, *m_outbox, account, m_up, m_batches, [&](const Movement& movement) {
        if (movement.kind != Movement::Kind::File || movement.done == 0)
            recount();
        show(Phase::Sending, movement);
    });
    Pull pull(hub, *m_inbox, m_down, [&](const Movement& movement) { show(Phase::Receiving, movement); });

    // What was finalised meanwhile, and what the hub turned out to have lost, goes once more; then it is the next round's.
    constexpr int kPasses = 2;
    const auto take = [&](bool all) -> Result<void> {
        const std::uint64_t before = pull.changesApplied();
        TASHILGAR_TRY(all ? pull.fetchChanges() : pull.greet());
        // The office may have published the form that was missing there.
        return pull.changesApplied() > before ? m_outbox->offerAgain(protocol::problem::kFormUnknown) : Result<void>();
    };
    const auto pass = [&]() -> Result<void> {
        TASHILGAR_TRY(take(false));
        TASHILGAR_TRY(push.sendRecords());
        if (pull.hasMore() || push.hasSentRecords())
            TASHILGAR_TRY(take(true));
        TASHILGAR_TRY(pull.fetchBlobs(kSmallBlob));
        TASHILGAR_TRY(push.sendBlobs(kSmallBlob));
        TASHILGAR_TRY(pull.fetchBlobs(kAnySize));
        return push.sendBlobs(kAnySize);
    };
    const auto passes = [&]() -> Result<void> {
        for (int i = 0; i < kPasses; ++i) {
            TASHILGAR_TRY(pass());
            if (push.setback())
                return base::fail(*push.setback());
            const auto totals = m_outbox->totals();
            if (!totals)
                return base::fail(totals.error());
            if (totals->stored > 0)
                return base::fail(kHubTrouble, "the hub has everything of a record and gives no complete receipt");
            if (totals->unanswered == 0)
                return {};
        }
        return base::fail(kHubTrouble, "the hub does not answer for every record");
    };
    auto done = passes();
    status.receiptsThisRound = push.receiptsKept();
    status.changesThisRound = pull.changesApplied();
    status.formsThisRound = pull.formsInstalled();
    if (!done)
        return done;
    if (pull.setback())
        return base::fail(*pull.setback());
    return {};
}

/// Where the hub was last, it is mostly still: then the first question is one that matters, which a key decides as surely as a
/// probe does. Only where it is not there the addresses are probed one by one.
Result<void> Engine::meet(const Account& account, const std::vector<std::string>& nearby, std::stop_token stop, Status& status,
    const Watch& watch)
{
    std::optional<base::Error> notThere;
    if (const auto last = account.addresses.empty() ? base::fail(kUnreachable, "no address") : Address::parse(account.addresses.front())) {
        HubCalls hub(*m_transport, *last, account.pin, account.token, stop);
        hub.hurry();
        auto exchanged = exchange(hub, account, status, watch);
        if (exchanged || hub.hasAnswered() || !isOfTheWay(exchanged.error()))
            return exchanged ? exchanged : droppedIfUnreachable(std::move(exchanged).error());
        notThere = exchanged.error();
    }
    const auto address = findHub(account, nearby, stop, notThere);
    if (!address)
        return base::fail(address.error());
    HubCalls hub(*m_transport, *address, account.pin, account.token, stop);
    auto exchanged = exchange(hub, account, status, watch);
    return exchanged ? exchanged : droppedIfUnreachable(std::move(exchanged).error());
}

Status Engine::round(const std::vector<std::string>& nearby, std::stop_token stop, const Watch& watch)
{
    Status status;
    status.reason = Reason::None;
    status.phase = Phase::Probing;
    status.lastTry = m_clock->now();
    if (auto totals = m_outbox->totals())
        status.totals = *totals;
    if (watch)
        watch(status);

    const auto run = [&]() -> Result<void> {
        const auto known = account();
        if (!known)
            return base::fail(known.error());
        auto met = meet(*known, nearby, stop, status, watch);
        if (!met && met.error().code == kRevoked)
            TASHILGAR_TRY(m_book->forgetToken());
        return met;
    };
    const auto ran = run();

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

} // namespace tashilgar::client
