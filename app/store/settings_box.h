#pragma once

#include "app/base/clock.h"
#include "app/base/ids.h"
#include "app/base/result.h"
#include "app/base/seal.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::sqlite {
class Database;
}

namespace tashilgar::store {

/// What enrolling brought: where the hub is, how it is known, who this tablet and its person are.
struct Enrolment {
    std::string kind; ///< empty for a hub of ours, "openrosa" for a server of OpenRosa
    base::HubId hub;
    std::string hubName;
    std::vector<std::string> addresses; ///< "https://192.168.1.10:8443", in the order to be tried
    std::string pin; ///< SHA-256 of the hub's public key, hexadecimal
    std::string receiptKeyId;
    std::string receiptKey; ///< base64url
    base::DeviceId device;
    std::string deviceName;
    std::string token; ///< sealed before it reaches a row
    std::string privateKey; ///< of the device, base64url; sealed likewise; may be empty
    std::string programmeId;
    std::string programmeName;
    std::string username;
    std::string personName;
    std::string role;
    std::string office;
    base::Instant enrolledAt;
};

/// A name for the screen, from the hub.
struct Person {
    std::string username;
    std::string name;
    std::string role;
};

/// Enrolment and what a person has chosen. One of the parts of Store, which owns it and says which thread.
class SettingsBox {
public:
    SettingsBox(sqlite::Database& records, const base::SecretKey& key, base::Random& random);

    /// Nothing before the first enrolment.
    base::Result<std::optional<Enrolment>> enrolment();
    base::Result<void> enrol(const Enrolment& enrolment);
    /// The hub has new addresses; the rest stays.
    base::Result<void> setAddresses(const std::vector<std::string>& addresses);
    /// Forgets token and private key; records and receipts stay.
    base::Result<void> forgetToken();

    base::Result<std::optional<std::string>> value(std::string_view name);
    base::Result<void> setValue(std::string_view name, std::string_view value);
    base::Result<std::map<std::string, std::string>> values();

    base::Result<void> setPeople(std::string_view programmeName, const std::vector<Person>& people);
    base::Result<std::vector<Person>> people();

private:
    base::Result<std::map<std::string, std::string>> read(std::string_view section);
    base::Result<void> write(std::string_view section, std::string_view name, std::string_view value);
    std::string sealed(std::string_view plain);
    base::Result<std::string> unsealed(std::string_view text);

    sqlite::Database* m_records;
    base::SecretKey m_key;
    base::Random* m_random;
};

} // namespace tashilgar::store
