#pragma once

#include "app/base/clock.h"
#include "sync/hub/domain/identity.h"
#include "sync/hub/storage/storage.h"
#include "sync/protocol/message.h"

#include <chrono>
#include <string>
#include <string_view>

namespace tashilgar::hub::domain {

inline constexpr base::ErrorCode kCodeUnknown{"hub.code-unknown"};
inline constexpr base::ErrorCode kCodeExpired{"hub.code-expired"};
inline constexpr base::ErrorCode kCodeUsed{"hub.code-used"};
inline constexpr base::ErrorCode kPersonUnknown{"hub.person-unknown"};
inline constexpr base::ErrorCode kTokenUnknown{"hub.token-unknown"};
inline constexpr base::ErrorCode kDeviceRevoked{"hub.device-revoked"};
inline constexpr base::ErrorCode kDeviceUnknown{"hub.device-unknown"};

/// How long an invitation can be used when nobody says otherwise: a day of setting up tablets, and one to spare.
inline constexpr std::chrono::hours kCodeLifetime{48};

/// A device that asks, and the person it was given to.
struct Caller {
    storage::Device device;
    protocol::Person person;
    /// Neighbourhoods whose rows it may see and change; none said: all (a person of no office, of the programme itself).
    std::optional<std::vector<std::string>> neighbourhoods;

    bool sees(std::string_view neighbourhood) const;
};

/// A new one-time code for \p username; only its hash is kept. Fails with kPersonUnknown.
base::Result<std::string> inviteDevice(storage::Writer& writer, std::string_view username, base::Instant now, base::Random& random,
    std::chrono::seconds lifetime = kCodeLifetime);

/// Turns a code into a device. The same tablet, by its key, may ask again with its code. Fails with kCodeUnknown, kCodeExpired or kCodeUsed.
base::Result<protocol::EnrolReply> enrol(storage::Writer& writer, const protocol::EnrolRequest& request,
    const HubIdentity& identity, base::Instant now, base::Random& random);

/// A tablet that is lost or given back: from now on it is refused everything. What it sent stays. Done twice it changes
/// nothing. Fails with kDeviceUnknown.
base::Result<void> signOff(storage::Writer& writer, const base::DeviceId& device, base::Instant now);

/// A person who leaves: all tablets of \p username are signed off, and invitations nobody used yet buy none. Says how many
/// tablets that were. Fails with kPersonUnknown.
base::Result<std::size_t> signOffAllOf(storage::Writer& writer, std::string_view username, base::Instant now);

/// Who holds \p token. It is looked up by its hash, so how long that takes says nothing about it. A token of one door opens
/// no other.
/// Fails with kTokenUnknown, also when the person of the device is not in the programme, or with kDeviceRevoked.
base::Result<Caller> callerOf(
    storage::Reader& reader, std::string_view token, storage::DeviceKind kind = storage::DeviceKind::Tablet);

/// Who has \p device, where something else than a token proved that it is that one. Fails with kDeviceUnknown, kDeviceRevoked,
/// and with kTokenUnknown when its person is not in the programme.
base::Result<Caller> callerWith(storage::Reader& reader, const base::DeviceId& device);

} // namespace tashilgar::hub::domain
