#include "app/viewmodels/fill_controller.h"

#include "app/forms/glance.h"
#include "app/viewmodels/display_text.h"
#include "app/viewmodels/error_text.h"
#include "app/viewmodels/fill_state.h"

#include <algorithm>

namespace tashilgar::viewmodels {

namespace {

/// Larger pictures are shown by name only.
constexpr std::uint64_t kLargestPreviewBytes = 12'000'000;

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

} // namespace

FillController::FillController(fieldwork::FormLibrary& library, QObject* parent)
    : QObject(parent)
    , m_library(&library)
    , m_roster({[this](const QString& ref, const QString& value) { return answer(ref, value); },
          [this](const QString& range) { return addRepeat(range); }, [this](const QString& instance) { return removeRepeat(instance); }})
{
    m_surveySoon.setSingleShot(true);
    connect(&m_surveySoon, &QTimer::timeout, this, &FillController::surveyOn);
    connect(&DisplayText::instance(), &DisplayText::languageChanged, this, [this] {
        if (!m_filling)
            return;
        const std::string fitting = languageFor(m_filling->entry().form().languages(), DisplayText::instance().language());
        if (!fitting.empty())
            setLanguage(text(fitting));
        refresh();
        emit savedChanged();
    });
}

FillController::~FillController() = default;

// Opening, ending ---------------------------------------------------------------------------------------------------

void FillController::tell(const QString& sentence)
{
    if (sentence == m_trouble)
        return;
    m_trouble = sentence;
    emit troubleChanged();
}

bool FillController::succeeded(const base::Result<void>& result)
{
    tell(result ? QString() : tellOf(result.error()));
    refresh();
    emit savedChanged();
    return result.has_value();
}

bool FillController::begin(base::Result<std::unique_ptr<fieldwork::Filling>> filling)
{
    if (!filling) {
        tell(tellOf(filling.error()));
        return false;
    }
    close();
    show(std::move(*filling));
    return true;
}

void FillController::show(std::unique_ptr<fieldwork::Filling> filling)
{
    m_roster.clear(); // it looks at the entry
    m_filling = std::move(filling);
    const std::string fitting = languageFor(m_filling->entry().form().languages(), DisplayText::instance().language());
    if (!fitting.empty())
        m_filling->setLanguage(fitting);
    const forms::Entry& entry = m_filling->entry();
    m_step = m_filling->currentRef().empty() ? firstStep(entry, m_paging) : stepWith(entry, m_filling->currentRef(), m_paging);
    m_card.clear();
    m_screen.clear();
    m_atEnd = m_insistent = m_returnToEnd = false;
    tell({});
    m_survey = {};
    showPage();
    survey(0);
    emit changed();
    emit openChanged();
    emit languageChanged();
    emit savedChanged();
}

base::Result<std::unique_ptr<fieldwork::Filling>> FillController::started(const QString& formId)
{
    const auto forms = m_library->forms();
    if (!forms)
        return base::fail(forms.error());
    const auto form = std::find_if(forms->begin(), forms->end(),
        [id = formId.toStdString()](const fieldwork::FillableForm& f) { return f.id.form.value() == id; });
    if (form == forms->end())
        return base::fail(base::kNotFound, "there is no such form", formId.toStdString());
    return fieldwork::Filling::start(*m_library, form->id);
}

bool FillController::openForm(const QString& formId)
{
    return begin(started(formId));
}

bool FillController::reopenForm(const QString& formId)
{
    auto fresh = started(formId);
    if (!fresh || !m_filling)
        return begin(std::move(fresh));
    emit aboutToMove();
    base::Result<void> saved = (*fresh)->takeOver(*m_filling);
    const std::string here = currentRef().toStdString();
    if (saved && !here.empty())
        saved = (*fresh)->setCurrentRef(here);
    const QString spoken = language();
    const bool ending = m_atEnd;
    // The page, or the nearest one before it, that the new version has as well.
    std::optional<FillStep> kept = m_step;
    while (kept && !forms::glance((*fresh)->entry(), kept->ref))
        kept = stepBefore(m_filling->entry(), *kept, m_paging);
    const bool gone = m_step && kept != m_step;
    show(std::move(*fresh)); // at once: the page must not see that nothing is open
    if (languages().contains(spoken))
        setLanguage(spoken);
    if (ending)
        goToEnd();
    else if (gone) { // it was renamed, or is gone: what stands in its place
        const forms::Entry& entry = m_filling->entry();
        const auto next = kept ? stepAfter(entry, *kept, m_paging) : firstStep(entry, m_paging);
        if (next || kept)
            place(next ? *next : *kept, 1);
    }
    if (!saved)
        tell(tellOf(saved.error()));
    return true;
}

bool FillController::resumeDraft(const QString& draftId)
{
    return begin(fieldwork::Filling::resume(*m_library, base::DraftId(draftId.toStdString())));
}

bool FillController::correctRecord(const QString& recordId)
{
    return begin(fieldwork::Filling::correct(*m_library, base::InstanceId(recordId.toStdString())));
}

bool FillController::finish()
{
    if (!m_filling)
        return false;
    if (!leave([this] { finish(); }))
        return false;
    const auto record = m_filling->finish();
    if (!record) {
        if (record.error().code == forms::kNotValid && !m_atEnd)
            goToEnd();
        return succeeded(tl::unexpected(record.error()));
    }
    drop();
    emit finished(text(record->value()));
    return true;
}

void FillController::close()
{
    if (!m_filling)
        return;
    emit aboutToMove();
    std::ignore = m_filling->leave(); // without the snapshot the journal alone reopens the draft
    drop();
}

void FillController::saveAgain()
{
    if (m_filling)
        succeeded(m_filling->save());
}

void FillController::drop()
{
    m_roster.clear(); // it looks at the entry
    m_filling.reset();
    m_step.reset();
    m_card.clear();
    m_screen.clear();
    m_survey = {};
    m_atEnd = m_insistent = m_returnToEnd = false;
    m_surveySoon.stop();
    tell({});
    refresh();
    emit openChanged();
    emit savedChanged();
    emit recordsChanged();
}

// What questions ask for --------------------------------------------------------------------------------------------

QString FillController::answerOf(const QString& ref) const
{
    if (!m_filling)
        return {};
    const auto view = m_filling->entry().view(ref.toStdString());
    return view ? text(view->value) : QString();
}

QByteArray FillController::contentOf(const QString& ref) const
{
    if (!m_filling)
        return {};
    const auto file = m_filling->attachment(ref.toStdString());
    if (!file)
        return {};
    const auto bytes = (*file)->read(0, static_cast<std::size_t>((*file)->size()));
    return bytes ? QByteArray(reinterpret_cast<const char*>(bytes->data()), static_cast<qsizetype>(bytes->size())) : QByteArray();
}

QString FillController::previewOf(const QString& ref) const
{
    if (!m_filling)
        return {};
    const auto file = m_filling->attachment(ref.toStdString());
    if (!file || (*file)->size() == 0 || (*file)->size() > kLargestPreviewBytes)
        return {};
    return QStringLiteral("data:image/*;base64,") + QString::fromLatin1(contentOf(ref).toBase64());
}

QString FillController::mediaUrl(const QString& address) const
{
    if (!m_filling)
        return {};
    fieldwork::FormResources resources(*m_library->surroundings().store, m_filling->form());
    const auto bytes = resources.read(address.toStdString());
    return bytes && bytes->size() <= kLargestPreviewBytes ? QStringLiteral("data:image/*;base64,") + QString::fromLatin1(QByteArray::fromStdString(*bytes).toBase64())
                 : QString();
}

QVariantList FillController::choicePlaces(const QString& ref) const
{
    QVariantList places;
    for (const forms::ChoicePlace& place : m_filling ? forms::choicePlaces(m_filling->entry(), ref.toStdString()) : std::vector<forms::ChoicePlace>())
        places << QVariantMap{{QStringLiteral("value"), text(place.value)}, {QStringLiteral("geometry"), text(place.geometry)}};
    return places;
}

QString FillController::timeAnswer(const QString& hourAndMinute) const
{
    if (hourAndMinute.isEmpty())
        return {};
    const QString whole = dateTimeAnswer(today(), hourAndMinute);
    return whole.mid(whole.indexOf(u'T') + 1);
}

QString FillController::dateTimeAnswer(const QString& isoDate, const QString& hourAndMinute) const
{
    const base::Zone& zone = DisplayText::instance().zone();
    const auto moment = base::parseIso((isoDate + u'T' + hourAndMinute + QStringLiteral(":00")).toStdString(), zone);
    return moment ? text(base::toIsoWithOffset(*moment, zone)) : QString();
}

} // namespace tashilgar::viewmodels
