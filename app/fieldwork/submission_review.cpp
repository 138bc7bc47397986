#include "app/fieldwork/submission_review.h"

#include "app/base/text.h"
#include "app/fieldwork/field_of.h"
#include "app/fieldwork/filling.h"
#include "app/fieldwork/form_resources.h"
#include "app/fieldwork/record_words.h"
#include "app/forms/entry.h"
#include "app/forms/glance.h"
#include "app/store/store.h"

#include <algorithm>
#include <functional>

namespace tashilgar::fieldwork {
namespace {

/// The last name of "/data/person[2]/age".
std::string lastName(std::string_view ref)
{
    const std::size_t slash = ref.rfind('/');
    std::string_view name = slash == std::string_view::npos ? ref : ref.substr(slash + 1);
    return std::string(name.substr(0, name.find('[')));
}

bool isArabicScript(std::string_view language)
{
    for (const std::string_view code : {"fa", "ku", "ckb", "ar", "(fa)", "(ku)", "(ckb)", "(ar)"}) {
        if (language == code || (code.front() == '(' && language.ends_with(code)))
            return true;
    }
    return false;
}

/// A choice as a person reads it; several joined by the language's comma.
std::string readable(const forms::NodeView& view, std::string_view language)
{
    if (view.choices.empty())
        return view.value;
    const auto label = [&](std::string_view value) {
        for (const forms::Choice& choice : view.choices) {
            if (choice.value == value)
                return choice.label.empty() ? choice.value : choice.label;
        }
        return std::string(value);
    };
    if (!view.multiple)
        return label(view.value);
    std::string text;
    for (const std::string_view value : base::splitWords(view.value)) {
        text += text.empty() ? "" : isArabicScript(language) ? "، " : ", ";
        text += label(value);
    }
    return text;
}

} // namespace

SubmissionReview::SubmissionReview(FormLibrary& library)
    : m_library(&library)
{
}

base::Result<std::vector<store::DraftSummary>> SubmissionReview::drafts()
{
    return m_library->surroundings().store->drafts().list();
}

base::Result<std::vector<store::SubmissionSummary>> SubmissionReview::records(std::uint32_t limit, std::uint32_t offset)
{
    return m_library->surroundings().store->submissions().list(limit, offset);
}

base::Result<std::vector<store::RecordKey>> SubmissionReview::keys(
    const store::RecordFilter& filter, const std::optional<store::RecordKey>& after, std::uint32_t limit)
{
    return m_library->surroundings().store->recordIndex().keys(filter, after, limit);
}

base::Result<std::vector<store::SubmissionSummary>> SubmissionReview::records(std::span<const std::int64_t> rows)
{
    return m_library->surroundings().store->recordIndex().summaries(rows);
}

base::Result<store::SubmissionSummary> SubmissionReview::summary(const base::InstanceId& record)
{
    return m_library->surroundings().store->submissions().summary(record);
}

base::Result<store::RecordIndex::Totals> SubmissionReview::totals()
{
    return m_library->surroundings().store->recordIndex().totals();
}

base::Result<std::vector<SubmissionReview::Place>> SubmissionReview::places()
{
    store::Store& store = *m_library->surroundings().store;
    const auto codes = store.recordIndex().places();
    if (!codes)
        return base::fail(codes.error());
    const auto called = [&](const char* list, const std::string& code) {
        const auto row = store.lists().row(base::ListName(list), code);
        for (const auto& [name, value] : row ? row->values : decltype(row->values)()) {
            if (name == "label" && !value.empty())
                return value;
        }
        return code;
    };
    std::vector<Place> places;
    for (const store::RecordPlace& code : *codes)
        places.push_back({code, called("neighbourhoods", code.neighbourhood), called("blocks", code.block)});
    return places;
}

base::Result<std::vector<store::SubmissionSummary>> SubmissionReview::outgoing(std::uint32_t limit)
{
    store::SubmissionBox& box = m_library->surroundings().store->submissions();
    auto partial = box.partial(limit);
    if (!partial)
        return partial;
    auto waiting = box.waiting(limit);
    if (!waiting)
        return waiting;
    partial->insert(partial->end(), waiting->begin(), waiting->end());
    std::stable_sort(partial->begin(), partial->end(), [](const auto& a, const auto& b) { return a.row < b.row; });
    if (partial->size() > limit)
        partial->resize(limit);
    return partial;
}

base::Result<std::vector<store::SubmissionSummary>> SubmissionReview::answered(std::uint32_t limit)
{
    std::vector<std::int64_t> rows;
    for (const store::RecordList list : {store::RecordList::Sent, store::RecordList::Returned}) {
        store::RecordFilter filter;
        filter.list = list;
        const auto found = keys(filter, {}, limit);
        if (!found)
            return base::fail(found.error());
        for (const store::RecordKey& key : *found)
            rows.push_back(key.row);
    }
    std::sort(rows.begin(), rows.end(), std::greater());
    return records(rows);
}

base::Result<std::uint32_t> SubmissionReview::prepareSearch(std::uint32_t limit)
{
    store::Store& store = *m_library->surroundings().store;
    const auto without = store.recordIndex().withoutWords(limit);
    if (!without)
        return base::fail(without.error());
    std::vector<std::pair<base::InstanceId, store::RecordWords>> found;
    for (const base::InstanceId& id : *without) {
        const auto record = store.submissions().read(id);
        if (!record)
            return base::fail(record.error());
        store::RecordWords words{{}, {}, {}, record->summary.name, {}};
        if (const auto form = m_library->load(record->summary.form)) // else at least by its title
            words = recordWords(**form, record->summary.name, record->xml);
        found.emplace_back(id, std::move(words));
    }
    TASHILGAR_TRY(store.recordIndex().setWords(found));
    return static_cast<std::uint32_t>(without->size());
}

std::string SubmissionReview::placeReached(const store::DraftSummary& draft, std::string_view language)
{
    if (draft.currentRef.empty())
        return {};
    const auto form = m_library->load(draft.form);
    const forms::Field* field = form ? fieldOf(**form, draft.currentRef) : nullptr;
    return field ? forms::columnLabel(**form, field->path, language) : std::string();
}

base::Result<base::DraftId> SubmissionReview::duplicate(const base::DraftId& draft)
{
    const auto kept = m_library->surroundings().store->drafts().read(draft);
    if (!kept)
        return base::fail(kept.error());
    if (kept->summary.correction)
        return base::fail(kOneCorrection, "a correction is of one record and has no second draft");
    const auto before = Filling::resume(*m_library, draft);
    if (!before)
        return base::fail(before.error());
    const auto copy = Filling::start(*m_library, (*before)->form());
    if (!copy)
        return base::fail(copy.error());
    TASHILGAR_TRY((*copy)->takeOver(**before));
    TASHILGAR_TRY((*copy)->leave());
    return (*copy)->draft();
}

std::string SubmissionReview::title(const store::DraftSummary& draft)
{
    return draft.name.empty() ? draft.formTitle : draft.name;
}

std::string SubmissionReview::title(const store::SubmissionSummary& record)
{
    return record.name.empty() ? record.formTitle : record.name;
}

base::Result<store::Submission> SubmissionReview::read(const base::InstanceId& record)
{
    return m_library->surroundings().store->submissions().read(record);
}

base::Result<std::vector<ReviewLine>> SubmissionReview::lines(const base::InstanceId& record, std::string_view language)
{
    auto submission = read(record);
    if (!submission)
        return base::fail(std::move(submission).error());
    auto form = m_library->load(submission->summary.form);
    if (!form)
        return base::fail(std::move(form).error());

    const Surroundings& around = m_library->surroundings();
    FormResources resources(*around.store, submission->summary.form, around.tables);
    forms::EntryHost host;
    host.resources = &resources;
    host.clock = around.clock;
    host.random = around.random;
    host.zone = around.zone;
    host.properties = around.properties;
    host.blankForMissingResources = true;
    auto entry = forms::Entry::restore(*form, host, submission->xml);
    if (!entry)
        return base::fail(std::move(entry).error());
    if (!language.empty())
        (*entry)->setLanguage(language);

    std::vector<ReviewLine> lines;
    for (const forms::Event& event : (*entry)->events()) {
        if (event.kind == forms::Event::Kind::PromptRepeat)
            continue;
        auto view = (*entry)->view(event.ref);
        if (!view)
            return base::fail(std::move(view).error());
        ReviewLine line;
        line.ref = event.ref;
        line.label = view->label.empty() ? lastName(event.ref) : view->label;
        line.depth = static_cast<int>(std::count(event.ref.begin(), event.ref.end(), '/')) - 2;
        line.personal = view->personal;
        if (event.kind == forms::Event::Kind::Question) {
            if (view->value.empty() || view->kind == forms::NodeKind::Note)
                continue;
            line.file = view->kind == forms::NodeKind::Upload;
            line.value = readable(*view, (*entry)->language());
        } else {
            if (view->label.empty())
                continue;
            line.kind = ReviewLine::Kind::Heading;
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

base::Result<void> SubmissionReview::copyOut(
    const base::InstanceId& record, std::string_view fileName, const std::filesystem::path& target)
{
    auto submission = read(record);
    if (!submission)
        return base::fail(std::move(submission).error());
    for (const store::AttachedFile& file : submission->files) {
        if (file.name == fileName)
            return m_library->surroundings().store->attachments().copyOut(file.sha256, target);
    }
    return base::fail(base::kNotFound, "the record has no such file", std::string(fileName));
}

base::Result<TodayFigures> SubmissionReview::today()
{
    const Surroundings& around = m_library->surroundings();
    base::LocalTime midnight = around.zone->toLocal(around.clock->now());
    midnight.hour = midnight.minute = midnight.second = midnight.millisecond = 0;
    const base::Instant since = around.zone->toInstant(midnight);

    store::Store& store = *around.store;
    const auto drafts = store.drafts().count();
    if (!drafts)
        return base::fail(drafts.error());
    const auto made = store.submissions().countMadeSince(since);
    if (!made)
        return base::fail(made.error());
    const auto safe = store.submissions().countSafeSince(since);
    if (!safe)
        return base::fail(safe.error());
    const auto counts = store.submissions().counts();
    if (!counts)
        return base::fail(counts.error());
    return TodayFigures{*drafts, *made, *safe, counts->waiting, counts->partial, counts->refused, counts->filesWaiting,
        counts->bytesWaiting};
}

base::Result<void> SubmissionReview::setAside(const base::DraftId& draft)
{
    return m_library->surroundings().store->drafts().setAside(draft);
}

base::Result<void> SubmissionReview::bringBack(const base::DraftId& draft)
{
    return m_library->surroundings().store->drafts().bringBack(draft);
}

base::Result<void> SubmissionReview::sendAgain(const base::InstanceId& record)
{
    return m_library->surroundings().store->submissions().sendAgain(record);
}

} // namespace tashilgar::fieldwork
