#include "app/viewmodels/sync_controller.h"

#include "app/viewmodels/display_text.h"

namespace tashilgar::viewmodels {

using client::Phase;
using client::Reason;

SyncController::SyncController(Wishes wishes, const base::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_wishes(std::move(wishes))
    , m_clock(&clock)
{
    connect(&DisplayText::instance(), &DisplayText::languageChanged, this, &SyncController::changed);
}

void SyncController::show(const client::Status& status)
{
    const client::Status before = std::exchange(m_status, status);
    emit changed();
    const bool moved = before.totals.unanswered != status.totals.unanswered || before.totals.stored != status.totals.stored
        || before.totals.safe != status.totals.safe || before.totals.refused != status.totals.refused
        || before.totals.blobsWaiting != status.totals.blobsWaiting || before.formsThisRound != status.formsThisRound;
    const bool ended = before.phase != Phase::Waiting && status.phase == Phase::Waiting;
    if (moved || ended)
        emit recordsChanged();
}

void SyncController::setHubName(const QString& name)
{
    m_hubName = name;
    emit changed();
}

void SyncController::now()
{
    m_wishes.now();
}

void SyncController::pause()
{
    m_wishes.pause();
}

void SyncController::resume()
{
    m_wishes.resume();
}

QString SyncController::phase() const
{
    return QString::fromUtf8(client::nameOf(m_status.phase).data());
}

int SyncController::waiting() const
{
    return static_cast<int>(m_status.totals.unanswered + m_status.totals.stored);
}

bool SyncController::busy() const
{
    return m_status.phase != Phase::Waiting;
}

bool SyncController::offline() const
{
    return m_status.reason == Reason::NoAnswer || m_status.reason == Reason::LinkDropped
        || m_status.reason == Reason::NotAHub;
}

QString SyncController::title() const
{
    switch (m_status.phase) {
    case Phase::Probing:
        return tr("Looking for the office");
    case Phase::Sending:
        return m_status.movement.kind == client::Movement::Kind::File ? tr("Sending photos and files") : tr("Sending records");
    case Phase::Receiving:
        return m_status.movement.kind == client::Movement::Kind::FormFile ? tr("Receiving forms") : tr("Receiving news");
    case Phase::Waiting:
        break;
    }
    switch (m_status.reason) {
    case Reason::NotEnrolled:
        return tr("This tablet has not joined an office yet");
    case Reason::Paused:
        return tr("Paused");
    case Reason::NoAnswer:
        return tr("No network");
    case Reason::LinkDropped:
        return tr("The link dropped");
    case Reason::NotAHub:
        return tr("This network does not reach the office");
    case Reason::OtherHub:
        return tr("This is not your office");
    case Reason::Revoked:
        return tr("The office has signed this tablet off");
    case Reason::SignInRefused:
        return tr("The server does not let this tablet in");
    case Reason::OtherVersion:
        return tr("The programs here and at the office are of different ages");
    case Reason::HubBusy:
        return tr("The office is busy");
    case Reason::HubFull:
        return tr("The office has no room left");
    case Reason::HubTrouble:
        return tr("The office could not answer");
    case Reason::ReceiptUntrusted:
        return tr("A receipt could not be checked");
    case Reason::TabletFull:
        return tr("This tablet has no room left");
    case Reason::TabletTrouble:
        return tr("The storage of this tablet did not answer");
    case Reason::None:
    case Reason::NothingToDo:
        break;
    }
    if (waiting() > 0)
        return tr("Ready to send");
    return m_status.receiptsSigned ? tr("Everything has its receipt") : tr("The server has answered for everything");
}

QString SyncController::sentence() const
{
    const DisplayText& display = DisplayText::instance();
    if (busy())
        return tr("You can put the tablet down; if the link drops, it goes on from there.");
    const QString safe = waiting() == 0
        ? tr("Nothing waits to be sent.")
        : display.digits(tr("%n record(s) are safe on this tablet and leave at the next link.", nullptr, waiting()));
    switch (m_status.reason) {
    case Reason::NotEnrolled:
        return tr("Records stay safe here. Ask the supervisor for a code to join the office.");
    case Reason::Paused:
        return tr("You paused it. Nothing is lost; go on whenever you like.");
    case Reason::LinkDropped:
        return tr("What was sent stays; it goes on from there.");
    case Reason::NotAHub:
        return tr("Something else answers there. Nothing was sent; try the office network.");
    case Reason::OtherHub:
        return tr("The key differs, so nothing was sent. Ask the supervisor.");
    case Reason::Revoked:
        return tr("Records stay safe here. Ask the supervisor for a new code.");
    case Reason::SignInRefused:
        return tr("Records stay safe here. Ask the supervisor for the name and password, or for a new code.");
    case Reason::OtherVersion:
        return tr("Records stay safe here. Ask the supervisor to update the older one.");
    case Reason::HubBusy:
    case Reason::HubTrouble:
        return tr("Your records are safe here; it tries again by itself.");
    case Reason::HubFull:
        return tr("Your records are safe here. Tell the office; it tries again by itself.");
    case Reason::ReceiptUntrusted:
        return tr("Those records stay here until a right receipt comes. Tell the office.");
    case Reason::TabletFull:
        return tr("Delete files you do not need; what is saved stays safe.");
    case Reason::TabletTrouble:
        return tr("What was saved is safe. Start the app again, and tell the office if it happens again.");
    default:
        return safe;
    }
}

QString SyncController::tone() const
{
    switch (m_status.reason) {
    case Reason::OtherHub:
    case Reason::Revoked:
    case Reason::SignInRefused:
    case Reason::OtherVersion:
    case Reason::HubFull:
    case Reason::ReceiptUntrusted:
    case Reason::TabletFull:
    case Reason::TabletTrouble:
        return QStringLiteral("waiting");
    case Reason::NothingToDo:
        return waiting() > 0 ? QStringLiteral("plain") : QStringLiteral("good");
    default:
        return busy() ? QStringLiteral("note") : QStringLiteral("plain");
    }
}

QString SyncController::glyph() const
{
    if (busy())
        return QStringLiteral("sync");
    if (offline())
        return QStringLiteral("cloud_off");
    switch (m_status.reason) {
    case Reason::NothingToDo:
        return waiting() > 0 ? QStringLiteral("schedule") : QStringLiteral("verified");
    case Reason::Paused:
        return QStringLiteral("pause");
    case Reason::NotEnrolled:
        return QStringLiteral("key");
    case Reason::None:
        return QStringLiteral("schedule");
    default:
        return QStringLiteral("hourglass_empty");
    }
}

QString SyncController::chipText() const
{
    if (busy())
        return m_hubName.isEmpty() ? tr("With the office") : m_hubName;
    if (offline())
        return tr("No network");
    switch (m_status.reason) {
    case Reason::NotEnrolled:
        return tr("No office yet");
    case Reason::Paused:
        return tr("Paused");
    case Reason::NothingToDo:
    case Reason::None:
        return m_hubName.isEmpty() ? tr("Office within reach") : m_hubName;
    default:
        return tr("Waiting");
    }
}

double SyncController::progress() const
{
    if (!busy() || m_status.movement.total == 0)
        return -1;
    return static_cast<double>(m_status.movement.done) / static_cast<double>(m_status.movement.total);
}

QString SyncController::amountText() const
{
    const DisplayText& display = DisplayText::instance();
    if (busy() && m_status.movement.kind == client::Movement::Kind::File && m_status.movement.total > 0)
        return tr("%1 of %2").arg(display.size(static_cast<double>(m_status.movement.done)),
            display.size(static_cast<double>(m_status.movement.total)));
    if (waiting() == 0 && m_status.totals.blobsWaiting == 0)
        return {};
    return tr("%1 to send").arg(display.size(static_cast<double>(m_status.totals.bytesWaiting)));
}

QString SyncController::lastSuccessText() const
{
    if (!m_status.lastSuccess)
        return {};
    return tr("Last sync: %1").arg(DisplayText::instance().rowMoment(*m_status.lastSuccess, m_clock->now()));
}

QString SyncController::nextTryText() const
{
    if (busy() || !m_status.nextTry || m_status.reason == Reason::NothingToDo)
        return {};
    return tr("Next try: %1").arg(DisplayText::instance().time(*m_status.nextTry));
}

QString SyncController::receivedText() const
{
    if (m_status.changesThisRound == 0 && m_status.formsThisRound == 0)
        return {};
    const DisplayText& display = DisplayText::instance();
    QStringList parts;
    if (m_status.formsThisRound > 0)
        parts << display.digits(tr("%n form(s)", nullptr, static_cast<int>(m_status.formsThisRound)));
    if (m_status.changesThisRound > 0)
        parts << display.digits(tr("%n changed row(s)", nullptr, static_cast<int>(m_status.changesThisRound)));
    return parts.join(tr(", ", "between amounts"));
}

} // namespace tashilgar::viewmodels
