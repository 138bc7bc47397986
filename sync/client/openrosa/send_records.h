#pragma once

#include "sync/client/openrosa/ledger.h"
#include "sync/client/openrosa/session.h"
#include "sync/client/outbox.h"
#include "sync/client/push.h"

#include <optional>
#include <span>

namespace tashilgar::client::openrosa {

/// Sends what waits in an Outbox to an OpenRosa server, one record after the other in the order they were made, because an
/// edit must not come before what it replaces. A record with many files goes in several requests, each with the same XML
/// byte for byte; what was taken is noted, so that a cut costs one request and not all of them. Lives for one round.
///
/// A record the server refuses is set aside with its reason and the others go on.
class SendRecords {
public:
    /// More parts than this in one request are cut off by some servers.
    static constexpr std::size_t kMostFiles = 100;
    /// A single file goes alone however large it is; beyond this no server of today takes it, and it would not fit into the
    /// memory of a small tablet.
    static constexpr std::uint64_t kLargestFile = 100u * 1024 * 1024;

    SendRecords(Session& session, Outbox& outbox, Ledger& ledger, const Account& account, const base::Clock& clock, Report report);

    base::Result<void> run();

    std::uint32_t answersKept() const { return m_answersKept; }
    const std::optional<base::Error>& setback() const { return m_setback; }

private:
    using Files = std::span<const protocol::BlobRef>;
    base::Result<void> sendRecord(const OutgoingRecord& record);
    base::Result<void> sendFiles(const OutgoingRecord& record, const std::string& xml, Files files, bool last);
    base::Result<int> post(const OutgoingRecord& record, const std::string& xml, Files files, bool last);
    base::Result<void> finish(const OutgoingRecord& record, const std::string& xml);
    /// The first of \p files that go into one request.
    std::size_t fitting(const std::string& xml, Files files) const;

    Session* m_session;
    Outbox* m_outbox;
    Ledger* m_ledger;
    const Account* m_account;
    const base::Clock* m_clock;
    Report m_report;
    int m_status = 0; ///< of the last answer
    std::uint32_t m_answersKept = 0;
    int m_failures = 0;
    std::optional<base::Error> m_setback;
};

} // namespace tashilgar::client::openrosa
