#pragma once

#include "app/base/result.h"
#include "app/fieldwork/form_library.h"
#include "app/store/draft_box.h"
#include "app/store/submission_box.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace tashilgar::fieldwork {

/// A correction of a record is not duplicated: it would be two next versions of one record.
inline constexpr base::ErrorCode kOneCorrection{"fieldwork.one-correction"};

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
    /// Lists of very many records, a page at a time: see store::RecordIndex.
    base::Result<std::vector<store::RecordKey>> keys(
        const store::RecordFilter& filter, const std::optional<store::RecordKey>& after, std::uint32_t limit);
    base::Result<std::vector<store::SubmissionSummary>> records(std::span<const std::int64_t> rows);
    base::Result<store::SubmissionSummary> summary(const base::InstanceId& record);
    base::Result<store::RecordIndex::Totals> totals();
    base::Result<std::vector<FillableForm>> forms() { return m_library->forms(); }
    base::Result<std::shared_ptr<const forms::Form>> form(const base::FormVersion& version) { return m_library->load(version); }
    struct Place {
        store::RecordPlace code;
        std::string neighbourhood; ///< as the lists of the office call it, or the code
        std::string block;
    };
    /// Where records were made.
    base::Result<std::vector<Place>> places();
    /// What goes next, oldest first, and what came of the latest: receipts and records that came back, newest first.
    base::Result<std::vector<store::SubmissionSummary>> outgoing(std::uint32_t limit);
    base::Result<std::vector<store::SubmissionSummary>> answered(std::uint32_t limit);
    /// Makes some records of an older store findable; the reply is how many, 0 when all are. For quiet moments.
    base::Result<std::uint32_t> prepareSearch(std::uint32_t limit);
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
    /// Another draft with the same answers, files and place, and an identity of its own. Fails as Filling::resume() does,
    /// and with kOneCorrection for a draft that corrects a record.
    base::Result<base::DraftId> duplicate(const base::DraftId& draft);
    /// The question at which a draft was left, as its form calls it; empty where it is none.
    std::string placeReached(const store::DraftSummary& draft, std::string_view language);
    base::Result<void> bringBack(const base::DraftId& draft);
    /// A record that the hub refused goes with the next round, because the hub or the form was mended.
    base::Result<void> sendAgain(const base::InstanceId& record);

private:
    FormLibrary* m_library;
};

} // namespace tashilgar::fieldwork
