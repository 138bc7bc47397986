#include "app/viewmodels/fill_controller.h"

#include "app/base/text.h"
#include "app/forms/glance.h"
#include "app/viewmodels/display_text.h"
#include "app/viewmodels/error_text.h"
#include "app/viewmodels/fill_reasons.h"
#include "app/viewmodels/fill_search.h"
#include "app/viewmodels/fill_state.h"
#include "app/viewmodels/form_words.h"
#include "app/viewmodels/question_kind.h"

#include <algorithm>

namespace tashilgar::viewmodels {

namespace {

/// What tells of the whole form follows an answer after this: long enough that typing does not pay for it.
constexpr int kSurveyDelayMilliseconds = 200;
/// A piece of the survey: a quarter of a frame.
constexpr std::chrono::microseconds kSurveyPiece{4000};
/// Found questions beyond these are not looked at by anybody: one more word finds better.
constexpr std::size_t kMostFound = 60;
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
    connect(&m_surveySoon, &QTimer::timeout, this, [this] {
        if (!m_filling)
            return;
        if (!m_survey.work(m_filling->entry(), kSurveyPiece))
            return m_surveySoon.start(0);
        m_outline.show(m_survey.rows(m_filling->entry()));
        emit changed();
    });
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

// What is shown -----------------------------------------------------------------------------------------------------

QString FillController::title() const
{
    return m_filling ? formWords(m_filling->entry(), m_filling->entry().form().title()) : QString();
}

QString FillController::formId() const
{
    return m_filling ? text(m_filling->entry().form().version().form.value()) : QString();
}

QString FillController::place() const
{
    return m_filling ? formWords(m_filling->entry(), m_filling->entry().instanceName()) : QString();
}

int FillController::stopCount() const
{
    return m_missing.stopCount();
}

QString FillController::step() const
{
    if (!m_filling)
        return {};
    if (m_atEnd || !m_step)
        return QStringLiteral("end");
    switch (shownStep().kind) {
    case FillStep::Kind::List:
        return QStringLiteral("list");
    case FillStep::Kind::Roster:
        return QStringLiteral("roster");
    case FillStep::Kind::Repeat:
        return QStringLiteral("repeat");
    case FillStep::Kind::Question:
        break;
    }
    return QStringLiteral("question");
}

FillStep FillController::shownStep() const
{
    return m_card.empty() ? m_step.value_or(FillStep()) : FillStep{FillStep::Kind::List, m_card};
}

QString FillController::currentRef() const
{
    if (!m_filling || m_atEnd || !m_step)
        return {};
    return text(shownStep().ref);
}

bool FillController::pointWanted() const
{
    return m_questions.count() == 1 && m_questions.rows()[0].control == u"Geopoint" && m_questions.rows()[0].value.isEmpty();
}

double FillController::progress() const
{
    if (m_survey.all() == 0)
        return 0;
    return m_atEnd ? 1.0 : static_cast<double>(m_survey.before()) / m_survey.all();
}

QString FillController::progressText() const
{
    if (m_survey.all() == 0 || m_atEnd)
        return {};
    const DisplayText& display = DisplayText::instance();
    return tr("Question %1 of about %2")
        .arg(display.digits(QString::number(std::min(m_survey.before() + 1, m_survey.all()))), display.digits(QString::number(m_survey.all())));
}

QString FillController::nextText() const
{
    if (!m_filling || m_atEnd)
        return {};
    if (!m_card.empty())
        return tr("Back to the list");
    return m_returnToEnd ? tr("Back to what is left") : m_nextText;
}

bool FillController::isSaved() const
{
    return !m_filling || m_filling->unsaved() == 0;
}

QString FillController::savedText() const
{
    if (!m_filling)
        return {};
    if (m_filling->unsaved() > 0)
        return tr("Not saved yet");
    return tr("Saved");
}

QStringList FillController::languages() const
{
    QStringList names;
    if (m_filling) {
        for (const std::string& language : m_filling->entry().form().languages())
            names << text(language);
    }
    return names;
}

QString FillController::language() const
{
    return m_filling ? text(m_filling->entry().language()) : QString();
}

void FillController::setLanguage(const QString& language)
{
    if (!m_filling || language == this->language())
        return;
    emit aboutToMove();
    m_filling->setLanguage(language.toStdString());
    emit languageChanged();
    refresh();
}

bool FillController::isRightToLeft() const
{
    return m_filling ? readsRightToLeft(m_filling->entry()) : DisplayText::instance().rightToLeft();
}

QString FillController::today() const
{
    return DisplayText::instance().isoDate(m_library->surroundings().clock->now());
}

void FillController::refresh()
{
    if (!m_filling) {
        m_questions.show({}, false);
        m_roster.clear();
        m_outline.show({});
        m_missing.show({});
        emit changed();
        return;
    }
    m_step = m_step ? stepWith(m_filling->entry(), m_step->ref, m_paging) : firstStep(m_filling->entry(), m_paging);
    if (!m_card.empty() && (!m_step || m_step->kind != FillStep::Kind::Roster || !forms::glance(m_filling->entry(), m_card)))
        m_card.clear();
    showPage();
    survey(kSurveyDelayMilliseconds);
    emit changed();
}

/// The audit log hears of a page when it comes, not each time it is worked out anew.
void FillController::tellScreen()
{
    const bool end = m_atEnd || !m_step;
    const FillStep step = shownStep();
    const std::string screen = end ? std::string("end") : std::to_string(static_cast<int>(step.kind)) + step.ref;
    if (screen == m_screen)
        return;
    m_screen = screen;
    if (end)
        return m_filling->enterEnd();
    std::vector<std::string> refs;
    for (const forms::NodeView& question : questionsOf(m_filling->entry(), step))
        refs.push_back(question.ref);
    m_filling->enterScreen(std::move(refs), step.kind == FillStep::Kind::Question ? std::string() : step.ref);
}

void FillController::showPage()
{
    tellScreen();
    const forms::Entry& entry = m_filling->entry();
    m_groupName.clear();
    m_stepTitle.clear();
    m_nextText.clear();
    m_stepRequired = false;
    m_canGoBack = false;
    if (m_atEnd || !m_step) {
        m_questions.show({}, false);
        m_roster.clear();
        m_missing.show(missingOf(entry));
        return;
    }
    const FillStep step = shownStep();
    m_group = labelledAncestor(entry, step.ref);
    m_groupName = m_group.empty() ? QString() : placeName(entry, m_group);
    if (step.kind == FillStep::Kind::List)
        m_stepTitle = placeName(entry, step.ref);
    if (step.kind == FillStep::Kind::Question) {
        const auto view = forms::glance(entry, step.ref);
        m_stepRequired = view && view->required && takesAnswer(*view);
    }
    m_questions.show(itemsOf(entry, step, m_insistent), isRightToLeft());
    if (m_step->kind == FillStep::Kind::Roster)
        m_roster.show(entry, m_step->ref, isRightToLeft(), m_insistent);
    else
        m_roster.clear();
    m_canGoBack = !m_card.empty() || stepBefore(entry, *m_step, m_paging).has_value();
    const auto following = stepAfter(entry, *m_step, m_paging);
    m_nextText = following ? tr("Next") : tr("To the end");
    if (following) {
        const std::string group = labelledAncestor(entry, following->ref);
        const QString name = group.empty() || group == m_group ? QString() : placeName(entry, group);
        if (!name.isEmpty() && name.size() <= 24)
            m_nextText = tr("Next: %1").arg(name);
    }
}

/// Looks through the form anew. The first piece is done at once where nobody waits to type: most forms need no second.
void FillController::survey(int delayMilliseconds)
{
    const forms::Entry& entry = m_filling->entry();
    m_survey.begin(entry, m_atEnd ? std::nullopt : m_step, m_paging);
    if (delayMilliseconds == 0 && m_survey.work(entry, kSurveyPiece)) {
        m_surveySoon.stop();
        m_outline.show(m_survey.rows(entry));
    } else {
        m_surveySoon.start(delayMilliseconds);
    }
}

// Moving ------------------------------------------------------------------------------------------------------------

void FillController::place(const FillStep& step, int direction)
{
    m_step = step;
    m_card.clear();
    m_atEnd = false;
    m_insistent = false;
    std::ignore = m_filling->setCurrentRef(step.ref);
    showPage();
    survey(0);
    emit changed();
    emit moved(direction);
}

bool FillController::pageIsComplete() const
{
    if (m_atEnd || !m_step)
        return true;
    const forms::Entry& entry = m_filling->entry();
    const FillStep step = shownStep();
    if (step.kind == FillStep::Kind::Roster) {
        const std::vector<RosterColumn> columns = rosterColumns(entry.form(), step.ref);
        for (int row = 0; row < m_roster.count(); ++row) {
            for (const RosterColumn& column : columns) {
                const auto found = entry.violation(m_roster.instanceAt(row) + column.below);
                if (found && *found != forms::Violation::None)
                    return false;
            }
        }
        return true;
    }
    const auto questions = questionsOf(entry, step);
    return std::all_of(questions.begin(), questions.end(),
        [](const forms::NodeView& view) { return view.violation == forms::Violation::None; });
}

void FillController::setPaging(Paging paging)
{
    if (paging == m_paging)
        return;
    m_paging = paging;
    if (!m_filling || m_atEnd || !m_step)
        return;
    emit aboutToMove();
    m_step = stepWith(m_filling->entry(), m_step->ref, m_paging);
    showPage();
    survey(0);
    emit changed();
}

/// Tells the page's fields that it is left; false when somebody holds on to it.
bool FillController::leave(const std::function<void()>& later)
{
    if (m_mayLeave && !m_mayLeave(later))
        return false;
    emit aboutToMove();
    return true;
}

bool FillController::next()
{
    if (!m_filling || m_atEnd)
        return false;
    if (!leave([this] { next(); }))
        return false;
    refresh(); // what was just handed over may have changed the way
    if (!m_insistent && !pageIsComplete()) {
        m_insistent = true;
        showPage();
        emit changed();
        return false;
    }
    if (!m_card.empty()) {
        place(*m_step, 1);
        return true;
    }
    const auto following = m_step ? stepAfter(m_filling->entry(), *m_step, m_paging) : std::nullopt;
    if (m_returnToEnd || !following) {
        goToEnd();
        return true;
    }
    place(*following, 1);
    return true;
}

bool FillController::back()
{
    if (!m_filling)
        return false;
    if (!leave([this] { back(); }))
        return false;
    m_returnToEnd = false;
    const forms::Entry& entry = m_filling->entry();
    const auto previous = !m_card.empty() ? m_step : m_atEnd ? lastStep(entry, m_paging) : m_step ? stepBefore(entry, *m_step, m_paging) : std::nullopt;
    if (!previous)
        return false;
    place(*previous, -1);
    return true;
}

bool FillController::goTo(const QString& ref)
{
    if (!m_filling)
        return false;
    if (!leave([this, ref] { goTo(ref); }))
        return false;
    refresh();
    const auto step = stepWith(m_filling->entry(), ref.toStdString(), m_paging);
    if (!step)
        return false;
    const bool fromEnd = m_atEnd;
    place(*step, 1);
    m_returnToEnd = fromEnd;
    if (const QVariantList cell = m_roster.placeOf(ref); step->kind == FillStep::Kind::Roster && cell[0].toInt() >= 0)
        emit m_roster.cellWanted(cell[0].toInt(), cell[1].toInt());
    emit changed();
    return true;
}

bool FillController::openCard(const QString& instance)
{
    if (!m_filling || !m_step || m_step->kind != FillStep::Kind::Roster || m_roster.placeOf(instance + u'/')[0].toInt() < 0)
        return false;
    if (!leave([this, instance] { openCard(instance); }))
        return false;
    const bool returning = m_returnToEnd;
    place(*m_step, 1);
    m_returnToEnd = returning;
    m_card = instance.toStdString();
    showPage();
    emit changed();
    return true;
}

void FillController::goToEnd()
{
    if (!m_filling)
        return;
    if (!leave([this] { goToEnd(); }))
        return;
    m_atEnd = true;
    m_returnToEnd = false;
    m_card.clear();
    showPage();
    survey(0);
    emit changed();
    emit moved(1);
}

// Opening, changing, ending -----------------------------------------------------------------------------------------

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

bool FillController::answer(const QString& ref, const QString& value)
{
    return m_filling && succeeded(m_filling->answer(ref.toStdString(), value.toStdString()));
}

bool FillController::choose(const QString& ref, const QString& value, bool chosen)
{
    if (!m_filling)
        return false;
    const auto view = m_filling->entry().view(ref.toStdString());
    if (!view)
        return false;
    if (!view->multiple)
        return answer(ref, chosen ? value : QString());
    QStringList held = text(view->value).split(u' ', Qt::SkipEmptyParts);
    held.removeAll(value);
    if (chosen)
        held << value;
    return answer(ref, held.join(u' '));
}

bool FillController::moveRank(const QString& ref, int from, int to)
{
    const int row = m_questions.rowOf(ref);
    if (row < 0)
        return false;
    const ChoiceModel* choices = m_questions.rows()[static_cast<std::size_t>(row)].choices;
    if (!choices)
        return false;
    QStringList order;
    for (const ChoiceRow& choice : choices->rows())
        order << choice.value;
    if (from < 0 || to < 0 || from >= order.size() || to >= order.size())
        return false;
    order.move(from, to);
    return answer(ref, order.join(u' '));
}

QString FillController::addRepeat(const QString& range)
{
    if (!m_filling)
        return {};
    emit aboutToMove();
    const auto instance = m_filling->addRepeat(range.toStdString());
    if (!instance) {
        succeeded(tl::unexpected(instance.error()));
        return {};
    }
    const bool stays = step() == u"list" || step() == u"roster";
    succeeded({});
    if (const auto fresh = stepWith(m_filling->entry(), *instance, m_paging); fresh && !stays)
        place(*fresh, 1);
    return text(*instance);
}

bool FillController::removeRepeat(const QString& instance)
{
    return m_filling && succeeded(m_filling->removeRepeat(instance.toStdString()));
}

bool FillController::attachFile(const QString& ref, const QString& file)
{
    if (!m_filling)
        return false;
    const QString path = file.startsWith(u"file:") ? QUrl(file).toLocalFile() : file;
    const auto name = m_filling->attach(ref.toStdString(), std::filesystem::path(path.toStdString()));
    return succeeded(name ? base::Result<void>() : tl::unexpected(name.error()));
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

// Typing that is not an answer yet ----------------------------------------------------------------------------------

void FillController::keepTyped(const QString& ref, const QString& typedText)
{
    if (!m_filling)
        return;
    const auto kept = m_filling->keepTyped(ref.toStdString(), typedText.toStdString());
    if (!kept)
        tell(tellOf(kept.error()));
}

bool FillController::hasTyped(const QString& ref) const
{
    return m_filling && m_filling->typed() && m_filling->typed()->ref == ref.toStdString();
}

QString FillController::typedIn(const QString& ref) const
{
    return hasTyped(ref) ? text(m_filling->typed()->text) : QString();
}

QString FillController::typedRef() const
{
    return m_filling && m_filling->typed() ? text(m_filling->typed()->ref) : QString();
}

// Looking for a question, and asking why --------------------------------------------------------------------------------

QVariantMap FillController::why(const QString& ref) const
{
    if (!m_filling)
        return {};
    const auto view = forms::glance(m_filling->entry(), ref.toStdString());
    if (!view)
        return {};
    return {{QStringLiteral("label"), formWords(m_filling->entry(), view->label)}, {QStringLiteral("hidden"), !view->relevant},
        {QStringLiteral("reasons"), shownReasons(reasonsOf(m_filling->entry(), ref.toStdString()))}};
}

QVariantList FillController::find(const QString& words) const
{
    QVariantList shown;
    if (!m_filling)
        return shown;
    for (const FoundQuestion& found : findQuestions(m_filling->entry(), words, kMostFound)) {
        QStringList second{found.place, found.answer};
        second.removeAll(QString());
        shown << QVariantMap{{QStringLiteral("ref"), found.ref}, {QStringLiteral("label"), found.label},
            {QStringLiteral("second"), second.join(QStringLiteral(" · "))},
            {QStringLiteral("asked"), found.asked}};
    }
    return shown;
}

bool FillController::chooseNumber(int number)
{
    if (m_questions.count() != 1 || number < 1)
        return false;
    const QuestionRow& row = m_questions.rows()[0];
    const bool select = row.control == u"SelectOne" || row.control == u"SelectMany" || row.control == u"Likert";
    if (!select || !row.choices || number > row.choices->rowCount())
        return false;
    const ChoiceRow& choice = row.choices->rows()[static_cast<std::size_t>(number - 1)];
    return choose(row.ref, choice.value, row.control != u"SelectMany" || !choice.chosen);
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
    return bytes ? QStringLiteral("data:image/*;base64,") + QString::fromLatin1(QByteArray::fromStdString(*bytes).toBase64())
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
