#include "app/viewmodels/application.h"

#include "app/viewmodels/display_text.h"
#include "app/viewmodels/fill_state.h"
#include "app/viewmodels/form_words.h"

#include <QCoreApplication>
#include <QQmlEngine>

#include <algorithm>

namespace tashilgar::viewmodels {

namespace {

/// The day's doors are read this long after the last change: a sync brings many, and the lists are long.
constexpr int kDayDelayMilliseconds = 250;

} // namespace

QString Translator::translate(const char* context, const char* source, const char* comment, int count) const
{
    const std::string_view whole(context);
    const std::size_t colon = whole.rfind(':');
    return QTranslator::translate(colon == std::string_view::npos ? context : context + colon + 1, source, comment, count);
}

Application::Application(Dependencies dependencies, QObject* parent)
    : QObject(parent)
    , m_dependencies(std::move(dependencies))
    , m_settings(m_dependencies.settingsFile)
    , m_fill(m_dependencies.library)
    , m_sync(m_dependencies.sync, m_dependencies.clock)
    , m_position(m_dependencies.listenToPosition, m_dependencies.clock)
    , m_camera(m_dependencies.camera)
    , m_capture(m_fill, m_dependencies.workFolder)
    , m_photo(m_fill, m_camera, m_capture, m_dependencies.workFolder)
    , m_copy(m_dependencies.copy)
    , m_sound(m_fill, m_dependencies.microphone, m_dependencies.loudspeaker, m_dependencies.workFolder)
    , m_enrolment(m_dependencies.join)
{
    if (m_dependencies.zone)
        DisplayText::instance().setZone(m_dependencies.zone);
    connect(&m_settings, &SettingsController::languageChanged, this, &Application::switchLanguage);
    const auto page = [this] { m_fill.setPaging(m_settings.wholePages() ? Paging::Groups : Paging::Questions); };
    connect(&m_settings, &SettingsController::wholePagesChanged, this, page);
    page();
    connect(&m_fill, &FillController::recordsChanged, this, &Application::listsChanged);
    connect(&m_fill, &FillController::finished, this, [this] {
        if (m_dependencies.recordFinished)
            m_dependencies.recordFinished();
    });
    connect(&m_sync, &SyncController::recordsChanged, this, &Application::listsChanged);
    connect(&m_copy, &CopyController::recordsChanged, this, &Application::listsChanged);
    connect(&m_enrolment, &EnrolmentController::changed, this, [this] { m_sync.setHubName(m_enrolment.hubName()); });
    m_daySoon.setSingleShot(true);
    m_daySoon.setInterval(kDayDelayMilliseconds);
    connect(&m_daySoon, &QTimer::timeout, this, &Application::readDay);
    listsChanged();
    readDay();
}

Application::~Application()
{
    QCoreApplication::removeTranslator(&m_translator);
    QCoreApplication::removeTranslator(&m_fallback);
}

void Application::speakThrough(QQmlEngine& engine)
{
    m_engine = &engine;
    switchLanguage();
}

void Application::switchLanguage()
{
    const QString language = m_settings.language();
    QCoreApplication::removeTranslator(&m_translator);
    QCoreApplication::removeTranslator(&m_fallback);
    // What Sorani has no words for yet is Persian, which its readers know. The translator that is installed last is asked first.
    if (language == u"ckb" && m_fallback.load(QStringLiteral(":/i18n/tashilgar_fa.qm")))
        QCoreApplication::installTranslator(&m_fallback);
    if (m_translator.load(QStringLiteral(":/i18n/tashilgar_%1.qm").arg(language)))
        QCoreApplication::installTranslator(&m_translator);
    DisplayText::instance().setLanguage(language);
    DisplayText::instance().setDigitSet(m_settings.digits());
    DisplayText::instance().setGregorianBeside(m_settings.gregorian());
    listsChanged();
    if (m_engine)
        m_engine->retranslate();
}

void Application::listsChanged()
{
    const base::Instant now = m_dependencies.clock.now();
    m_forms.read(m_dependencies.library);
    m_records.read(m_dependencies.review, now);
    auto outgoing = m_dependencies.review.outgoing(OutboxModel::kMostShown);
    const auto answered = m_dependencies.review.answered(ReceiptModel::kMostShown);
    const auto figures = m_dependencies.review.today();
    m_today.setFigures(figures ? *figures : fieldwork::TodayFigures(), now);
    if (outgoing)
        std::reverse(outgoing->begin(), outgoing->end());
    m_outbox.setRecords(outgoing ? *outgoing : std::vector<store::SubmissionSummary>(), now);
    m_outbox.setTotals(figures ? figures->waiting + figures->partial : 0, figures ? figures->filesWaiting : 0);
    m_receipts.setRecords(answered ? *answered : std::vector<store::SubmissionSummary>(), now);
    m_daySoon.start();
}

void Application::readDay()
{
    const QString today = DisplayText::instance().isoDate(m_dependencies.clock.now());
    auto due = fieldwork::DayList(m_dependencies.library).due(today.toStdString());
    m_day.show(due ? std::move(*due) : std::vector<fieldwork::DueItem>(), m_position.lastKnown(), today);
}

QVariantList Application::answersOf(const QString& recordId)
{
    QVariantList list;
    const base::InstanceId id(recordId.toStdString());
    const auto record = m_dependencies.review.read(id);
    if (!record)
        return list;
    const auto form = m_dependencies.library.load(record->summary.form);
    const std::string language = form ? languageFor((*form)->languages(), DisplayText::instance().language()) : std::string();
    const bool rightToLeft = language.empty() ? DisplayText::instance().rightToLeft() : isRightToLeft(languageCode(language));
    const auto lines = m_dependencies.review.lines(id, language);
    if (!lines)
        return list;
    for (const fieldwork::ReviewLine& line : *lines) {
        list.append(QVariantMap{{QStringLiteral("heading"), line.kind == fieldwork::ReviewLine::Kind::Heading},
            {QStringLiteral("label"), formWords(line.label, rightToLeft)},
            {QStringLiteral("value"), formWords(line.value, rightToLeft)},
            {QStringLiteral("depth"), line.depth}});
    }
    return list;
}

bool Application::setAside(const QString& draftId)
{
    const bool done = m_dependencies.review.setAside(base::DraftId(draftId.toStdString())).has_value();
    listsChanged();
    return done;
}

QString Application::duplicate(const QString& draftId)
{
    const auto copy = m_dependencies.review.duplicate(base::DraftId(draftId.toStdString()));
    listsChanged();
    return copy ? QString::fromStdString(copy->value()) : QString();
}

bool Application::bringBack(const QString& draftId)
{
    const bool done = m_dependencies.review.bringBack(base::DraftId(draftId.toStdString())).has_value();
    listsChanged();
    return done;
}

bool Application::sendAgain(const QString& recordId)
{
    const bool done = m_dependencies.review.sendAgain(base::InstanceId(recordId.toStdString())).has_value();
    listsChanged();
    m_sync.now();
    return done;
}

} // namespace tashilgar::viewmodels
