#pragma once

#include "sync/client/hub_calls.h"
#include "sync/client/inbox.h"
#include "sync/client/piece_size.h"
#include "sync/client/push.h"

#include <cstdint>
#include <optional>

namespace tashilgar::client {

/// Brings what is new at the hub: changes page by page, each applied with its cursor, then the contents that form
/// versions need, in pieces. Lives for one round, on one thread; each step may be repeated from any point.
class Pull {
public:
    /// Changes a page: some hundred kilobytes of rows.
    static constexpr std::size_t kChangesPerPage = 1000;

    Pull(HubCalls& hub, Inbox& inbox, PieceSize& pieces, Report report);

    base::Result<void> fetchChanges();
    /// Contents of at most \p largest bytes; installs what they complete.
    base::Result<void> fetchBlobs(std::uint64_t largest);

    std::uint64_t changesApplied() const { return m_changesApplied; }
    std::uint32_t formsInstalled() const { return m_formsInstalled; }
    /// The first content that could not be had while others could.
    const std::optional<base::Error>& setback() const { return m_setback; }

private:
    base::Result<void> fetchBlob(const MissingBlob& blob);

    HubCalls* m_hub;
    Inbox* m_inbox;
    PieceSize* m_pieces;
    Report m_report;
    std::uint64_t m_changesApplied = 0;
    std::uint32_t m_formsInstalled = 0;
    std::optional<base::Error> m_setback;
};

} // namespace tashilgar::client
