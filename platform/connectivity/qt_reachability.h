#pragma once

#include "platform/connectivity/reachability.h"

namespace tashilgar::platform
{

/// Through Qt Network's information back end (on Linux: NetworkManager or GLib); Unknown where there is none.
class QtReachability final : public Reachability
{
    Q_OBJECT

public:
    explicit QtReachability(QObject* parent = nullptr);
    State state() const override;
    bool isMetered() const override;
};

} // namespace tashilgar::platform
