#pragma once

#include "app/base/clock.h"
#include "app/base/ids.h"
#include "app/base/result.h"

#include <set>
#include <string>
#include <vector>

namespace tashilgar::client::openrosa {

/// What an OpenRosa server said, kept where a hub's receipt would be. It signs nothing and names no hashes, so this is a
/// note of ours and no proof: it never lets a record be deleted from the tablet.
struct Answer {
    int status = 201;
    std::string host;
    bool lookedBack = false; ///< the server listed every file of the record as there
    base::Instant at{};
};

/// How far each record has got at an OpenRosa server, file by file: there a file belongs to one record, whatever its hash.
/// Every note is on the disk when its call returns. Called by one thread.
class Ledger {
public:
    virtual ~Ledger() = default;
    /// Names of the record's files that the server took.
    virtual base::Result<std::set<std::string>> delivered(const base::InstanceId& record) = 0;
    virtual base::Result<void> noteDelivered(const base::InstanceId& record, const std::vector<std::string>& names) = 0;
    /// The server has the record and says that it lacks these files after all.
    virtual base::Result<void> noteLacking(const base::InstanceId& record, const std::vector<std::string>& names) = 0;
    /// The record and all its files were taken; it is no longer offered.
    virtual base::Result<void> keepAnswer(const base::InstanceId& record, const Answer& answer) = 0;
};

} // namespace tashilgar::client::openrosa
