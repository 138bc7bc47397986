#include "sync/hub/domain/identity.h"

#include "app/base/seal.h"

namespace tashilgar::hub::domain {
namespace {

constexpr std::string_view kSeedSetting = "receipt-key-seed";

} // namespace

std::string HubIdentity::tokenOf(const base::DeviceId& device) const
{
    const auto seed = base::SecretKey::fromBytes(receiptKey.seed());
    return base::toBase64Url(base::deriveKey(*seed, "token " + device.value()).bytes());
}

base::Result<HubIdentity> HubIdentity::loadOrMake(storage::Storage& storage, base::Random& random)
{
    std::optional<protocol::SigningKey> key;
    // One job reads and writes, so that two processes that start together end with one key.
    TASHILGAR_TRY(storage.writeNow([&](storage::Writer& writer) -> base::Result<void> {
        const auto stored = writer.setting(kSeedSetting);
        if (!stored)
            return base::fail(stored.error());
        if (*stored) {
            const auto seed = base::fromBase64(**stored);
            key = seed ? protocol::SigningKey::fromSeed(*seed) : std::nullopt;
            return key ? base::Result<void>() : base::fail(base::kMalformed, "the hub's receipt key is damaged");
        }
        key = protocol::SigningKey::random(random);
        return writer.setSetting(kSeedSetting, base::toBase64Url(key->seed()));
    }));
    return HubIdentity{std::move(*key)};
}

} // namespace tashilgar::hub::domain
