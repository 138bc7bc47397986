#pragma once

#include "app/store/store.h"
#include "sync/client/outbox.h"

#include <map>

namespace tashilgar::exchange {

/// The store's finalised records as the synchroniser sees them.
///
/// Unanswered is the store's Waiting, stored its Partial. Lives on the store's thread, shorter than the store.
class StoreOutbox final : public client::Outbox {
public:
    StoreOutbox(store::Store& store, const base::Clock& clock);

    base::Result<std::vector<client::OutgoingRecord>> unanswered(std::uint32_t limit) override;
    base::Result<std::vector<client::OutgoingRecord>> stored(std::uint32_t limit) override;
    base::Result<std::vector<client::OutgoingBlob>> waitingBlobs(std::uint32_t limit) override;
    base::Result<std::string> xml(const base::InstanceId& instance) override;
    base::Result<std::unique_ptr<base::ReadableFile>> openBlob(std::string_view sha256) override;
    base::Result<Totals> totals() override;
    base::Result<const protocol::FormDictionary*> dictionary(const base::FormVersion& version) override;

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

private:
    base::Result<std::vector<client::OutgoingRecord>> outgoing(
        base::Result<std::vector<store::SubmissionSummary>> summaries);

    store::Store* m_store;
    const base::Clock* m_clock;
    std::map<base::FormVersion, protocol::FormDictionary> m_dictionaries; ///< empty for a form that is not here or shows nothing
};

} // namespace tashilgar::exchange
