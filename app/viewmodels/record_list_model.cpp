#include "app/viewmodels/record_list_model.h"

#include "app/base/text.h"
#include "app/viewmodels/display_text.h"
#include "app/viewmodels/error_text.h"
#include "app/viewmodels/fill_state.h"
#include "app/viewmodels/form_words.h"

#include <algorithm>

namespace tashilgar::viewmodels {

namespace {

/// What a first screen needs, and some to scroll into.
constexpr std::uint32_t kFirstKeys = 200;
/// So many are read in a few milliseconds: no frame is late for it.
constexpr std::uint32_t kMoreKeys = 4000;
/// A step of reading on each other frame or so.
constexpr int kIdleMilliseconds = 24;
/// Records of an older store that become findable in one step: each is parsed.
constexpr std::uint32_t kPreparedAtOnce = 8;
/// Rows that are read together, and how many such pages are kept: a few screens.
constexpr std::size_t kPage = 40;
constexpr std::size_t kPagesKept = 24;
constexpr int kCountedExactly = 10'000;

struct Role {
    const char* name;
    QVariant (*read)(const RecordRow&);
};

const std::vector<Role>& roles()
{
    static const std::vector<Role> kRoles{
        {"recordId", [](const RecordRow& row) { return QVariant(row.id); }},
        {"draft", [](const RecordRow& row) { return QVariant(row.draft); }},
        {"correction", [](const RecordRow& row) { return QVariant(row.correction); }},
        {"title", [](const RecordRow& row) { return QVariant(row.title); }},
        {"formId", [](const RecordRow& row) { return QVariant(row.formId); }},
        {"formTitle", [](const RecordRow& row) { return QVariant(row.formTitle); }},
        {"glyph", [](const RecordRow& row) { return QVariant(row.glyph); }},
        {"day", [](const RecordRow& row) { return QVariant(row.day); }},
        {"when", [](const RecordRow& row) { return QVariant(row.when); }},
        {"recordState", [](const RecordRow& row) { return QVariant(row.state); }},
        {"stateText", [](const RecordRow& row) { return QVariant(row.stateText); }},
        {"detail", [](const RecordRow& row) { return QVariant(row.detail); }},
        {"receipt", [](const RecordRow& row) { return QVariant(row.receipt); }},
        {"receiptText", [](const RecordRow& row) { return QVariant(row.receiptText); }},
    };
    return kRoles;
}

QVariantMap mapOf(const RecordRow& row)
{
    QVariantMap map;
    for (const Role& role : roles())
        map.insert(QString::fromLatin1(role.name), role.read(row));
    return map;
}

std::optional<base::Instant> dayBegin(const QString& iso)
{
    const auto moment = base::parseIso(iso.toStdString(), DisplayText::instance().zone());
    return iso.isEmpty() || !moment ? std::nullopt : std::optional(*moment);
}

std::optional<base::Instant> dayEnd(const QString& iso)
{
    const auto begin = dayBegin(iso);
    if (!begin)
        return std::nullopt;
    base::LocalTime next = DisplayText::instance().zone().toLocal(*begin);
    base::civilFromDays(base::daysFromCivil(next.year, next.month, next.day) + 1, next.year, next.month, next.day);
    return DisplayText::instance().zone().toInstant(next);
}

bool same(const store::RecordIndex::Totals& a, const store::RecordIndex::Totals& b)
{
    return a.waiting == b.waiting && a.sent == b.sent && a.returned == b.returned;
}

/// \p sentence with the number in it as numbers are written: ۱۰۰٬۰۰۰.
QString counted(QString sentence, int number)
{
    return sentence.replace(QString::number(number), DisplayText::instance().number(number));
}

/// Each of the folded \p words begins a word of \p text.
bool hasWords(const std::string& text, const std::string& words)
{
    const std::string folded = " " + base::foldForSearch(text);
    const auto wanted = base::splitWords(words);
    return std::all_of(wanted.begin(), wanted.end(),
        [&](std::string_view word) { return folded.find(" " + std::string(word)) != std::string::npos; });
}

} // namespace

RecordListModel::RecordListModel(QObject* parent)
    : QAbstractListModel(parent)
{
    m_idle.setInterval(kIdleMilliseconds);
    connect(&m_idle, &QTimer::timeout, this, &RecordListModel::readSome);
}

int RecordListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QHash<int, QByteArray> RecordListModel::roleNames() const
{
    QHash<int, QByteArray> names;
    for (std::size_t i = 0; i < roles().size(); ++i)
        names.insert(Qt::UserRole + static_cast<int>(i), roles()[i].name);
    return names;
}

QVariant RecordListModel::data(const QModelIndex& index, int role) const
{
    const int field = role - Qt::UserRole;
    if (!index.isValid() || index.row() >= count() || field < 0 || field >= static_cast<int>(roles().size()))
        return {};
    if (roles()[static_cast<std::size_t>(field)].name == std::string_view("day")) // heads ask far more often than rows
        return dayOf(index.row());
    return roles()[static_cast<std::size_t>(field)].read(rowAt(static_cast<std::size_t>(index.row())));
}

QString RecordListModel::dayOf(int row) const
{
    if (row < 0 || row >= count())
        return {};
    return DisplayText::instance().rowDate(m_rows[static_cast<std::size_t>(row)].at, m_now);
}

const RecordRow& RecordListModel::rowAt(std::size_t index) const
{
    const std::size_t page = index / kPage;
    auto found = m_pages.find(page);
    if (found == m_pages.end()) {
        if (m_pages.size() >= kPagesKept) // the one farthest from here
            m_pages.erase(page - m_pages.begin()->first > m_pages.rbegin()->first - page ? m_pages.begin() : std::prev(m_pages.end()));
        const std::size_t begin = page * kPage;
        const std::size_t end = std::min(begin + kPage, m_rows.size());
        std::vector<std::int64_t> numbers;
        for (std::size_t i = begin; i < end; ++i) {
            if (m_rows[i].row > 0)
                numbers.push_back(m_rows[i].row);
        }
        const auto summaries = m_review->records(numbers);
        std::map<std::int64_t, const store::SubmissionSummary*> byNumber;
        if (summaries) {
            for (const store::SubmissionSummary& summary : *summaries)
                byNumber.emplace(summary.row, &summary);
        }
        std::vector<RecordRow> rows(end - begin);
        for (std::size_t i = begin; i < end; ++i) {
            if (const auto record = byNumber.find(m_rows[i].row); record != byNumber.end())
                rows[i - begin] = rowOf(*record->second, m_now);
            else if (m_rows[i].row < 0)
                rows[i - begin] = draftRow(m_rows[i].row);
        }
        found = m_pages.emplace(page, std::move(rows)).first;
    }
    return found->second[index % kPage];
}

RecordRow RecordListModel::draftRow(std::int64_t number) const
{
    for (const store::DraftSummary& draft : m_drafts) {
        if (m_draftNumbers.at(draft.id.value()) == number)
            return rowOf(draft, placeOf(draft), m_now);
    }
    return {};
}

QString RecordListModel::placeOf(const store::DraftSummary& draft) const
{
    const auto form = m_review->form(draft.form);
    const std::string language = form ? languageFor((*form)->languages(), DisplayText::instance().language()) : std::string();
    return formWords(m_review->placeReached(draft, language), DisplayText::instance().rightToLeft());
}

void RecordListModel::read(fieldwork::SubmissionReview& review, base::Instant now)
{
    const bool first = !m_review;
    const store::RecordIndex::Totals before = m_totals;
    m_review = &review;
    m_now = now;
    m_pages.clear();
    readDrafts();
    const auto totals = review.totals();
    m_trouble = totals ? QString() : tellOf(totals.error());
    m_totals = totals.value_or(store::RecordIndex::Totals());
    if (first)
        return restart();
    if (m_state != u"draft" && !same(before, m_totals))
        catchUp(before);
    show(merged(), true);
}

void RecordListModel::catchUp(const store::RecordIndex::Totals& before)
{
    const std::uint32_t fresh = m_totals.all() > before.all() ? m_totals.all() - before.all() : 0;
    if (wanted().list || fresh == 0 || m_keys.empty()) { // any of them may have come or gone
        const auto limit = std::max(kFirstKeys, static_cast<std::uint32_t>(m_keys.size()) + fresh);
        m_keys.clear();
        m_complete = !readKeys(limit);
        return;
    }
    const auto head = m_review->keys(wanted(), {}, fresh);
    if (!head)
        return;
    std::vector<store::RecordKey> newest;
    std::copy_if(head->begin(), head->end(), std::back_inserter(newest),
        [this](const store::RecordKey& key) { return key.row > m_keys.front().row; });
    m_keys.insert(m_keys.begin(), newest.begin(), newest.end());
}

void RecordListModel::readDrafts()
{
    auto drafts = m_review->drafts();
    m_drafts = drafts ? std::move(*drafts) : std::vector<store::DraftSummary>();
    for (const store::DraftSummary& draft : m_drafts)
        m_draftNumbers.emplace(draft.id.value(), -1 - static_cast<std::int64_t>(m_draftNumbers.size()));
}

store::RecordFilter RecordListModel::wanted() const
{
    store::RecordFilter filter = m_wanted;
    filter.from = dayBegin(m_from);
    filter.until = dayEnd(m_until);
    filter.words = m_filter.toStdString();
    if (m_state == u"waiting")
        filter.list = store::RecordList::Waiting;
    else if (m_state == u"safe")
        filter.list = store::RecordList::Sent;
    else if (m_state == u"refused")
        filter.list = store::RecordList::Returned;
    return filter;
}

bool RecordListModel::readKeys(std::uint32_t limit)
{
    const auto after = m_keys.empty() ? std::nullopt : std::optional(m_keys.back());
    const auto keys = m_review->keys(wanted(), after, limit);
    if (!keys) {
        m_trouble = tellOf(keys.error());
        return false;
    }
    m_keys.insert(m_keys.end(), keys->begin(), keys->end());
    return keys->size() == limit;
}

void RecordListModel::restart()
{
    if (!m_review)
        return;
    beginResetModel();
    m_pages.clear();
    m_keys.clear();
    m_complete = m_state == u"draft" || !readKeys(kFirstKeys);
    m_rows = merged();
    endResetModel();
    m_idle.start();
    emit changed();
}

void RecordListModel::readSome()
{
    if (m_complete)
        return prepareSome();
    m_complete = !readKeys(kMoreKeys);
    show(merged(), false);
}

void RecordListModel::prepareSome()
{
    const auto prepared = m_review->prepareSearch(kPreparedAtOnce);
    const bool more = prepared && *prepared == kPreparedAtOnce;
    if (!more)
        m_idle.stop();
    if (m_preparing != more) {
        m_preparing = more;
        emit changed();
    }
}

std::vector<RecordListModel::Key> RecordListModel::shownDrafts() const
{
    std::vector<Key> shown;
    const store::RecordFilter filter = wanted();
    if (filter.list || !filter.neighbourhood.empty() || !filter.block.empty() || !filter.door.empty())
        return shown;
    const std::string words = base::foldForSearch(filter.words);
    for (const store::DraftSummary& draft : m_drafts) {
        if ((filter.form.empty() || draft.form.form == filter.form) && (!filter.from || draft.changedAt >= *filter.from)
            && (!filter.until || draft.changedAt < *filter.until)
            && hasWords(fieldwork::SubmissionReview::title(draft) + ' ' + draft.formTitle, words))
            shown.push_back({m_draftNumbers.at(draft.id.value()), draft.changedAt});
    }
    return shown;
}

std::vector<RecordListModel::Key> RecordListModel::merged() const
{
    const std::vector<Key> drafts = shownDrafts();
    std::vector<Key> rows;
    rows.reserve(m_keys.size() + drafts.size());
    auto draft = drafts.begin();
    for (const store::RecordKey& key : m_keys) {
        for (; draft != drafts.end() && draft->at >= key.madeAt; ++draft)
            rows.push_back(*draft);
        rows.push_back({key.row, key.madeAt});
    }
    if (m_complete) // else older records may still come before them
        rows.insert(rows.end(), draft, drafts.end());
    return rows;
}

void RecordListModel::show(std::vector<Key> rows, bool contentsToo)
{
    std::size_t head = 0;
    while (head < m_rows.size() && head < rows.size() && m_rows[head] == rows[head])
        ++head;
    std::size_t tail = 0;
    while (tail < m_rows.size() - head && tail < rows.size() - head && m_rows[m_rows.size() - 1 - tail] == rows[rows.size() - 1 - tail])
        ++tail;
    const auto at = [](std::size_t i) { return static_cast<std::ptrdiff_t>(i); };
    if (head < rows.size() || head < m_rows.size()) // pages after that place hold other rows now
        m_pages.erase(m_pages.lower_bound(head / kPage), m_pages.end());
    if (const std::size_t gone = m_rows.size() - head - tail; gone > 0) {
        beginRemoveRows({}, static_cast<int>(head), static_cast<int>(head + gone) - 1);
        m_rows.erase(m_rows.begin() + at(head), m_rows.begin() + at(head + gone));
        endRemoveRows();
    }
    if (const std::size_t fresh = rows.size() - head - tail; fresh > 0) {
        beginInsertRows({}, static_cast<int>(head), static_cast<int>(head + fresh) - 1);
        m_rows.insert(m_rows.begin() + at(head), rows.begin() + at(head), rows.begin() + at(head + fresh));
        endInsertRows();
    }
    m_rows = std::move(rows);
    if (contentsToo && !m_rows.empty())
        emit dataChanged(index(0), index(count() - 1));
    if (!m_complete)
        m_idle.start();
    emit changed();
}

void RecordListModel::setFilter(const QString& filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    restart();
}

void RecordListModel::setState(const QString& state)
{
    m_state = state;
    restart();
}

void RecordListModel::setFormId(const QString& form)
{
    m_wanted.form = base::FormId(form.toStdString());
    restart();
}

void RecordListModel::setFrom(const QString& iso)
{
    m_from = iso;
    if (!m_until.isEmpty() && m_until < iso)
        m_until = iso;
    restart();
}

void RecordListModel::setUntil(const QString& iso)
{
    m_until = iso;
    if (!iso.isEmpty() && m_from > iso)
        m_from = iso;
    restart();
}

void RecordListModel::setNeighbourhood(const QString& code)
{
    m_wanted.neighbourhood = code.toStdString();
    m_wanted.block.clear();
    restart();
}

void RecordListModel::setBlock(const QString& code)
{
    m_wanted.block = code.toStdString();
    restart();
}

void RecordListModel::setDoor(const QString& code)
{
    m_wanted.door = code.trimmed().toStdString();
    restart();
}

int RecordListModel::narrowings() const
{
    return int(!m_wanted.form.empty()) + int(!m_from.isEmpty() || !m_until.isEmpty()) + int(!m_wanted.neighbourhood.empty())
        + int(!m_wanted.block.empty()) + int(!m_wanted.door.empty());
}

void RecordListModel::widen()
{
    m_wanted = {};
    m_from.clear();
    m_until.clear();
    restart();
}

void RecordListModel::showAll()
{
    m_filter.clear();
    m_state.clear();
    widen();
}

QString RecordListModel::totalText() const
{
    const DisplayText& display = DisplayText::instance();
    if (m_filter.isEmpty() && m_state.isEmpty() && narrowings() == 0)
        return counted(tr("%n record(s) on this tablet", nullptr, total()), total());
    if (!m_complete && count() > kCountedExactly)
        return tr("More than %1 found").arg(display.number(kCountedExactly));
    return counted(tr("%n record(s) found", nullptr, count()), count());
}

QString RecordListModel::today() const { return DisplayText::instance().isoDate(m_now); }

QVariantMap RecordListModel::record(const QString& id) const
{
    const std::string wantedId = id.toStdString();
    for (const store::DraftSummary& draft : m_drafts) {
        if (draft.id.value() == wantedId)
            return mapOf(rowOf(draft, placeOf(draft), m_now));
    }
    if (!m_review)
        return {};
    const auto summary = m_review->summary(base::InstanceId(wantedId));
    return summary ? mapOf(rowOf(*summary, m_now)) : QVariantMap();
}

QVariantList RecordListModel::draftsOf(const QString& formId) const
{
    QVariantList list;
    for (const store::DraftSummary& draft : m_drafts) {
        if (QString::fromStdString(draft.form.form.value()) != formId)
            continue;
        const RecordRow row = rowOf(draft, placeOf(draft), m_now);
        list.append(QVariantMap{{QStringLiteral("recordId"), row.id}, {QStringLiteral("title"), row.title},
            {QStringLiteral("second"), tr("%1 %2, %3").arg(row.day, row.when, row.detail)}});
    }
    return list;
}

namespace {

QVariantMap choice(const std::string& value, const std::string& label)
{
    return {{QStringLiteral("value"), QString::fromStdString(value)}, {QStringLiteral("label"), DisplayText::instance().worded(label)}};
}

} // namespace

QVariantList RecordListModel::forms() const
{
    QVariantList list;
    const auto forms = m_review ? m_review->forms() : base::Result<std::vector<fieldwork::FillableForm>>();
    for (const fieldwork::FillableForm& form : forms ? *forms : std::vector<fieldwork::FillableForm>())
        list.append(choice(form.id.form.value(), form.title));
    return list;
}

QVariantList RecordListModel::neighbourhoods() const
{
    QVariantList list;
    std::string last;
    const auto places = m_review ? m_review->places() : base::Result<std::vector<fieldwork::SubmissionReview::Place>>();
    for (const auto& place : places ? *places : std::vector<fieldwork::SubmissionReview::Place>()) {
        if (place.code.neighbourhood != last)
            list.append(choice(place.code.neighbourhood, place.neighbourhood));
        last = place.code.neighbourhood;
    }
    return list;
}

QVariantList RecordListModel::blocks() const
{
    QVariantList list;
    const auto places = m_review ? m_review->places() : base::Result<std::vector<fieldwork::SubmissionReview::Place>>();
    for (const auto& place : places ? *places : std::vector<fieldwork::SubmissionReview::Place>()) {
        if (place.code.neighbourhood == m_wanted.neighbourhood && !place.code.block.empty())
            list.append(choice(place.code.block, place.block));
    }
    return list;
}

} // namespace tashilgar::viewmodels
