#include "app/viewmodels/position_controller.h"

#include "app/viewmodels/display_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tashilgar::viewmodels {

using platform::Fix;
using platform::PositionState;

namespace {

/// How often the page looks whether the search has become late or the readings stale.
constexpr int kTickMilliseconds = 2'000;
/// More dots only hide each other.
constexpr std::size_t kDotsShown = 40;

constexpr double kMetresPerDegree = 111'320.0;

double eastMetres(const Fix& from, const Fix& to)
{
    return (to.longitude - from.longitude) * kMetresPerDegree * std::cos(from.latitude * std::numbers::pi / 180);
}

double northMetres(const Fix& from, const Fix& to)
{
    return (to.latitude - from.latitude) * kMetresPerDegree;
}

QString nameOf(PositionState state)
{
    switch (state) {
    case PositionState::NoReceiver:
        return QStringLiteral("absent");
    case PositionState::SwitchedOff:
        return QStringLiteral("off");
    case PositionState::NoPermission:
        return QStringLiteral("denied");
    case PositionState::Unplugged:
        return QStringLiteral("unplugged");
    case PositionState::Searching:
        return QStringLiteral("searching");
    case PositionState::NoFixInTime:
        return QStringLiteral("late");
    case PositionState::Weak:
        return QStringLiteral("weak");
    case PositionState::Usable:
        return QStringLiteral("usable");
    case PositionState::Good:
        return QStringLiteral("good");
    case PositionState::Stale:
        return QStringLiteral("stale");
    }
    return QStringLiteral("searching");
}

} // namespace

PositionController::PositionController(Listen listen, const base::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_listen(std::move(listen))
    , m_best(clock)
{
    m_tick.setInterval(kTickMilliseconds);
    connect(&m_tick, &QTimer::timeout, this, &PositionController::changed);
    connect(&DisplayText::instance(), &DisplayText::languageChanged, this, &PositionController::changed);
}

void PositionController::start()
{
    if (m_listeners++ > 0)
        return;
    beginAgain();
    m_tick.start();
    if (m_listen)
        m_listen(true);
}

void PositionController::stop()
{
    if (m_listeners == 0 || --m_listeners > 0)
        return;
    m_tick.stop();
    if (m_listen)
        m_listen(false);
    emit changed();
}

void PositionController::beginAgain()
{
    m_best.restart();
    m_dots.clear();
    emit changed();
}

void PositionController::expect(double wantedMetres, double limitMetres)
{
    platform::FixRules rules;
    if (wantedMetres > 0)
        rules.wantedMetres = wantedMetres;
    if (limitMetres > 0)
        rules.limitMetres = limitMetres;
    rules.limitMetres = std::max(rules.limitMetres, rules.wantedMetres);
    m_best.expect(rules);
    emit changed();
}

QString PositionController::here() const
{
    const bool fresh = m_listeners > 0 && m_best.now() && m_best.state() != PositionState::Stale;
    return fresh ? QString::fromStdString(m_best.now()->geopoint()) : QString();
}

void PositionController::feed(const Fix& fix)
{
    m_last = fix;
    m_best.add(fix);
    m_dots.push_back(fix);
    if (m_dots.size() > kDotsShown)
        m_dots.erase(m_dots.begin());
    emit changed();
}

void PositionController::feed(platform::PositionTrouble trouble)
{
    m_best.add(trouble);
    emit changed();
}

std::string PositionController::lastKnown() const
{
    const auto point = m_best.point();
    return point ? point->geopoint() : m_last ? m_last->geopoint() : std::string();
}

QString PositionController::state() const
{
    return m_listeners == 0 ? QStringLiteral("idle") : nameOf(m_best.state());
}

double PositionController::accuracyNow() const
{
    return m_listeners > 0 && m_best.now() ? m_best.now()->accuracyMetres.value_or(-1) : -1;
}

double PositionController::accuracyBest() const
{
    const auto point = m_best.point();
    return point ? point->accuracyMetres.value_or(-1) : -1;
}

QString PositionController::take() const
{
    const auto point = m_best.point();
    return point ? QString::fromStdString(point->geopoint()) : QString();
}

QString PositionController::nowText() const
{
    return accuracyNow() < 0 ? QString() : DisplayText::instance().number(std::round(accuracyNow()));
}

QString PositionController::bestText() const
{
    return accuracyBest() < 0 ? QString() : DisplayText::instance().number(std::round(accuracyBest()));
}

QString PositionController::bestDetail() const
{
    return fixCount() == 0 ? QString() : DisplayText::instance().digits(tr("mean of %n point(s)", nullptr, fixCount()));
}

QString PositionController::coordinates() const
{
    const auto point = m_best.point();
    return point ? QString::fromStdString(fmt::format("{:.5f}, {:.5f}", point->latitude, point->longitude)) : QString();
}

QString PositionController::advice() const
{
    if (m_listeners == 0)
        return {};
    switch (m_best.state()) {
    case PositionState::SwitchedOff:
        return tr("Location is off on this tablet. Switch it on, or type the coordinates.");
    case PositionState::NoPermission:
        return tr("This app may not use location yet. Allow it in the tablet's settings, or type the coordinates.");
    case PositionState::NoReceiver:
        return tr("This tablet gives no position. Choose another source in Settings, or type the coordinates.");
    case PositionState::Unplugged:
        return tr("The receiver went silent. Look at its cable; it goes on by itself.");
    case PositionState::NoFixInTime:
        return tr("No position for a minute and a half. Step into the open, or leave it for later; nothing is lost.");
    case PositionState::Searching:
        return tr("Looking for satellites; usually under a minute outdoors.");
    case PositionState::Weak:
        return tr("Accuracy is %1. Take two steps to open sky; the best point is kept.")
            .arg(DisplayText::instance().metres(accuracyBest()));
    case PositionState::Usable:
        return tr("Hold the tablet to the sky and keep still for a few seconds.");
    case PositionState::Good:
        return tr("This is a good point.");
    case PositionState::Stale:
        return tr("No new readings for a while; the best point is kept.");
    }
    return {};
}

QString PositionController::takeText() const
{
    return accuracyBest() < 0 ? tr("Take this point")
                              : tr("Take this point, %1").arg(DisplayText::instance().metres(accuracyBest()));
}

QVariantList PositionController::dots() const
{
    QVariantList list;
    const auto point = m_best.point();
    if (!point)
        return list;
    for (const Fix& fix : m_dots)
        list.append(QVariantMap{{QStringLiteral("x"), eastMetres(*point, fix)}, {QStringLiteral("y"), northMetres(*point, fix)}});
    return list;
}

} // namespace tashilgar::viewmodels
