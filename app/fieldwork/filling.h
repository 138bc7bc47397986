#pragma once

#include "app/base/ids.h"
#include "app/base/result.h"
#include "app/fieldwork/form_library.h"
#include "app/fieldwork/form_resources.h"
#include "app/fieldwork/media_types.h"
#include "app/forms/entry.h"
#include "app/store/draft_box.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::fieldwork {

class FillingLog;
class StepWorld;

/// A draft does not open, neither from its last snapshot nor from its journal. It stays in the store, untouched.
inline constexpr base::ErrorCode kBrokenDraft{"fieldwork.broken-draft"};
/// An answer names a file that the draft does not have; it is to be taken again, or taken out.
inline constexpr base::ErrorCode kFileMissing{"fieldwork.file-missing"};
/// The file is larger than an answer of this kind may be; the sentence names both sizes.
inline constexpr base::ErrorCode kFileTooLarge{"fieldwork.file-too-large"};

/// An answer is not what the form expects, and nobody has said why; Filling::doubts() tells which.
inline constexpr base::ErrorCode kReasonWanted{"fieldwork.reason-wanted"};

/// One entry being filled, saved at every step.
///
/// answer(), addRepeat(), removeRepeat() and attach() return after their step is committed to the disk: the process may
/// die at any moment, and resume() gives the same entry. The draft begins with the first of them, so a form that is
/// opened and closed leaves nothing behind. Values that a replay would find changed (time, random numbers, position)
/// are kept with each step.
///
/// When the disk is full a step stays in memory, the call fails with base::kDiskFull, and unsaved() counts it; the next
/// step, or save(), writes all that is missing. Belongs to the store's thread; ends before the library and the store.
class Filling {
public:
    /// A new entry. Fails as FormLibrary::load() and forms::Entry::open() do.
    static base::Result<std::unique_ptr<Filling>> start(FormLibrary& library, const base::FormVersion& form);
    /// Goes on with a draft. Fails with base::kNotFound or kBrokenDraft.
    static base::Result<std::unique_ptr<Filling>> resume(FormLibrary& library, const base::DraftId& draft);
    /// A new draft that corrects a finalised record; the record stays until the draft is finished, and after.
    static base::Result<std::unique_ptr<Filling>> correct(FormLibrary& library, const base::InstanceId& record);
    ~Filling();

    const base::DraftId& draft() const { return m_draft; }
    const base::FormVersion& form() const { return m_version; }
    /// For looking: view(), events(), validate(), revision(). Changes go through this class, or they are not saved.
    const forms::Entry& entry() const { return *m_entry; }
    void setLanguage(std::string_view language) { m_entry->setLanguage(language); }

    /// As forms::Entry::answer(), with \p value as a person types it: digits in any set, letters from any keyboard.
    /// What the engine keeps although an expression failed (forms::kEvaluation) is saved too.
    base::Result<void> answer(std::string_view ref, std::string_view value);
    base::Result<std::string> addRepeat(std::string_view range);
    base::Result<void> removeRepeat(std::string_view instance);
    /// Says why the answer at \p ref is right although the form does not expect it: kept as a step; the audit log has it at the end. It
    /// belongs to that answer; another one, and an instance of the repeat around it that goes, take it back.
    base::Result<void> overrule(std::string_view ref, std::string_view reason);
    /// The reason that was given; empty where there is none.
    std::string overruled(std::string_view ref) const;
    /// What is not expected and not overruled.
    std::vector<forms::Doubt> doubts() const;
    /// The form asks why a submitted record is changed, and this is one. What is said goes into the audit log.
    bool asksWhyChanged() const;
    void sayWhyChanged(std::string_view reason);
    /// Copies \p source into the store and answers \p ref with its new name, which is the reply. An empty \p mediaType
    /// is told from the name. Fails with kFileTooLarge; then nothing was copied.
    base::Result<std::string> attach(
        std::string_view ref, const std::filesystem::path& source, std::string_view mediaType = {});
    /// The plain content behind the answer of \p ref. Fails with base::kNotFound.
    base::Result<std::unique_ptr<base::ReadableFile>> attachment(std::string_view ref);
    const std::vector<store::AttachedFile>& files() const { return m_files; }

