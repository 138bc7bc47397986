#include "platform/connectivity/qt_reachability.h"

#include <QNetworkInformation>

namespace tashilgar::platform
{

QtReachability::QtReachability(QObject* parent)
    : Reachability(parent)
{
    using Feature = QNetworkInformation::Feature;
    if (!QNetworkInformation::loadBackendByFeatures(Feature::Reachability))
        return;
    const QNetworkInformation* system = QNetworkInformation::instance();
    connect(system, &QNetworkInformation::reachabilityChanged, this, &Reachability::changed);
    connect(system, &QNetworkInformation::isMeteredChanged, this, &Reachability::changed);
}

Reachability::State QtReachability::state() const
{
    const QNetworkInformation* system = QNetworkInformation::instance();
    if (!system)
        return State::Unknown;
    switch (system->reachability()) {
    case QNetworkInformation::Reachability::Disconnected:
        return State::Disconnected;
    case QNetworkInformation::Reachability::Local:
    case QNetworkInformation::Reachability::Site:
        return State::Local;
    case QNetworkInformation::Reachability::Online:
        return State::Online;
    case QNetworkInformation::Reachability::Unknown:
        break;
    }
    return State::Unknown;
}

bool QtReachability::isMetered() const
{
    const QNetworkInformation* system = QNetworkInformation::instance();
    return system && system->isMetered();
}

} // namespace tashilgar::platform
