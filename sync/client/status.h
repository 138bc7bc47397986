#pragma once

#include "app/base/clock.h"
#include "app/base/error.h"
#include "sync/client/outbox.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tashilgar::client {

/// What the synchroniser does at this moment.
enum class Phase {
    Waiting, ///< for the time in Status::nextTry, or for a person when there is none; Status::reason says why
    Probing,
    Sending,
    Receiving,
};

/// Why nothing moves. Screens have a sentence for each; no text of ours reaches a person.
enum class Reason {
    None,             ///< something moves
    NotEnrolled,      ///< no hub yet
    Paused,           ///< a person said so
    NothingToDo,      ///< every record has its receipt; asks the hub for news now and then
    NoAnswer,         ///< the hub cannot be reached
    LinkDropped,      ///< it went well until the link broke; goes on from there
    NotAHub,          ///< something else answers there (the sign-in page of a network, say)
    OtherHub,         ///< a hub with another key; nothing was sent to it
    Revoked,          ///< the office took this tablet's right away; only enrolling again helps
    SignInRefused,    ///< an OpenRosa server does not take the name, password or link; only a person helps
    OtherVersion,     ///< its program and ours are of different ages; the older one must be updated
    HubBusy,          ///< asks us to come later
    HubFull,          ///< its disk is
    HubTrouble,       ///< it fails
    ReceiptUntrusted, ///< a receipt did not prove what it should; those records stay unsent
    TabletFull,
    TabletTrouble, ///< our own store fails; the error says how
};
/// "no-answer" and so on: for logs and for `tashil sync`.
std::string_view nameOf(Phase phase);
std::string_view nameOf(Reason reason);

/// What travels now.
struct Movement {
    enum class Kind { Nothing, Records, Receipts, File, Changes, FormFile };
    Kind kind = Kind::Nothing;
    std::string name;       ///< of a file
    std::uint64_t done = 0; ///< bytes of a file; records of a batch; changes so far
    std::uint64_t total = 0; ///< 0 when nobody knows
};

/// A picture of the synchroniser at one moment; a value to be copied to the screen's thread.
struct Status {
    Phase phase = Phase::Waiting;
    Reason reason = Reason::NotEnrolled;
    Movement movement;
    Outbox::Totals totals;
    bool receiptsSigned = true; ///< false of an OpenRosa server: it answers, and signs nothing
    std::uint32_t receiptsThisRound = 0;
    std::uint64_t changesThisRound = 0;
    std::uint32_t formsThisRound = 0;
    std::optional<base::Instant> lastTry;
    std::optional<base::Instant> lastSuccess; ///< the last round that left nothing undone
    std::optional<base::Instant> nextTry;
    std::optional<base::Error> error; ///< of the last round that failed
};

} // namespace tashilgar::client
