#include "sync/client/pull.h"

#include <algorithm>

namespace tashilgar::client {

using base::Result;

Pull::Pull(HubCalls& hub, Inbox& inbox, PieceSize& pieces, Report report)
    : m_hub(&hub)
    , m_inbox(&inbox)
    , m_pieces(&pieces)
    , m_report(std::move(report))
{
}

Result<void> Pull::fetchPage(std::size_t limit)
{
    const auto cursor = m_inbox->cursor();
    if (!cursor)
        return base::fail(cursor.error());
    m_report({Movement::Kind::Changes, {}, m_changesApplied, 0});
    const auto page = m_hub->changes(*cursor, limit);
    if (!page && page.error().code == kCursorUnknown && !m_restarted) {
        m_restarted = true;
        TASHILGAR_TRY(m_inbox->restart());
        return fetchPage(limit);
    }
    if (!page)
        return base::fail(page.error());
    if (page->more && page->cursor == *cursor)
        return base::fail(kHubTrouble, "the hub has more changes and no place to go on from");
    if (!page->changes.empty() || page->cursor != *cursor)
        TASHILGAR_TRY(m_inbox->apply(*page));
    m_changesApplied += page->changes.size();
    m_more = page->more;
    return {};
}

Result<void> Pull::install()
{
    const auto installed = m_inbox->installComplete();
    if (!installed)
        return base::fail(installed.error());
    m_formsInstalled += *installed;
    return {};
}

Result<void> Pull::greet()
{
    TASHILGAR_TRY(fetchPage(kChangesAtFirst));
    return install();
}

Result<void> Pull::fetchChanges()
{
    do
        TASHILGAR_TRY(fetchPage(kChangesPerPage));
    while (m_more);
    return install();
}

Result<void> Pull::fetchBlobs(std::uint64_t largest)
{
    const auto missing = m_inbox->missingBlobs();
    if (!missing)
        return base::fail(missing.error());
    bool arrived = false;
    for (const MissingBlob& blob : *missing) {
        if (blob.size > largest)
            continue;
        const auto fetched = fetchBlob(blob);
        if (fetched) {
            arrived = true;
            continue;
        }
        // One content that the hub has lost or damaged does not keep the other forms away.
        const base::ErrorCode code = fetched.error().code;
        if (code != kNotThere && code != kIncomingDiffers)
            return base::fail(fetched.error());
        if (!m_setback)
            m_setback = fetched.error();
    }
    return arrived ? install() : Result<void>();
}

Result<void> Pull::fetchBlob(const MissingBlob& blob)
{
    const auto incoming = m_inbox->receive(blob);
    if (!incoming)
        return base::fail(incoming.error());
    while ((*incoming)->received() < blob.size) {
        const std::uint64_t offset = (*incoming)->received();
        m_report({Movement::Kind::FormFile, blob.name, offset, blob.size});
        const std::uint64_t asked = std::min(m_pieces->bytes(), blob.size - offset);
        const auto piece = m_hub->fetchBlob(blob.sha256, offset, asked);
        if (!piece) {
            m_pieces->failed();
            return base::fail(piece.error());
        }
        TASHILGAR_TRY((*incoming)->append(*piece));
        piece->size() == asked ? m_pieces->succeeded() : m_pieces->failed();
    }
    return (*incoming)->finish();
}

} // namespace tashilgar::client
