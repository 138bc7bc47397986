#include "app/fieldwork/submission_review.h"

#include "app/base/text.h"
#include "app/fieldwork/form_resources.h"
#include "app/forms/entry.h"
#include "app/store/store.h"

#include <algorithm>

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
