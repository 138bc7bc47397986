#pragma once

#include "app/base/ids.h"
#include "app/base/result.h"
#include "sync/protocol/message.h"
#include "sync/protocol/signing.h"

#include <optional>
#include <string>
#include <vector>

namespace tashilgar::client {

/// What a tablet knows of the hub it is enrolled at, or of an OpenRosa server. The token is never logged.
struct Account {
    enum class Kind {
        Hub,
        OpenRosa, ///< no key, no pin, no receipts; the token is openrosa::Server::secret()
    };
    Kind kind = Kind::Hub;
    base::HubId hub;
    std::string hubName;
    std::vector<std::string> addresses; ///< as Address::parse() reads them, the one that last answered first
    std::string pin;                    ///< 64 hexadecimal digits
    protocol::PublicKey receiptKey;
    std::string receiptKeyId;
    base::DeviceId device;
    std::string deviceName;
    std::string token; ///< empty once the hub has revoked the device
    std::string programmeId;
    std::string programmeName;
    protocol::Person person;
};

/// Where the account rests between two runs. Handed to Engine and Enrolment, outlives them; called on their thread.
class AccountBook {
public:
    virtual ~AccountBook() = default;
    /// Nothing before the first enrolment.
    virtual base::Result<std::optional<Account>> account() = 0;
    virtual base::Result<void> keep(const Account& account) = 0;
    virtual base::Result<void> keepAddresses(const std::vector<std::string>& addresses) = 0;
    /// The hub took the device's right away: the token goes, all records stay.
    virtual base::Result<void> forgetToken() = 0;
    /// The tablet's own key pair: made at the first call and on the disk before it is returned, so that enrolling again
    /// after a lost answer is the same device.
    virtual base::Result<protocol::SigningKey> deviceKey() = 0;
};

} // namespace tashilgar::client
