#pragma once

#include "sync/client/status.h"

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace tashilgar::client {

/// One round with whatever this tablet belongs to, a hub or an OpenRosa server: all that Scheduler asks for.
class Rounds {
public:
    using Watch = std::function<void(const Status&)>;

    virtual ~Rounds() = default;
    /// Does as much as the way allows and says how it ended: phase Waiting, and NothingToDo or why not.
    /// \p watch sees each step, on this thread. \p nearby are addresses at which a hub was announced just now.
    virtual Status round(const std::vector<std::string>& nearby, std::stop_token stop, const Watch& watch = {}) = 0;
};

} // namespace tashilgar::client
