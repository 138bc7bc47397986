#include "app/viewmodels/record_list_model.h"

#include "app/base/text.h"
#include "app/viewmodels/display_text.h"
#include "app/viewmodels/error_text.h"
#include "app/viewmodels/form_look.h"
#include "app/viewmodels/record_text.h"

namespace tashilgar::viewmodels {

namespace {

const std::vector<RowModel<RecordRow>::Role>& roles()
{
    static const std::vector<RowModel<RecordRow>::Role> kRoles{
        {"recordId", [](const RecordRow& row) { return row.id; }},
        {"draft", [](const RecordRow& row) { return row.draft; }},
        {"title", [](const RecordRow& row) { return row.title; }},
        {"formId", [](const RecordRow& row) { return row.formId; }},
        {"formTitle", [](const RecordRow& row) { return row.formTitle; }},
        {"glyph", [](const RecordRow& row) { return row.glyph; }},
        {"day", [](const RecordRow& row) { return row.day; }},
        {"when", [](const RecordRow& row) { return row.when; }},
        {"recordState", [](const RecordRow& row) { return row.state; }},
        {"stateText", [](const RecordRow& row) { return row.stateText; }},
        {"detail", [](const RecordRow& row) { return row.detail; }},
        {"receipt", [](const RecordRow& row) { return row.receipt; }},
        {"receiptText", [](const RecordRow& row) { return row.receiptText; }},
    };
    return kRoles;
}

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

QString foldedOf(const std::string& title, const std::string& formTitle, const QString& receipt)
{
    return QString::fromStdString(base::foldForSearch(title + ' ' + formTitle + ' ' + receipt.toStdString()));
}

struct Dated {
    base::Instant at;
    RecordRow row;
};

Dated fromDraft(const store::DraftSummary& draft, base::Instant now)
{
    const DisplayText& display = DisplayText::instance();
    RecordRow row;
    row.id = text(draft.id.value());
    row.draft = true;
    row.title = display.worded(fieldwork::SubmissionReview::title(draft));
    row.formId = text(draft.form.form.value());
    row.formTitle = display.worded(draft.formTitle);
    row.glyph = formGlyph(draft.form.form.value());
    row.day = display.rowDate(draft.changedAt, now);
    row.when = display.time(draft.changedAt);
    row.state = QStringLiteral("draft");
    row.stateText = RecordListModel::tr("Draft");
    row.detail = display.digits(RecordListModel::tr("%n answer(s) so far", nullptr, static_cast<int>(draft.steps)));
    row.folded = foldedOf(fieldwork::SubmissionReview::title(draft), draft.formTitle, {});
    return {draft.changedAt, row};
}

Dated fromRecord(const store::SubmissionSummary& record, base::Instant now)
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
    row.folded = foldedOf(fieldwork::SubmissionReview::title(record), record.formTitle, row.receipt);
    return {record.madeAt, row};
}

} // namespace

RecordListModel::RecordListModel(QObject* parent)
    : RowModel(roles(), [](const RecordRow& row) { return row.id; }, parent)
{
}

void RecordListModel::read(fieldwork::SubmissionReview& review, base::Instant now)
{
    const auto drafts = review.drafts();
    const auto records = review.records();
    m_trouble = !drafts ? tellOf(drafts.error()) : !records ? tellOf(records.error()) : QString();
    setRecords(drafts ? *drafts : std::vector<store::DraftSummary>(),
        records ? *records : std::vector<store::SubmissionSummary>(), now);
}

void RecordListModel::setRecords(const std::vector<store::DraftSummary>& drafts,
    const std::vector<store::SubmissionSummary>& records, base::Instant now)
{
    std::vector<Dated> dated;
    dated.reserve(drafts.size() + records.size());
    for (const store::DraftSummary& draft : drafts)
        dated.push_back(fromDraft(draft, now));
    for (const store::SubmissionSummary& record : records)
        dated.push_back(fromRecord(record, now));
    std::stable_sort(dated.begin(), dated.end(), [](const Dated& a, const Dated& b) { return a.at > b.at; });
    m_all.clear();
    for (Dated& one : dated)
        m_all.push_back(std::move(one.row));
    apply();
}

void RecordListModel::setFilter(const QString& filter)
{
    m_filter = filter;
    apply();
}

void RecordListModel::setState(const QString& state)
{
    m_state = state;
    apply();
}

bool RecordListModel::isIn(const RecordRow& row, const QString& state)
{
    return state.isEmpty() || row.state == state || (state == u"waiting" && row.state == u"partial");
}

int RecordListModel::countIn(const QString& state) const
{
    return static_cast<int>(
        std::count_if(m_all.begin(), m_all.end(), [&state](const RecordRow& row) { return isIn(row, state); }));
}

QString RecordListModel::totalText() const
{
    return DisplayText::instance().digits(tr("%n record(s) on this tablet", nullptr, total()));
}

void RecordListModel::apply()
{
    const QString wanted = QString::fromStdString(base::foldForSearch(m_filter.toStdString()));
    std::vector<RecordRow> kept;
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(kept),
        [this, &wanted](const RecordRow& row) { return isIn(row, m_state) && row.folded.contains(wanted); });
    setRows(std::move(kept));
    emit changed();
}

QVariantMap RecordListModel::record(const QString& id) const
{
    QVariantMap map;
    for (const RecordRow& row : m_all) {
        if (row.id != id)
            continue;
        for (const Role& role : roles())
            map.insert(QString::fromLatin1(role.name), role.read(row));
    }
    return map;
}

QVariantList RecordListModel::draftsOf(const QString& formId) const
{
    QVariantList list;
    for (const RecordRow& row : m_all) {
        if (!row.draft || row.formId != formId)
            continue;
        list.append(QVariantMap{{QStringLiteral("recordId"), row.id}, {QStringLiteral("title"), row.title},
            {QStringLiteral("second"), tr("%1 %2, %3").arg(row.day, row.when, row.detail)}});
    }
    return list;
}

} // namespace tashilgar::viewmodels
