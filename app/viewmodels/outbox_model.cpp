#include "app/viewmodels/outbox_model.h"

#include "app/viewmodels/display_text.h"
#include "app/viewmodels/form_look.h"
#include "app/viewmodels/record_text.h"

namespace tashilgar::viewmodels {

using store::SubmissionState;

namespace {

std::vector<RowModel<OutboxRow>::Role> roles()
{
    return {{"recordId", [](const OutboxRow& row) { return row.id; }},
        {"title", [](const OutboxRow& row) { return row.title; }},
        {"formTitle", [](const OutboxRow& row) { return row.formTitle; }},
        {"glyph", [](const OutboxRow& row) { return row.glyph; }},
        {"recordState", [](const OutboxRow& row) { return row.state; }},
        {"detail", [](const OutboxRow& row) { return row.detail; }},
        {"when", [](const OutboxRow& row) { return row.when; }},
        {"done", [](const OutboxRow& row) { return row.done; }}};
}

OutboxRow rowOf(const store::SubmissionSummary& record)
{
    OutboxRow row;
    row.id = QString::fromStdString(record.id.value());
    row.title = DisplayText::instance().worded(fieldwork::SubmissionReview::title(record));
    row.formTitle = DisplayText::instance().worded(record.formTitle);
    row.glyph = formGlyph(record.form.form.value());
    row.state = stateName(record.state);
    row.detail = recordDetail(record);
    const std::uint32_t pieces = record.files + 1;
    const std::uint32_t gone = record.state == SubmissionState::Waiting ? 0 : pieces - record.filesWaiting;
    row.done = static_cast<double>(gone) / pieces;
    return row;
}

} // namespace

OutboxModel::OutboxModel(QObject* parent)
    : RowModel(roles(), [](const OutboxRow& row) { return row.id; }, parent)
{
}

void OutboxModel::setRecords(const std::vector<store::SubmissionSummary>& records, base::Instant now)
{
    const DisplayText& display = DisplayText::instance();
    std::vector<OutboxRow> rows;
    for (auto it = records.rbegin(); it != records.rend(); ++it) { // oldest first, as they are sent
        if (it->state != SubmissionState::Waiting && it->state != SubmissionState::Partial)
            continue;
        OutboxRow row = rowOf(*it);
        row.when = display.rowMoment(it->madeAt, now);
        rows.push_back(std::move(row));
    }
    setRows(std::move(rows));
    emit changed();
}

void OutboxModel::setTotals(std::uint32_t records, std::uint32_t files)
{
    const DisplayText& display = DisplayText::instance();
    m_total = static_cast<int>(records);
    m_summary = display.digits(tr("%n record(s)", nullptr, m_total));
    if (files > 0)
        m_summary = tr("%1, %2", "records, files").arg(m_summary, display.digits(tr("%n file(s)", nullptr, static_cast<int>(files))));
    emit changed();
}

ReceiptModel::ReceiptModel(QObject* parent)
    : RowModel(roles(), [](const OutboxRow& row) { return row.id; }, parent)
{
}

void ReceiptModel::setRecords(const std::vector<store::SubmissionSummary>& records, base::Instant now)
{
    const DisplayText& display = DisplayText::instance();
    std::vector<OutboxRow> rows;
    for (const store::SubmissionSummary& record : records) {
        if (rows.size() == kMostShown)
            break;
        OutboxRow row = rowOf(record);
        if (record.state == SubmissionState::Safe && record.receipt) {
            row.detail = receiptSentence(record, now);
            // An OpenRosa server knows nothing of a number of ours.
            row.when = record.receipt->isSigned() ? display.code(QString::fromStdString(record.receipt->number()))
                                                  : display.time(record.receipt->hubTime);
        } else if (record.state == SubmissionState::Refused) {
            row.when = display.rowMoment(record.madeAt, now);
        } else {
            continue;
        }
        rows.push_back(std::move(row));
    }
    setRows(std::move(rows));
    emit changed();
}

} // namespace tashilgar::viewmodels
