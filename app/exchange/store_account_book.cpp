#include "app/exchange/store_account_book.h"

namespace tashilgar::exchange {

using base::Result;

namespace {

/// The seed of a key made for an enrolment that has not come about yet; empty afterwards.
constexpr std::string_view kComingKey = "exchange.coming-device-key";
constexpr std::string_view kOpenRosa = "openrosa";

std::optional<protocol::SigningKey> keyOf(std::string_view seed)
{
    const auto bytes = base::fromBase64(seed);
    return bytes ? protocol::SigningKey::fromSeed(*bytes) : std::nullopt;
}

} // namespace

StoreAccountBook::StoreAccountBook(store::Store& store, const base::Clock& clock, base::Random& random)
    : m_store(&store)
    , m_clock(&clock)
    , m_random(&random)
{
}

Result<std::optional<client::Account>> StoreAccountBook::account()
{
    auto kept = m_store->settings().enrolment();
    if (!kept)
        return base::fail(std::move(kept).error());
    if (!*kept)
        return std::optional<client::Account>();
    store::Enrolment& enrolment = **kept;

    client::Account account;
    account.kind = enrolment.kind == kOpenRosa ? client::Account::Kind::OpenRosa : client::Account::Kind::Hub;
    if (account.kind == client::Account::Kind::Hub) {
        const auto receiptKey = protocol::PublicKey::fromText(enrolment.receiptKey);
        if (!receiptKey)
            return base::fail(base::kMalformed, "the hub's receipt key is damaged on this tablet; enrol again");
        account.receiptKey = *receiptKey;
    }
    account.hub = enrolment.hub;
    account.hubName = enrolment.hubName;
    account.addresses = enrolment.addresses;
    account.pin = enrolment.pin;
    account.receiptKeyId = enrolment.receiptKeyId;
    account.device = enrolment.device;
    account.deviceName = enrolment.deviceName;
    account.token = enrolment.token;
    account.programmeId = enrolment.programmeId;
    account.programmeName = enrolment.programmeName;
    account.person = {enrolment.username, enrolment.personName, enrolment.role, enrolment.office};
    return account;
}

Result<void> StoreAccountBook::keep(const client::Account& account)
{
    const auto key = deviceKey();
    if (!key)
        return base::fail(key.error());
    const auto before = m_store->settings().enrolment();
    if (!before)
        return base::fail(before.error());
    const bool otherHub = *before && (*before)->hub != account.hub;

    store::Enrolment enrolment;
    if (account.kind == client::Account::Kind::OpenRosa)
        enrolment.kind = kOpenRosa;
    enrolment.hub = account.hub;
    enrolment.hubName = account.hubName;
    enrolment.addresses = account.addresses;
    enrolment.pin = account.pin;
    enrolment.receiptKeyId = account.receiptKeyId;
    if (enrolment.kind.empty())
        enrolment.receiptKey = account.receiptKey.text();
    enrolment.device = account.device;
    enrolment.deviceName = account.deviceName;
    enrolment.token = account.token;
    enrolment.privateKey = base::toBase64Url(key->seed());
    enrolment.programmeId = account.programmeId;
    enrolment.programmeName = account.programmeName;
    enrolment.username = account.person.username;
    enrolment.personName = account.person.name;
    enrolment.role = account.person.role;
    enrolment.office = account.person.office;
    enrolment.enrolledAt = m_clock->now();
    // A cursor of one hub says nothing to another.
    if (otherHub)
        TASHILGAR_TRY(m_store->arrivals().restart());
    TASHILGAR_TRY(m_store->settings().enrol(enrolment));
    return m_store->settings().setValue(kComingKey, {});
}

Result<void> StoreAccountBook::keepAddresses(const std::vector<std::string>& addresses)
{
    return m_store->settings().setAddresses(addresses);
}

Result<void> StoreAccountBook::forgetToken() { return m_store->settings().forgetToken(); }

Result<protocol::SigningKey> StoreAccountBook::deviceKey()
{
    const auto enrolment = m_store->settings().enrolment();
    if (!enrolment)
        return base::fail(enrolment.error());
    const auto coming = m_store->settings().value(kComingKey);
    if (!coming)
        return base::fail(coming.error());
    if (const auto key = keyOf(coming->value_or(std::string())))
        return *key;
    if (*enrolment) {
        if (const auto key = keyOf((*enrolment)->privateKey))
            return *key;
    }
    const protocol::SigningKey made = protocol::SigningKey::random(*m_random);
    TASHILGAR_TRY(m_store->settings().setValue(kComingKey, base::toBase64Url(made.seed())));
    return made;
}

} // namespace tashilgar::exchange
