#include "app/viewmodels/record_rows.h"

#include "app/viewmodels/display_text.h"
#include "app/viewmodels/form_look.h"
#include "app/viewmodels/record_list_model.h"
#include "app/viewmodels/record_text.h"

namespace tashilgar::viewmodels {

namespace {

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

} // namespace

RecordRow rowOf(const store::DraftSummary& draft, const QString& place, base::Instant now)
{
    const DisplayText& display = DisplayText::instance();
    RecordRow row;
    row.id = text(draft.id.value());
    row.draft = true;
    row.correction = draft.correction;
    row.title = display.worded(fieldwork::SubmissionReview::title(draft));
    row.formId = text(draft.form.form.value());
    row.formTitle = display.worded(draft.formTitle);
    row.glyph = formGlyph(draft.form.form.value());
    row.day = display.rowDate(draft.changedAt, now);
    row.when = display.time(draft.changedAt);
    row.state = QStringLiteral("draft");
    row.stateText = RecordListModel::tr("Draft");
    row.detail = display.digits(RecordListModel::tr("%n answer(s) so far", nullptr, static_cast<int>(draft.steps)));
    if (!place.isEmpty())
        row.detail = RecordListModel::tr("%1, left at %2", "answers so far, question").arg(row.detail, display.quoted(place));
    return row;
}

RecordRow rowOf(const store::SubmissionSummary& record, base::Instant now)
{
    const DisplayText& display = DisplayText::instance();
    RecordRow row;
    row.id = text(record.id.value());
    row.title = display.worded(fieldwork::SubmissionReview::title(record));
    row.formId = text(record.form.form.value());
    row.formTitle = display.worded(record.formTitle);
    row.glyph = formGlyph(record.form.form.value());
    row.day = display.rowDate(record.madeAt, now);
    row.when = display.time(record.madeAt);
    row.state = stateName(record.state);
    row.stateText = stateText(record);
    row.detail = recordDetail(record);
    if (record.receipt) {
        if (record.receipt->isSigned())
            row.receipt = text(record.receipt->number());
        row.receiptText = receiptSentence(record, now);
    }
    return row;
}

} // namespace tashilgar::viewmodels
