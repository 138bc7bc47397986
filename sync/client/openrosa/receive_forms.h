#pragma once

#include "sync/client/inbox.h"
#include "sync/client/openrosa/session.h"
#include "sync/client/openrosa/shelf_note.h"
#include "sync/client/push.h"

#include <optional>
#include <set>

namespace tashilgar::client::openrosa {

/// Brings a server's forms, their files and its entity lists to the shelf. What is here with the server's hash is not asked
/// for again; a form is changed together with the note of it, or not at all; a form that is no longer listed takes no new
/// entries and keeps its drafts. Lives for one round.
///
/// A form that cannot be had is passed over and the others go on.
class ReceiveForms {
public:
    /// One file of a form: a film to show, at most.
    static constexpr std::size_t kLargestFile = 256u * 1024 * 1024;
    /// Rows of a list in one change; some hundred kilobytes.
    static constexpr std::size_t kRowsPerPage = 5000;

    ReceiveForms(Session& session, Inbox& inbox, Report report);

    base::Result<void> run();

    std::uint64_t changesApplied() const { return m_changesApplied; }
    std::uint32_t formsInstalled() const { return m_formsInstalled; }
    const std::optional<base::Error>& setback() const { return m_setback; }

private:
    base::Result<void> takeForm(const ListedForm& listed);
    base::Result<void> takeList(const ListedFile& listed);
    base::Result<void> retireMissing(const std::vector<ListedForm>& listed);
    /// The file under \p url, kept on the tablet. \p known is what is noted of it; nothing is asked where it still holds.
    base::Result<ShelfNote::File> fileOf(const std::string& url, const std::string& hash, const std::string& name, const ShelfNote::File* known);
    base::Result<void> apply(std::vector<protocol::Change> changes, ShelfNote note);

    Session* m_session;
    Inbox* m_inbox;
    Report m_report;
    ShelfNote m_note;
    std::set<std::string> m_missing; ///< contents that were noted and are not here
    std::set<std::string> m_listsSeen;
    std::uint64_t m_changesApplied = 0;
    std::uint32_t m_formsInstalled = 0;
    std::optional<base::Error> m_setback;
};

} // namespace tashilgar::client::openrosa
