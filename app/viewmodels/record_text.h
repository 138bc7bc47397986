#pragma once

#include "app/fieldwork/submission_review.h"

#include <QString>

namespace tashilgar::viewmodels {

/// "waiting", "partial", "safe" or "refused": for colours and signs.
QString stateName(store::SubmissionState state);
/// How it stands, in words.
QString stateText(const store::SubmissionSummary& record);
/// Photos and, where it waits or came back, why.
QString recordDetail(const store::SubmissionSummary& record);
/// "The office holds this record and all 3 photos. 30 Aban 1405, 18:42"; of an OpenRosa server, that it signs nothing.
QString receiptSentence(const store::SubmissionSummary& record, base::Instant now);

} // namespace tashilgar::viewmodels
