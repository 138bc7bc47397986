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
    static constexpr std::size_t kChangesAtFirst = 100;

    Pull(HubCalls& hub, Inbox& inbox, PieceSize& pieces, Report report);

    /// The first page, a small one: asks whether anything is new, before anything that costs more.
    base::Result<void> greet();
    /// All that follow.
    base::Result<void> fetchChanges();
    /// Whether the hub said that more is to come.
    bool hasMore() const { return m_more; }
    /// Contents of at most \p largest bytes; installs what they complete.
    base::Result<void> fetchBlobs(std::uint64_t largest);

    std::uint64_t changesApplied() const { return m_changesApplied; }
    std::uint32_t formsInstalled() const { return m_formsInstalled; }
    /// The first content that could not be had while others could.
    const std::optional<base::Error>& setback() const { return m_setback; }

private:
    base::Result<void> fetchPage(std::size_t limit);
    base::Result<void> install();
    base::Result<void> fetchBlob(const MissingBlob& blob);

    HubCalls* m_hub;
    Inbox* m_inbox;
    PieceSize* m_pieces;
    Report m_report;
    bool m_more = false;
    bool m_restarted = false;
    std::uint64_t m_changesApplied = 0;
    std::uint32_t m_formsInstalled = 0;
    std::optional<base::Error> m_setback;
};

} // namespace tashilgar::client
