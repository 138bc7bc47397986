#include "sync/client/status.h"

namespace tashilgar::client {

std::string_view nameOf(Phase phase)
{
    switch (phase) {
    case Phase::Waiting: return "waiting";
    case Phase::Probing: return "probing";
    case Phase::Sending: return "sending";
    case Phase::Receiving: return "receiving";
    }
    return "";
}

std::string_view nameOf(Reason reason)
{
    switch (reason) {
    case Reason::None: return "none";
    case Reason::NotEnrolled: return "not-enrolled";
    case Reason::Paused: return "paused";
    case Reason::NothingToDo: return "nothing-to-do";
    case Reason::NoAnswer: return "no-answer";
    case Reason::LinkDropped: return "link-dropped";
    case Reason::NotAHub: return "not-a-hub";
    case Reason::OtherHub: return "other-hub";
    case Reason::Revoked: return "revoked";
    case Reason::SignInRefused: return "sign-in-refused";
    case Reason::OtherVersion: return "other-version";
    case Reason::HubBusy: return "hub-busy";
    case Reason::HubFull: return "hub-full";
    case Reason::HubTrouble: return "hub-trouble";
    case Reason::ReceiptUntrusted: return "receipt-untrusted";
    case Reason::TabletFull: return "tablet-full";
    case Reason::TabletTrouble: return "tablet-trouble";
    }
    return "";
}

} // namespace tashilgar::client