    /// Where the person is; resume() comes back to it.
    base::Result<void> setCurrentRef(std::string_view ref);
    const std::string& currentRef() const { return m_currentRef; }
    /// For the audit log, where the form asks for one: the page shows \p refs now, which are all on the page of \p screen
    /// when that is not empty; or the end of the form. The log is kept with the draft now and then, and at leave(), and goes
    /// with the record as "audit.csv".
    void enterScreen(std::vector<std::string> refs, std::string_view screen = {});
    void enterEnd();
    /// Text in a field that is not answered yet; called 300 ms after the last key. Answering the field drops it.
    base::Result<void> keepTyped(std::string_view ref, std::string_view text);
    const std::optional<store::TypedText>& typed() const { return m_typed; }

    /// Takes the steps of \p before, an entry of another version of the form, as far as they still fit: what names a place
    /// that is gone or that holds another kind of value now is left out. Also the place where the person was.
    /// For an entry without steps of its own. Fails as save() does; the entry has the steps all the same.
    base::Result<void> takeOver(const Filling& before);

    /// Steps that are not on the disk, and when the last one got there.
    std::uint32_t unsaved() const { return static_cast<std::uint32_t>(m_unsaved.size()); }
    std::optional<base::Instant> savedAt() const { return m_savedAt; }
    base::Result<void> save();

    /// Keeps the draft with a snapshot that opens fast. The destructor does without.
    base::Result<void> leave();
    /// Validates, makes the submission and puts it into the outbox in one transaction, which also ends the draft;
    /// nothing else may be called then. In a rehearsal (Surroundings) nothing is kept. Fails with forms::kNotValid (see
    /// entry().validate()), kReasonWanted or kFileMissing; then all is as it was.
    base::Result<base::InstanceId> finish();

private:
    Filling(FormLibrary& library, std::shared_ptr<const forms::Form> form, const base::FormVersion& version,
        base::DraftId draft, std::string seed);

    forms::EntryHost host();
    /// What the engine takes of \p step; a failed expression that depends on it is no failure.
    static base::Result<void> take(forms::Entry& entry, const store::JournalStep& step);
    base::Result<void> replay(const store::Draft& draft, std::string_view snapshot, std::size_t from);
    /// The step that was just taken goes to the disk, with its \p file.
    base::Result<void> keep(store::JournalStep step, std::optional<store::AttachedFile> file = {});
    base::Result<std::vector<store::JournalStep>> journal() const;
    void closeLog();
    void heed(const store::JournalStep& step); ///< what \p step does to the reasons
    base::Result<void> begin();
    std::string valueAt(std::string_view ref) const; ///< for the log; empty where there is none
    /// The audit log so far, as a file of the draft.
    base::Result<void> keepLog();
    std::string newFileName(const std::filesystem::path& source) const;

    FormLibrary* m_library;
    store::Store* m_store;
    base::FormVersion m_version;
    std::shared_ptr<const forms::Form> m_form;
    FormResources m_resources;
    base::DraftId m_draft;
    std::string m_seed;
    std::unique_ptr<StepWorld> m_world;
    std::unique_ptr<FillingLog> m_log;
    std::unique_ptr<forms::Entry> m_entry;
    base::InstanceId m_corrects;
    std::string m_firstSnapshot;
    base::Instant m_startedAt;
    bool m_begun = false; ///< the draft is in the store
    std::uint32_t m_steps = 0; ///< taken, on the disk or not
    std::uint32_t m_snapshotSteps = 0;
    std::vector<store::JournalStep> m_unsaved;
    std::vector<store::AttachedFile> m_files;
    std::vector<store::AttachedFile> m_unsavedFiles;
    std::string m_currentRef;
    std::optional<store::TypedText> m_typed;
    std::map<std::string, std::string, std::less<>> m_overruled; ///< reasons, by ref
    std::string m_whyChanged;
    bool m_logClosed = false;
    std::optional<base::Instant> m_savedAt;
};

} // namespace tashilgar::fieldwork
