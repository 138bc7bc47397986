#include "app/viewmodels/fill_controller.h"

#include "app/base/text.h"
#include "app/viewmodels/display_text.h"
#include "app/viewmodels/error_text.h"
#include "app/viewmodels/fill_state.h"
#include "app/viewmodels/form_words.h"
#include "app/viewmodels/question_kind.h"

#include <QTemporaryFile>

#include <algorithm>

namespace tashilgar::viewmodels {

namespace {

/// The outline follows an answer after this: long enough that typing does not pay for it.
constexpr int kOutlineDelayMilliseconds = 200;
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
{
    m_outlineSoon.setSingleShot(true);
    m_outlineSoon.setInterval(kOutlineDelayMilliseconds);
    connect(&m_outlineSoon, &QTimer::timeout, this, [this] {
        if (m_filling)
            m_outline.setRows(outlineOf(m_filling->entry(), m_steps, m_atEnd ? static_cast<int>(m_steps.size()) : m_at));
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
    if (m_atEnd || m_steps.empty())
        return QStringLiteral("end");
    switch (m_steps[static_cast<std::size_t>(m_at)].kind) {
    case FillStep::Kind::List:
        return QStringLiteral("list");
    case FillStep::Kind::Repeat:
        return QStringLiteral("repeat");
    case FillStep::Kind::Question:
        break;
    }
    return QStringLiteral("question");
}

QString FillController::currentRef() const
{
    if (!m_filling || m_atEnd || m_steps.empty())
        return {};
    return text(m_steps[static_cast<std::size_t>(m_at)].ref);
}

bool FillController::pointWanted() const
{
    return m_questions.count() == 1 && m_questions.rows()[0].control == u"Geopoint" && m_questions.rows()[0].value.isEmpty();
}

double FillController::progress() const
{
    if (m_steps.empty())
        return 0;
    return m_atEnd ? 1.0 : static_cast<double>(m_at) / static_cast<double>(m_steps.size());
}

QString FillController::progressText() const
{
    if (m_steps.empty() || m_atEnd)
        return {};
    int before = 0;
    int all = 0;
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        before += static_cast<int>(i) < m_at ? m_steps[i].questions : 0;
        all += m_steps[i].questions;
    }
    const DisplayText& display = DisplayText::instance();
    return tr("Question %1 of about %2")
        .arg(display.digits(QString::number(std::min(before + 1, all))), display.digits(QString::number(all)));
}

QString FillController::nextText() const
{
    if (!m_filling || m_atEnd)
        return {};
    if (m_returnToEnd)
        return tr("Back to what is left");
    const auto at = static_cast<std::size_t>(m_at);
    if (at + 1 >= m_steps.size())
        return tr("To the end");
    if (m_steps[at + 1].group != m_steps[at].group && !m_steps[at + 1].group.empty()) {
        const QString group = placeName(m_filling->entry(), m_steps[at + 1].group);
        if (group.size() <= 24 && !group.isEmpty())
            return tr("Next: %1").arg(group);
    }
    return tr("Next");
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
        m_outline.setRows({});
        m_missing.show({});
        emit changed();
        return;
    }
    const std::string here = m_steps.empty() ? std::string() : m_steps[static_cast<std::size_t>(m_at)].ref;
    m_steps = stepsOf(m_filling->entry());
    if (!here.empty())
        m_at = std::max(0, stepWith(m_steps, here));
    m_at = std::clamp(m_at, 0, std::max(0, static_cast<int>(m_steps.size()) - 1));
    showPage();
}

void FillController::showPage()
{
    const forms::Entry& entry = m_filling->entry();
    if (m_atEnd || m_steps.empty()) {
        m_questions.show({}, false);
        m_missing.show(missingOf(entry));
        m_groupName.clear();
        m_stepTitle.clear();
        m_stepRequired = false;
    } else {
        const FillStep& step = m_steps[static_cast<std::size_t>(m_at)];
        m_groupName = step.group.empty() ? QString() : placeName(entry, step.group);
        const auto view = entry.view(step.ref);
        m_stepTitle = step.kind == FillStep::Kind::List ? placeName(entry, step.ref) : QString();
        m_stepRequired = step.kind == FillStep::Kind::Question && view && view->required && takesAnswer(*view);
        m_questions.show(itemsOf(entry, step, m_insistent), isRightToLeft());
    }
    m_outlineSoon.start();
    emit changed();
}

// Moving ------------------------------------------------------------------------------------------------------------

void FillController::place(int step, int direction)
{
    m_at = std::clamp(step, 0, std::max(0, static_cast<int>(m_steps.size()) - 1));
    m_atEnd = false;
    m_insistent = false;
    if (!m_steps.empty())
        std::ignore = m_filling->setCurrentRef(m_steps[static_cast<std::size_t>(m_at)].ref);
    showPage();
    m_outlineSoon.start(0);
    emit moved(direction);
}

bool FillController::pageIsComplete() const
{
    if (m_atEnd || m_steps.empty())
        return true;
    const auto items = itemsOf(m_filling->entry(), m_steps[static_cast<std::size_t>(m_at)], true);
    return std::all_of(items.begin(), items.end(),
        [](const QuestionModel::Item& item) { return item.view.violation == forms::Violation::None; });
}

bool FillController::next()
{
    if (!m_filling || m_atEnd)
        return false;
    emit aboutToMove();
    refresh(); // what was just handed over may have changed the way
    if (!m_insistent && !pageIsComplete()) {
        m_insistent = true;
        showPage();
        return false;
    }
    if (m_returnToEnd || m_at + 1 >= static_cast<int>(m_steps.size())) {
        goToEnd();
        return true;
    }
    place(m_at + 1, 1);
    return true;
}

bool FillController::back()
{
    if (!m_filling)
        return false;
    emit aboutToMove();
    m_returnToEnd = false;
    if (m_atEnd) {
        place(static_cast<int>(m_steps.size()) - 1, -1);
        return true;
    }
    if (m_at == 0)
        return false;
    place(m_at - 1, -1);
    return true;
}

bool FillController::goTo(const QString& ref)
{
    if (!m_filling)
        return false;
    emit aboutToMove();
    refresh();
    const int step = stepWith(m_steps, ref.toStdString());
    if (step < 0)
        return false;
    const bool fromEnd = m_atEnd;
    place(step, step < m_at ? -1 : 1);
    m_returnToEnd = fromEnd;
    emit changed();
    return true;
}

void FillController::goToEnd()
{
    if (!m_filling)
        return;
    emit aboutToMove();
    m_steps = stepsOf(m_filling->entry());
    m_atEnd = true;
    m_returnToEnd = false;
    showPage();
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
    m_filling = std::move(filling);
    const std::string fitting = languageFor(m_filling->entry().form().languages(), DisplayText::instance().language());
    if (!fitting.empty())
        m_filling->setLanguage(fitting);
    m_steps = stepsOf(m_filling->entry());
    m_at = std::max(0, m_filling->currentRef().empty() ? 0 : stepWith(m_steps, m_filling->currentRef()));
    m_atEnd = m_insistent = m_returnToEnd = false;
    tell({});
    showPage();
    m_outlineSoon.start(0);
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
    const int at = m_at;
    show(std::move(*fresh)); // at once: the page must not see that nothing is open
    if (languages().contains(spoken))
        setLanguage(spoken);
    if (ending)
        goToEnd();
    else if (stepWith(m_steps, here) < 0) // it was renamed, or is gone: what stands in its place
        place(at, 1);
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
    const bool onList = step() == u"list";
    succeeded({});
    const int step = stepWith(m_steps, *instance);
    if (!onList && step >= 0)
        place(step, 1);
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

bool FillController::attachDrawing(const QString& ref, const QString& dataUrl)
{
    const qsizetype comma = dataUrl.indexOf(u',');
    QTemporaryFile file;
    file.setFileTemplate(file.fileTemplate() + QStringLiteral(".png"));
    if (comma < 0 || !file.open() || file.write(QByteArray::fromBase64(dataUrl.mid(comma + 1).toLatin1())) <= 0)
        return succeeded(base::fail(base::kIoError, "the drawing could not be written"));
    file.close();
    return attachFile(ref, file.fileName());
}

bool FillController::finish()
{
    if (!m_filling)
        return false;
    emit aboutToMove();
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
    m_filling.reset();
    m_steps.clear();
    m_at = 0;
    m_atEnd = m_insistent = m_returnToEnd = false;
    m_outlineSoon.stop();
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

QString FillController::previewOf(const QString& ref) const
{
    if (!m_filling)
        return {};
    auto file = m_filling->attachment(ref.toStdString());
    if (!file)
        return {};
    const std::uint64_t size = (*file)->size();
    if (size == 0 || size > kLargestPreviewBytes)
        return {};
    const auto bytes = (*file)->read(0, static_cast<std::size_t>(size));
    if (!bytes)
        return {};
    const QByteArray content(reinterpret_cast<const char*>(bytes->data()), static_cast<qsizetype>(bytes->size()));
    return QStringLiteral("data:image/*;base64,") + QString::fromLatin1(content.toBase64());
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
