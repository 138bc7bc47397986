#pragma once

#include "sync/client/account.h"
#include "sync/client/inbox.h"
#include "sync/client/outbox.h"
#include "tests/support/world.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace tashilgar::tests {

/// Outbox, inbox and account book of a tablet, in memory. `dieAt` lets the n-th call, and all after it until revive(),
/// fail without effect, as if the process had been killed there.
class MemoryTablet final : public client::Outbox, public client::Inbox, public client::AccountBook {
public:
    explicit MemoryTablet(std::uint64_t seed = 99);

    enum class State { Unanswered, Stored, Refused, Safe };
    struct Kept {
        client::OutgoingRecord head;
        std::string xml;
        State state = State::Unanswered;
        protocol::Problem why;
        protocol::Receipt receipt;
        std::uint32_t setbacks = 0;
    };
    void add(const std::string& instance, const std::string& xml, const std::vector<std::string>& files = {});
    const Kept& kept(const std::string& instance) const { return m_records.at(base::InstanceId(instance)); }
    bool knows(const std::string& instance) const { return m_records.contains(base::InstanceId(instance)); }
    std::size_t countIn(State state) const;

    std::map<std::string, std::string> contents; ///< files of records, by hash
    std::map<std::string, std::string> arrived;  ///< files of forms, by hash
    std::vector<protocol::FormPublished> announced;
    std::set<std::string> installed;
    std::map<std::string, std::map<std::string, std::string>> lists; ///< list, key, label
    int pagesApplied = 0;
    std::optional<client::Account> enrolledAs;

    std::optional<protocol::FormDictionary> formDictionary; ///< of every form

    std::optional<int> dieAt;
    base::ErrorCode deathCause = base::kIoError;
    int calls = 0;
    void revive() { dieAt.reset(); }

    // Outbox
    base::Result<std::vector<client::OutgoingRecord>> unanswered(std::uint32_t limit) override;
    base::Result<std::vector<client::OutgoingRecord>> stored(std::uint32_t limit) override;
    base::Result<std::vector<client::OutgoingBlob>> waitingBlobs(std::uint32_t limit) override;
    base::Result<std::string> xml(const base::InstanceId& instance) override;
    base::Result<std::unique_ptr<base::ReadableFile>> openBlob(std::string_view sha256) override;
    base::Result<Totals> totals() override;
    base::Result<const protocol::FormDictionary*> dictionary(const base::FormVersion&) override { return formDictionary ? &*formDictionary : nullptr; }
    base::Result<void> noteAttempt(const std::vector<base::InstanceId>& records) override;
    base::Result<void> noteSetback(const base::InstanceId& record, const protocol::Problem& why) override;
    base::Result<void> noteStored(const base::InstanceId& record, const std::vector<std::string>& missing) override;
    base::Result<void> noteUnknown(const base::InstanceId& record) override;
    base::Result<void> noteRefused(const base::InstanceId& record, const protocol::Problem& why) override;
    base::Result<void> offerAgain(std::string_view code) override;
    base::Result<void> noteLocation(std::string_view sha256, std::string_view location) override;
    base::Result<void> noteArrived(std::string_view sha256) override;
    base::Result<void> keepReceipt(
        const base::InstanceId& record, const protocol::Receipt& receipt, base::Instant hubTime) override;

    // Inbox
    base::Result<std::string> cursor() override;
    base::Result<void> apply(const protocol::ChangePage& page) override;
    base::Result<void> restart() override;
    base::Result<std::vector<client::MissingBlob>> missingBlobs() override;
    base::Result<client::IncomingBlob*> receive(const client::MissingBlob& blob) override;
    base::Result<std::uint32_t> installComplete() override;

    // AccountBook
    base::Result<std::optional<client::Account>> account() override;
    base::Result<void> keep(const client::Account& account) override;
    base::Result<void> keepAddresses(const std::vector<std::string>& addresses) override;
    base::Result<void> forgetToken() override;
    base::Result<protocol::SigningKey> deviceKey() override;

private:
    struct Incoming;
    bool dead();
    tl::unexpected<base::Error> died() const;

    FakeRandom m_random;
    std::vector<base::InstanceId> m_order;
    std::map<base::InstanceId, Kept> m_records;
    std::set<std::string> m_waiting; ///< blobs of stored records
    std::map<std::string, std::string> m_locations;
    std::string m_cursor;
    std::map<std::string, std::shared_ptr<Incoming>> m_incoming;
    std::optional<protocol::SigningKey> m_key;
};

} // namespace tashilgar::tests
