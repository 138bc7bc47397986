#pragma once

#include "app/base/result.h"
#include "app/fieldwork/form_library.h"
#include "app/store/draft_box.h"
#include "app/store/submission_box.h"

#include <filesystem>
#include <string>
#include <vector>

namespace tashilgar::fieldwork {

/// One answered question of a finalised record, in form order.
struct ReviewLine {
    enum class Kind { Heading, Answer };
    Kind kind = Kind::Answer;
    std::string ref;
    std::string label; ///< in the asked language; the name of the node when it has none
    std::string value; ///< lexical; for choices their labels, joined by a comma of the language
    bool file = false; ///< value names an attached file
    bool personal = false;
    int depth = 0; ///< groups and repeats above
};

/// The figures of the page Today.
struct TodayFigures {
    std::uint32_t drafts = 0;
    std::uint32_t madeToday = 0; ///< finalised since midnight of the zone
    std::uint32_t safeToday = 0; ///< receipts since midnight
    std::uint32_t waiting = 0; ///< no answer of the hub yet
    std::uint32_t partial = 0; ///< answers arrived, files on their way
    std::uint32_t refused = 0;
    std::uint32_t filesWaiting = 0;
    std::uint64_t bytesWaiting = 0;
};

/// Looks at drafts and finalised records, and decides what becomes of them; changes no answer.
class SubmissionReview {
public:
    /// \p library outlives this object.
    explicit SubmissionReview(FormLibrary& library);

    /// Drafts and records with what a list shows; a title is the instanceName, or else the form's.
    base::Result<std::vector<store::DraftSummary>> drafts();
    base::Result<std::vector<store::SubmissionSummary>> records(std::uint32_t limit = 1000, std::uint32_t offset = 0);
    static std::string title(const store::DraftSummary& draft);
    static std::string title(const store::SubmissionSummary& record);

    base::Result<store::Submission> read(const base::InstanceId& record);
    /// What was answered, as a person reads it. Fails as FormLibrary::load() does.
    base::Result<std::vector<ReviewLine>> lines(const base::InstanceId& record, std::string_view language);
    /// Writes the plain content of a record's file to \p target, for a viewer. Fails with base::kNotFound.
    base::Result<void> copyOut(
        const base::InstanceId& record, std::string_view fileName, const std::filesystem::path& target);
    base::Result<TodayFigures> today();

    /// Out of the list, until bringBack() or the start after a month.
    base::Result<void> setAside(const base::DraftId& draft);
    base::Result<void> bringBack(const base::DraftId& draft);
    /// A record that the hub refused goes with the next round, because the hub or the form was mended.
    base::Result<void> sendAgain(const base::InstanceId& record);

private:
    FormLibrary* m_library;
};

} // namespace tashilgar::fieldwork
