#pragma once

#include "app/sqlite/database.h"
#include "sync/protocol/batch.h"
#include "sync/protocol/message.h"
#include "tests/support/power_disk.h"
#include "tests/support/power_files.h"

#include <optional>
#include <string>
#include <vector>

namespace tashilgar::tests {

/// What a hub has said to its tablet so far, and must stand by after a power cut.
struct HubPromises {
    std::optional<protocol::EnrolReply> enrolled;
    std::vector<protocol::BatchRecord> receipted; ///< with a complete, signed receipt
};

/// A hub begins on \p disk, takes in a programme, enrols a tablet over the network and receives a record alone, then two in
/// one batch of which one has a photo, sent in two pieces, and answers with receipts. Stops where something fails; true
/// when all went well.
bool walkHub(PowerDisk& disk, HubPromises& promises, PowerFiles::Pretend pretend = PowerFiles::Pretend::Nothing,
    sqlite::Synchronous synchronous = sqlite::Synchronous::Full);

/// Opens the hub again on what the cut left, and says what of the promises is not there.
std::vector<std::string> hubLosses(PowerDisk& disk, const HubPromises& promises);

} // namespace tashilgar::tests
