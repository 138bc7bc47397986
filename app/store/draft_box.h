#pragma once

#include "app/base/clock.h"
#include "app/base/ids.h"
#include "app/base/result.h"
#include "app/store/attached_file.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::sqlite {
class Database;
}

namespace tashilgar::store {

/// One thing a person did to an entry, with what the engine asked of the world meanwhile, so that doing it again gives
/// the same entry.
struct JournalStep {
    enum class Kind { Answer = 1, AddRepeat = 2, RemoveRepeat = 3, Overrule = 4 };
    Kind kind = Kind::Answer;
    std::string ref; ///< of the node, the range, or the instance
    std::string value; ///< lexical, of an answer; of an overruling the reason
    base::Instant at;
    std::string position; ///< what the position source answered, or empty
};

/// Text in a field that the person has not left yet.
struct TypedText {
    std::string ref;
    std::string text;
};

struct DraftSummary {
    base::DraftId id;
    base::FormVersion form;
    std::string formTitle;
    std::string name; ///< instanceName at the last step; may be empty
    base::Instant startedAt;
    base::Instant changedAt;
    std::uint32_t steps = 0;
    std::string currentRef; ///< where the person was; may be empty
    bool correction = false; ///< of a finalised record
};

/// A draft as it lies in the store.
struct Draft {
    DraftSummary summary;
    base::InstanceId corrects; ///< the finalised record that this draft edits; mostly empty
    std::string seed; ///< where the entry's random values come from
    std::string firstSnapshot; ///< as the entry was opened
    std::string snapshot; ///< the latest; equal to firstSnapshot until there is a later one
    std::uint32_t snapshotSteps = 0; ///< how many steps of the journal `snapshot` has in it
    std::vector<JournalStep> journal; ///< from the beginning
    std::optional<TypedText> typed;
    std::vector<AttachedFile> files;
};

/// What begins a draft.
struct NewDraft {
    base::DraftId id;
    base::FormVersion form;
    base::InstanceId corrects;
    std::string seed;
    std::string firstSnapshot;
    base::Instant startedAt;
    std::vector<AttachedFile> files; ///< that answers of the first snapshot name
};

/// Unfinished entries. Every call is committed, and on the disk, when it returns; on failure nothing of it is.
/// One of the parts of Store, which owns it and says which thread.
class DraftBox {
public:
    DraftBox(sqlite::Database& records, const base::Clock& clock);

    base::Result<void> create(const NewDraft& draft);
    /// A whole draft, as read() gave it; its later snapshot is left out, the journal tells the same.
    base::Result<void> restore(const Draft& draft);
    /// Adds \p steps to the journal, in order, and drops unfinished typing in the last one's field. \p name becomes the
    /// draft's. \p files are those that the steps' answers begin to name.
    base::Result<void> append(const base::DraftId& draft, std::span<const JournalStep> steps, std::string_view name,
        std::span<const AttachedFile> files = {});
    /// The state after all steps so far, to open faster. The journal stays whole until the draft is finished, so that a
    /// snapshot that turns out broken costs nothing.
    base::Result<void> saveSnapshot(const base::DraftId& draft, std::string_view snapshot);
    base::Result<void> setCurrentRef(const base::DraftId& draft, std::string_view ref);
    base::Result<void> keepTyped(const base::DraftId& draft, const TypedText& typed);

    /// Fails with base::kNotFound.
    base::Result<Draft> read(const base::DraftId& draft);
    /// Last changed first; without those that were set aside.
    base::Result<std::vector<DraftSummary>> list();
    base::Result<std::uint32_t> count();
    base::Result<std::uint32_t> countOf(const base::FormId& form);

    /// Sets a draft aside; bringBack() undoes it until forgetSetAside() runs.
    base::Result<void> setAside(const base::DraftId& draft);
    base::Result<void> bringBack(const base::DraftId& draft);
    /// Removes for good what was set aside before \p moment.
    base::Result<void> forgetSetAside(base::Instant moment);

private:
    sqlite::Database* m_records;
    const base::Clock* m_clock;
};

} // namespace tashilgar::store
