#include "app/store/settings_box.h"

#include "app/base/bytes.h"
#include "app/sqlite/transaction.h"
#include "app/store/moments.h"
#include "app/store/pairs.h"

#include <charconv>

namespace tashilgar::store {
namespace {

constexpr std::string_view kEnrolment = "enrolment";
constexpr std::string_view kChoices = "choices";
constexpr std::string_view kProgramme = "programme";

std::string packed(const std::vector<std::string>& texts) { return base::toBase64Url(packTexts(texts)); }

std::vector<std::string> unpacked(std::string_view text)
{
    const auto bytes = base::fromBase64(text);
    return bytes ? unpackTexts(*bytes) : std::vector<std::string>();
}

} // namespace

SettingsBox::SettingsBox(sqlite::Database& records, const base::SecretKey& key, base::Random& random)
    : m_records(&records)
    , m_key(base::deriveKey(key, "settings"))
    , m_random(&random)
{
}

std::string SettingsBox::sealed(std::string_view plain)
{
    return plain.empty() ? std::string() : base::toBase64Url(base::seal(base::bytesOf(plain), m_key, *m_random));
}

base::Result<std::string> SettingsBox::unsealed(std::string_view text)
{
    if (text.empty())
        return std::string();
    const auto bytes = base::fromBase64(text);
    if (!bytes)
        return base::fail(base::kSealBroken, "the enrolment in the store is damaged");
    auto plain = base::unseal(*bytes, m_key);
    if (!plain)
        return base::fail(std::move(plain).error());
    return std::string(base::textOf(*plain));
}

base::Result<std::map<std::string, std::string>> SettingsBox::read(std::string_view section)
{
    std::map<std::string, std::string> values;
    TASHILGAR_TRY(m_records->select(
        "SELECT name, value FROM setting WHERE section = ?",
        [&](const sqlite::Statement& row) { values[row.text(0)] = row.text(1); }, section));
    return values;
}

base::Result<void> SettingsBox::write(std::string_view section, std::string_view name, std::string_view value)
{
    return m_records->run(
        "INSERT OR REPLACE INTO setting (section, name, value) VALUES (?, ?, ?)", section, name, value);
}

base::Result<std::optional<Enrolment>> SettingsBox::enrolment()
{
    auto values = read(kEnrolment);
    if (!values)
        return base::fail(std::move(values).error());
    if (values->empty())
        return std::nullopt;
    auto& v = *values;
    auto token = unsealed(v["token"]);
    auto privateKey = unsealed(v["privateKey"]);
    if (!token || !privateKey)
        return base::fail(token ? std::move(privateKey).error() : std::move(token).error());
    std::int64_t at = 0;
    std::from_chars(v["enrolledAt"].data(), v["enrolledAt"].data() + v["enrolledAt"].size(), at);
    return Enrolment{v["kind"], base::HubId(v["hub"]), v["hubName"], unpacked(v["addresses"]), v["pin"], v["receiptKeyId"],
        v["receiptKey"], base::DeviceId(v["device"]), v["deviceName"], std::move(*token), std::move(*privateKey),
        v["programmeId"], v["programmeName"], v["username"], v["personName"], v["role"], v["office"], momentOf(at)};
}

base::Result<void> SettingsBox::enrol(const Enrolment& enrolment)
{
    const std::map<std::string, std::string> values{
        {"kind", enrolment.kind},
        {"hub", enrolment.hub.value()},
        {"hubName", enrolment.hubName},
        {"addresses", packed(enrolment.addresses)},
        {"pin", enrolment.pin},
        {"receiptKeyId", enrolment.receiptKeyId},
        {"receiptKey", enrolment.receiptKey},
        {"device", enrolment.device.value()},
        {"deviceName", enrolment.deviceName},
        {"token", sealed(enrolment.token)},
        {"privateKey", sealed(enrolment.privateKey)},
        {"programmeId", enrolment.programmeId},
        {"programmeName", enrolment.programmeName},
        {"username", enrolment.username},
        {"personName", enrolment.personName},
        {"role", enrolment.role},
        {"office", enrolment.office},
        {"enrolledAt", std::to_string(toRow(enrolment.enrolledAt))},
    };
    auto transaction = sqlite::Transaction::begin(*m_records);
    if (!transaction)
        return base::fail(std::move(transaction).error());
    for (const auto& [name, value] : values)
        TASHILGAR_TRY(write(kEnrolment, name, value));
    return transaction->commit();
}

base::Result<void> SettingsBox::setAddresses(const std::vector<std::string>& addresses)
{
    return write(kEnrolment, "addresses", packed(addresses));
}

base::Result<void> SettingsBox::forgetToken()
{
    return m_records->run(
        "UPDATE setting SET value = '' WHERE section = ? AND name IN ('token', 'privateKey')", kEnrolment);
}

base::Result<std::optional<std::string>> SettingsBox::value(std::string_view name)
{
    std::optional<std::string> found;
    TASHILGAR_TRY(m_records->select(
        "SELECT value FROM setting WHERE section = ? AND name = ?",
        [&](const sqlite::Statement& row) { found = row.text(0); }, kChoices, name));
    return found;
}

base::Result<void> SettingsBox::setValue(std::string_view name, std::string_view value)
{
    return write(kChoices, name, value);
}

base::Result<std::map<std::string, std::string>> SettingsBox::values() { return read(kChoices); }

base::Result<void> SettingsBox::setPeople(std::string_view programmeName, const std::vector<Person>& people)
{
    auto transaction = sqlite::Transaction::begin(*m_records);
    if (!transaction)
        return base::fail(std::move(transaction).error());
    TASHILGAR_TRY(m_records->run("DELETE FROM setting WHERE section = ?", kProgramme));
    for (const Person& person : people)
        TASHILGAR_TRY(write(kProgramme, person.username, packed({person.name, person.role})));
    if (!programmeName.empty())
        TASHILGAR_TRY(m_records->run(
            "UPDATE setting SET value = ? WHERE section = ? AND name = 'programmeName'", programmeName, kEnrolment));
    return transaction->commit();
}

base::Result<std::vector<Person>> SettingsBox::people()
{
    auto values = read(kProgramme);
    if (!values)
        return base::fail(std::move(values).error());
    std::vector<Person> people;
    for (const auto& [username, text] : *values) {
        std::vector<std::string> parts = unpacked(text);
        parts.resize(2);
        people.push_back({username, std::move(parts[0]), std::move(parts[1])});
    }
    return people;
}

} // namespace tashilgar::store
