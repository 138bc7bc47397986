#pragma once

#include "app/base/clock.h"
#include "app/base/ids.h"
#include "app/base/result.h"
#include "sync/protocol/signing.h"

#include <string>
#include <string_view>

namespace tashilgar::protocol {

/// Somebody of the programme, as screens name them.
struct Person {
    std::string username;
    std::string name;
    std::string role; ///< "facilitator", "supervisor" …
    std::string office;
    friend bool operator==(const Person&, const Person&) = default;
};

/// A tablet asks to belong to a hub. The code buys one device, once.
struct EnrolRequest {
    std::string code; ///< Invitation::code
    std::string deviceName;
    PublicKey deviceKey;
    /// By the other half of `deviceKey`, over all of the above: who asks again for a token is the tablet that has the key, not
    /// somebody who found a used code and knows a public key.
    std::string signature;

    static EnrolRequest make(std::string code, std::string deviceName, const SigningKey& deviceKey);
    bool isProved() const;
    friend bool operator==(const EnrolRequest&, const EnrolRequest&) = default;
};

/// The tablet belongs to the hub. `token` is the only copy: the hub keeps its hash.
struct EnrolReply {
    base::DeviceId device;
    std::string token;
    base::HubId hub;
    std::string receiptKeyId;
    PublicKey receiptKey;
    std::string programmeId;
    std::string programmeName;
    Person person;
    base::Instant serverTime{};
    friend bool operator==(const EnrolReply&, const EnrolReply&) = default;
};

std::string encode(const EnrolRequest& request);
/// Fails with base::kMalformed, also where the signature is not of the key.
base::Result<EnrolRequest> decodeEnrolRequest(std::string_view json);
std::string encode(const EnrolReply& reply);
base::Result<EnrolReply> decodeEnrolReply(std::string_view json);

} // namespace tashilgar::protocol
