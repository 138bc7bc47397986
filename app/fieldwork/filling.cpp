#include "app/fieldwork/filling.h"

#include "app/base/bytes.h"
#include "app/base/text.h"
#include "app/base/uuid.h"
#include "app/fieldwork/field_of.h"
#include "app/fieldwork/filling_log.h"
#include "app/fieldwork/record_words.h"
#include "app/fieldwork/step_world.h"
#include "app/forms/glance.h"
#include "app/store/store.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace tashilgar::fieldwork {
namespace {

std::string newSeed(base::Random& random)
{
    std::array<std::byte, 32> bytes{};
    random.fill(bytes);
    return base::toHex(bytes);
}

store::EntityWrite writeOf(const forms::EntityChange& change)
{
    return {base::ListName(change.list), base::EntityId(change.id), change.create, change.update, change.label,
        change.properties, change.baseVersion, change.trunkVersion, change.branchId};
}

/// What is stored of a typed value: ASCII digits for numbers and moments, one form of each Persian letter for free
/// text. All else is already what a form offers.
std::string asStored(const forms::Form& form, std::string_view ref, std::string_view value)
{
    const forms::Field* field = fieldOf(form, ref);
    if (!field)
        return std::string(value);
    switch (field->type) {
    case forms::DataType::Int:
    case forms::DataType::Decimal:
    case forms::DataType::Date:
    case forms::DataType::Time:
    case forms::DataType::DateTime:
    case forms::DataType::Barcode:
        return base::normaliseDigits(value);
    case forms::DataType::String:
        return field->kind == forms::NodeKind::Input ? base::normaliseTyped(value) : std::string(value);
    default:
        return std::string(value);
    }
}

/// What the engine has taken in although it reports a failure: an expression that depends on it went wrong.
bool wasTaken(const base::Error& error) { return error.code == forms::kEvaluation; }

bool isLog(const store::AttachedFile& file) { return file.name == forms::AuditLog::kFileName; }

/// A log of months of sittings; whatever is larger is none.
constexpr std::uint64_t kLargestLogBytes = 16 * 1024 * 1024;

std::string megabytes(std::uint64_t bytes) { return fmt::format("{} MB", (bytes + 999'999) / 1'000'000); }

} // namespace

Filling::Filling(FormLibrary& library, std::shared_ptr<const forms::Form> form, const base::FormVersion& version,
    base::DraftId draft, std::string seed)
    : m_library(&library)
    , m_store(library.surroundings().store)
    , m_version(version)
    , m_form(std::move(form))
    , m_resources(*m_store, version, library.surroundings().tables)
    , m_draft(std::move(draft))
    , m_seed(std::move(seed))
    , m_world(std::make_unique<StepWorld>(*library.surroundings().clock, m_seed, library.surroundings().position))
    , m_log(std::make_unique<FillingLog>(*m_form, library.surroundings()))
    , m_startedAt(library.surroundings().clock->now())
{
}

Filling::~Filling() = default;

forms::EntryHost Filling::host()
{
    forms::EntryHost host;
    host.resources = &m_resources;
    host.clock = m_world.get();
    host.random = m_world.get();
    host.zone = m_library->surroundings().zone;
    host.properties = m_library->surroundings().properties;
    host.position = [world = m_world.get()] { return world->position(); };
    host.audit = m_log->log();
    host.blankForMissingResources = true;
    return host;
}

base::Result<std::unique_ptr<Filling>> Filling::start(FormLibrary& library, const base::FormVersion& version)
{
    auto form = library.load(version);
    if (!form)
        return base::fail(std::move(form).error());
    base::Random& random = *library.surroundings().random;
    std::unique_ptr<Filling> filling(
        new Filling(library, *form, version, base::DraftId(base::uuid4(random)), newSeed(random)));
    filling->m_world->begin(0);
    auto entry = forms::Entry::open(filling->m_form, filling->host());
    filling->m_world->end();
    filling->m_startedAt = filling->m_world->stepTime();
    if (!entry)
        return base::fail(std::move(entry).error());
    filling->m_entry = std::move(*entry);
    filling->m_firstSnapshot = filling->m_entry->snapshot();
    filling->m_log->begin(forms::AuditEvent::FormStart);
    return filling;
}

base::Result<std::unique_ptr<Filling>> Filling::correct(FormLibrary& library, const base::InstanceId& record)
{
    store::Store& store = *library.surroundings().store;
    auto submission = store.submissions().read(record);
    if (!submission)
        return base::fail(std::move(submission).error());
    const base::FormVersion& version = submission->summary.form;
    auto form = library.load(version);
    if (!form)
        return base::fail(std::move(form).error());
    base::Random& random = *library.surroundings().random;
    std::unique_ptr<Filling> filling(
        new Filling(library, *form, version, base::DraftId(base::uuid4(random)), newSeed(random)));
    filling->m_corrects = record;
    filling->m_world->begin(0);
    auto entry = forms::Entry::edit(filling->m_form, filling->host(), submission->xml);
    filling->m_world->end();
    filling->m_startedAt = filling->m_world->stepTime();
    if (!entry)
        return base::fail(std::move(entry).error());
    filling->m_entry = std::move(*entry);
    filling->m_firstSnapshot = filling->m_entry->snapshot();
    filling->m_files = std::move(submission->files);
    std::erase_if(filling->m_files, isLog); // it tells of the record that stays
    filling->m_log->begin(forms::AuditEvent::FormStart);
    return filling;
}

base::Result<std::unique_ptr<Filling>> Filling::resume(FormLibrary& library, const base::DraftId& id)
{
    store::Store& store = *library.surroundings().store;
    auto draft = store.drafts().read(id);
    if (!draft)
        return base::fail(std::move(draft).error());
    auto form = library.load(draft->summary.form);
    if (!form)
        return base::fail(std::move(form).error());
    std::unique_ptr<Filling> filling(new Filling(library, *form, draft->summary.form, id, draft->seed));
    filling->m_corrects = draft->corrects;
    filling->m_firstSnapshot = draft->firstSnapshot;
    filling->m_startedAt = draft->summary.startedAt;
    filling->m_savedAt = draft->summary.changedAt;
    filling->m_begun = true;
    filling->m_steps = static_cast<std::uint32_t>(draft->journal.size());
    filling->m_snapshotSteps = draft->snapshotSteps;

    auto opened = filling->replay(*draft, draft->snapshot, draft->snapshotSteps);
    if (!opened && draft->snapshotSteps > 0)
        opened = filling->replay(*draft, draft->firstSnapshot, 0);
    if (!opened)
        return base::fail(kBrokenDraft, "the draft does not open; it is kept as it is", opened.error().text());

    for (const store::JournalStep& step : draft->journal)
        filling->heed(step);
    filling->m_files = std::move(draft->files);
    std::string earlier;
    for (const store::AttachedFile& file : filling->m_files) {
        if (!isLog(file))
            continue;
        if (const auto bytes = store.attachments().readAll(file.sha256, kLargestLogBytes)) // without it the answers open all the same
            earlier.assign(reinterpret_cast<const char*>(bytes->data()), bytes->size());
    }
    filling->m_log->begin(forms::AuditEvent::FormResume, std::move(earlier));
    filling->m_currentRef = std::move(draft->summary.currentRef);
    filling->m_typed = std::move(draft->typed);
    return filling;
}

base::Result<void> Filling::take(forms::Entry& entry, const store::JournalStep& step)
{
    base::Result<void> done;
    switch (step.kind) {
    case store::JournalStep::Kind::Answer:
        done = entry.answer(step.ref, step.value);
        break;
    case store::JournalStep::Kind::AddRepeat:
        done = entry.addRepeat(step.ref).map([](const std::string&) {});
        break;
    case store::JournalStep::Kind::RemoveRepeat:
        done = entry.removeRepeat(step.ref);
        break;
    case store::JournalStep::Kind::Overrule: // a matter of this entry's host
        break;
    }
    return !done && wasTaken(done.error()) ? base::Result<void>() : done;
}

base::Result<void> Filling::replay(const store::Draft& draft, std::string_view snapshot, std::size_t from)
{
    // What follows from the time is worked out as it was then, not as it would be now.
    m_world->begin(static_cast<std::uint32_t>(from), from == 0 ? m_startedAt : draft.journal[from - 1].at, {});
    auto entry = forms::Entry::restore(m_form, host(), snapshot);
    m_world->end();
    if (!entry)
        return base::fail(std::move(entry).error());
    for (std::size_t i = from; i < draft.journal.size(); ++i) {
        const store::JournalStep& step = draft.journal[i];
        m_world->begin(static_cast<std::uint32_t>(i + 1), step.at, step.position);
        const base::Result<void> done = take(**entry, step);
        m_world->end();
        if (!done)
            return done;
    }
    m_entry = std::move(*entry);
    return {};
}

base::Result<void> Filling::begin()
{
    if (m_begun)
        return {};
    const bool correction = !m_corrects.empty(); // its first snapshot names the record's files
    TASHILGAR_TRY(m_store->drafts().create(
        {m_draft, m_version, m_corrects, m_seed, m_firstSnapshot, m_startedAt, correction ? m_files : std::vector<store::AttachedFile>()}));
    m_begun = true;
    return m_currentRef.empty() ? base::Result<void>() : m_store->drafts().setCurrentRef(m_draft, m_currentRef);
}

base::Result<void> Filling::keep(store::JournalStep step, std::optional<store::AttachedFile> file)
{
    if (m_typed && m_typed->ref == step.ref)
        m_typed.reset();
    ++m_steps;
    heed(step);
    m_unsaved.push_back(std::move(step));
    if (file) {
        m_files.push_back(*file);
        m_unsavedFiles.push_back(std::move(*file));
    }
    return save();
}

base::Result<void> Filling::save()
{
    if (m_unsaved.empty())
        return {};
    TASHILGAR_TRY(begin());
    TASHILGAR_TRY(m_store->drafts().append(m_draft, m_unsaved, m_entry->instanceName(), m_unsavedFiles));
    m_unsaved.clear();
    m_unsavedFiles.clear();
    m_savedAt = m_library->surroundings().clock->now();
    return {};
}

std::string Filling::valueAt(std::string_view ref) const
{
    if (!m_log->log())
        return {};
    auto view = forms::glance(*m_entry, ref);
    return view ? std::move(view->value) : std::string();
}

base::Result<void> Filling::answer(std::string_view ref, std::string_view value)
{
    const std::string stored = asStored(*m_form, ref, value);
    const std::string before = valueAt(ref);
    m_world->begin(m_steps + 1);
    auto done = m_entry->answer(ref, stored);
    m_world->end();
    if (!done && !wasTaken(done.error()))
        return done;
    m_log->changed(ref, before, valueAt(ref));
    TASHILGAR_TRY(keep(
        {store::JournalStep::Kind::Answer, std::string(ref), stored, m_world->stepTime(), m_world->stepPosition()}));
    return done;
}

base::Result<std::string> Filling::addRepeat(std::string_view range)
{
    m_world->begin(m_steps + 1);
    auto added = m_entry->addRepeat(range);
    m_world->end();
    if (!added && !wasTaken(added.error()))
        return added;
    TASHILGAR_TRY(keep(
        {store::JournalStep::Kind::AddRepeat, std::string(range), {}, m_world->stepTime(), m_world->stepPosition()}));
    return added;
}

base::Result<void> Filling::removeRepeat(std::string_view instance)
{
    m_world->begin(m_steps + 1);
    auto done = m_entry->removeRepeat(instance);
    m_world->end();
    if (!done && !wasTaken(done.error()))
        return done;
    TASHILGAR_TRY(keep({store::JournalStep::Kind::RemoveRepeat, std::string(instance), {}, m_world->stepTime(),
        m_world->stepPosition()}));
    return done;
}

void Filling::heed(const store::JournalStep& step)
{
    switch (step.kind) {
    case store::JournalStep::Kind::Answer:
        m_overruled.erase(step.ref);
        return;
    case store::JournalStep::Kind::AddRepeat:
        return;
    case store::JournalStep::Kind::RemoveRepeat: { // those after it have other refs now
        const std::string range = step.ref.substr(0, step.ref.rfind('['));
        std::erase_if(m_overruled, [&](const auto& reason) { return reason.first.starts_with(range + '['); });
        return;
    }
    case store::JournalStep::Kind::Overrule:
        m_overruled.insert_or_assign(step.ref, step.value);
        return;
    }
}

base::Result<void> Filling::overrule(std::string_view ref, std::string_view reason)
{
    const std::string said = base::normaliseTyped(base::trim(reason));
    if (said.empty())
        return base::fail(kReasonWanted, "say in a few words why this is right", std::string(ref));
    const auto view = forms::glance(*m_entry, ref);
    if (!view || !view->unexpected)
        return base::fail(base::kNotFound, "the form expects nothing else here", std::string(ref));
    m_world->begin(m_steps + 1);
    m_world->end();
    return keep({store::JournalStep::Kind::Overrule, std::string(ref), said, m_world->stepTime(), {}});
}

std::string Filling::overruled(std::string_view ref) const
{
    const auto found = m_overruled.find(ref);
    return found == m_overruled.end() ? std::string() : found->second;
}

std::vector<forms::Doubt> Filling::doubts() const
{
    std::vector<forms::Doubt> open = m_entry->doubts();
    std::erase_if(open, [this](const forms::Doubt& doubt) { return m_overruled.contains(doubt.ref); });
    return open;
}

bool Filling::asksWhyChanged() const { return !m_corrects.empty() && m_log->asksWhyChanged(); }

void Filling::sayWhyChanged(std::string_view reason) { m_whyChanged = base::normaliseTyped(base::trim(reason)); }

/// What is said of the whole record ends the log; once, however often finishing is tried.
void Filling::closeLog()
{
    if (m_logClosed)
        return;
    m_logClosed = true;
    for (const auto& [ref, reason] : m_overruled) {
        if (const auto view = forms::glance(*m_entry, ref); view && view->unexpected)
            m_log->overrule(ref, reason);
    }
    if (!m_whyChanged.empty())
        m_log->sayWhyChanged(m_whyChanged);
    m_log->note(forms::AuditEvent::FormExit);
}

// "1714000000000.jpg": when it was attached, and a count where two share a millisecond.
std::string Filling::newFileName(const std::filesystem::path& source) const
{
    const std::string ending = base::toLowerAscii(source.extension().string());
    std::int64_t number = m_library->surroundings().clock->now().time_since_epoch().count();
    while (true) {
        std::string name = fmt::format("{}{}", number++, ending);
        if (std::none_of(m_files.begin(), m_files.end(), [&](const auto& file) { return file.name == name; }))
            return name;
    }
}

base::Result<std::string> Filling::attach(
    std::string_view ref, const std::filesystem::path& source, std::string_view mediaType)
{
    const auto view = m_entry->view(ref);
    if (!view)
        return base::fail(view.error());
    const std::string type = mediaType.empty() ? mediaTypeOf(source) : std::string(mediaType);
    const std::uint64_t limit = largestFile(view->mediaType.empty() ? std::string_view(type) : view->mediaType);
    auto content = m_store->attachments().addFile(source, limit);
    if (!content && content.error().code == base::kTooLarge) {
        auto file = m_library->surroundings().files->open(source);
        const std::string size = file ? megabytes((*file)->size()) : std::string("more");
        return base::fail(kFileTooLarge,
            fmt::format("the file has {}; at most {} may be attached here", size, megabytes(limit)),
            source.filename().string());
    }
    if (!content)
        return base::fail(std::move(content).error());

    std::string name = newFileName(source);
    m_world->begin(m_steps + 1);
    auto done = m_entry->answer(ref, name);
    m_world->end();
    if (!done && !wasTaken(done.error()))
        return base::fail(std::move(done).error());
    TASHILGAR_TRY(
        keep({store::JournalStep::Kind::Answer, std::string(ref), name, m_world->stepTime(), m_world->stepPosition()},
            store::AttachedFile{name, content->sha256, content->size, type}));
    if (!done)
        return base::fail(std::move(done).error());
    return name;
}

base::Result<std::unique_ptr<base::ReadableFile>> Filling::attachment(std::string_view ref)
{
    const auto view = m_entry->view(ref);
    if (!view)
        return base::fail(view.error());
    for (const store::AttachedFile& file : m_files) {
        if (file.name == view->value)
            return m_store->attachments().open(file.sha256);
    }
    return base::fail(base::kNotFound, "nothing is attached here", std::string(ref));
}

base::Result<void> Filling::setCurrentRef(std::string_view ref)
{
    m_currentRef = ref;
    if (!m_begun)
        return {};
    TASHILGAR_TRY(m_store->drafts().setCurrentRef(m_draft, ref));
    return m_log->isDue() ? keepLog() : base::Result<void>();
}

void Filling::enterScreen(std::vector<std::string> refs, std::string_view screen)
{
    m_log->enterScreen(*m_entry, std::move(refs), screen);
}

void Filling::enterEnd() { m_log->enterEnd(*m_entry); }

base::Result<void> Filling::keepLog()
{
    if (!m_log->log())
        return {};
    const std::string text = m_log->csv();
    auto content = m_store->attachments().add(base::bytesOf(text));
    if (!content)
        return base::fail(std::move(content).error());
    std::erase_if(m_files, isLog);
    m_files.push_back({std::string(forms::AuditLog::kFileName), content->sha256, content->size, "text/csv"});
    m_log->kept();
    if (!m_begun)
        return {};
    return m_store->drafts().append(m_draft, {}, m_entry->instanceName(), std::span(&m_files.back(), 1));
}

base::Result<void> Filling::keepTyped(std::string_view ref, std::string_view text)
{
    m_typed = store::TypedText{std::string(ref), std::string(text)};
    TASHILGAR_TRY(begin());
    TASHILGAR_TRY(m_store->drafts().keepTyped(m_draft, *m_typed));
    m_savedAt = m_library->surroundings().clock->now();
    return {};
}

base::Result<void> Filling::leave()
{
    TASHILGAR_TRY(save());
    if (!m_begun)
        return {};
    m_entry->leaveScreen();
    m_log->note(forms::AuditEvent::FormSave);
    m_log->note(forms::AuditEvent::FormExit);
    TASHILGAR_TRY(keepLog());
    if (m_steps == m_snapshotSteps)
        return {};
    if (!m_currentRef.empty())
        TASHILGAR_TRY(m_store->drafts().setCurrentRef(m_draft, m_currentRef));
    TASHILGAR_TRY(m_store->drafts().saveSnapshot(m_draft, m_entry->snapshot()));
    m_snapshotSteps = m_steps;
    return {};
}

base::Result<base::InstanceId> Filling::finish()
{
    if (const auto open = doubts(); !open.empty() && m_entry->validate().empty())
        return base::fail(kReasonWanted, "an answer is not what the form expects; say why it is right", open.front().ref);
    auto finalised = m_entry->finalize();
    if (!finalised)
        return base::fail(std::move(finalised).error());
    const auto fileOf = [this](const std::string& name) {
        return std::find_if(m_files.rbegin(), m_files.rend(), [&](const auto& one) { return one.name == name; });
    };
    for (const std::string& name : finalised->attachments) {
        if (name != forms::AuditLog::kFileName && fileOf(name) == m_files.rend())
            return base::fail(kFileMissing, "a file that an answer names is not on this tablet any more", name);
    }
    closeLog();
    TASHILGAR_TRY(keepLog());
    store::NewSubmission submission;
    submission.id = base::InstanceId(finalised->instanceId);
    submission.form = m_version;
    submission.name = finalised->instanceName;
    submission.xml = std::move(finalised->xml);
    submission.draft = m_begun ? m_draft : base::DraftId();
    submission.corrects = m_corrects;
    for (const std::string& name : finalised->attachments) {
        if (const auto file = fileOf(name); file != m_files.rend())
            submission.files.push_back(*file);
    }
    for (const forms::EntityChange& change : finalised->entities) {
        if (forms::appliesLocally(change)) // others stay in the record, for whoever receives it
            submission.entities.push_back(writeOf(change));
    }
    submission.found = recordWords(*m_form, submission.name, submission.xml);
    const bool rehearsal = m_library->surroundings().rehearsal;
    TASHILGAR_TRY(rehearsal ? m_store->drafts().setAside(m_draft) : m_store->submissions().finalise(submission));
    m_unsaved.clear();
    m_begun = false;
    return submission.id;
}

} // namespace tashilgar::fieldwork
