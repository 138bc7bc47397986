#include "app/viewmodels/trace_recorder.h"

#include "app/viewmodels/display_text.h"

namespace tashilgar::viewmodels {

TraceRecorder::TraceRecorder(QObject* parent)
    : QObject(parent)
{
    m_turn.setInterval(20'000); // as Collect's first offer: a person has walked some 20 m
    connect(&m_turn, &QTimer::timeout, this, &TraceRecorder::turn);
    connect(&DisplayText::instance(), &DisplayText::languageChanged, this, &TraceRecorder::changed);
}

TraceRecorder::~TraceRecorder()
{
    stop();
}

void TraceRecorder::setPosition(PositionController* position)
{
    if (position == m_position)
        return;
    stop();
    if (m_position)
        m_position->disconnect(this);
    m_position = position;
    if (m_position)
        connect(m_position, &PositionController::changed, this, &TraceRecorder::take);
    emit changed();
}

void TraceRecorder::setInterval(int seconds)
{
    m_turn.setInterval(seconds * 1000);
    emit changed();
}

void TraceRecorder::setLimit(double metres)
{
    m_limit = metres;
    emit changed();
}

QString TraceRecorder::sentence() const
{
    if (!m_running)
        return {};
    const DisplayText& display = DisplayText::instance();
    if (m_due)
        return m_limit > 0 ? tr("Waiting for a reading within %1; keep walking slowly.").arg(display.metres(m_limit))
                           : tr("Waiting for a reading; keep walking slowly.");
    return display.digits(tr("A point every %n second(s). Walk along the line.", nullptr, interval()));
}

void TraceRecorder::start()
{
    if (m_running || !m_position)
        return;
    m_running = true;
    m_position->start();
    m_turn.start();
    turn();
}

void TraceRecorder::stop()
{
    if (!m_running)
        return;
    m_running = m_due = false;
    m_turn.stop();
    if (m_position)
        m_position->stop();
    emit changed();
}

void TraceRecorder::turn()
{
    m_due = m_running;
    take();
    emit changed();
}

void TraceRecorder::take()
{
    if (!m_due || !m_position || m_position->accuracyNow() < 0)
        return;
    if (m_limit > 0 && m_position->accuracyNow() > m_limit)
        return;
    const QString fix = m_position->here();
    if (fix.isEmpty())
        return;
    m_due = false;
    emit taken(fix);
    emit changed();
}

} // namespace tashilgar::viewmodels
