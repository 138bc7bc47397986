#pragma once

#include "app/fieldwork/submission_review.h"

#include <QString>

namespace tashilgar::viewmodels {

/// What a row of the page Records shows.
struct RecordRow {
    QString id; ///< of the draft or the record
    bool draft = false;
    bool correction = false; ///< a draft that corrects a record
    QString title;
    QString formId;
    QString formTitle;
    QString glyph;
    QString day; ///< head of the part it stands in
    QString when; ///< time of day
    QString state; ///< "draft", "waiting", "partial", "safe" or "refused"
    QString stateText;
    QString detail; ///< photos, reason; of a draft how far it is
    QString receipt; ///< number, when there is one
    QString receiptText; ///< who holds it and since when
};

/// \p place is the question at which the draft was left, or empty.
RecordRow rowOf(const store::DraftSummary& draft, const QString& place, base::Instant now);
RecordRow rowOf(const store::SubmissionSummary& record, base::Instant now);

} // namespace tashilgar::viewmodels
