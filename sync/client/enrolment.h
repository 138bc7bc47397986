#pragma once

#include "app/base/clock.h"
#include "sync/client/account.h"
#include "sync/client/transport.h"

#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::client {

/// What a person showed or typed: where the hub may be, how to know it, and the one-time code.
struct Offer {
    std::string code;
    std::string pin; ///< whole from a QR code, a prefix from a typed code
    std::vector<std::string> addresses;
    std::string hubName;

    /// Reads the text of a QR code; or a typed code, which needs \p addresses because it holds none. Addresses given here
    /// are tried before those of the code. Fails with protocol::kInvitationMalformed, and with base::kNotFound when there
    /// is no address at all.
    static base::Result<Offer> read(std::string_view text, const std::vector<std::string>& addresses = {});
};

/// Makes this tablet a device of a hub.
class Enrolment {
public:
    /// Both outlive it; it runs on the transport's thread.
    Enrolment(Transport& transport, AccountBook& book);

    /// Tries the addresses in order; the first hub with the right key is asked. The account is kept when this returns.
    /// May be repeated with the same code after a lost answer. Fails with kOtherHub, kCodeUnknown, kCodeExpired,
    /// kCodeUsed, and as Transport does. \p deviceName is what the office will call the tablet.
    base::Result<Account> enrol(const Offer& offer, const std::string& deviceName, std::stop_token stop = {});

    /// How far the tablet's clock was from the hub's at the last enrol(); positive when the tablet is ahead.
    std::chrono::milliseconds clockDifference(const base::Clock& clock) const;

private:
    Transport* m_transport;
    AccountBook* m_book;
    base::Instant m_serverTime{};
};

} // namespace tashilgar::client
