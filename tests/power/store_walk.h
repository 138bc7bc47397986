#pragma once

#include "app/store/store.h"
#include "tests/support/power_files.h"
#include "tests/support/power_vfs.h"
#include "tests/support/world.h"

#include <map>
#include <string>
#include <vector>

namespace tashilgar::tests {

/// What the store has accepted and may therefore never lose, and what was under way when the power went.
struct Promises {
    std::map<std::string, std::vector<std::string>> drafts; ///< answers of each, in order
    std::map<std::string, std::string> records; ///< XML by instanceID
    std::map<std::string, std::size_t> filesOfRecord;
    std::vector<std::string> safe; ///< records with a receipt
    std::vector<std::string> forms;
    std::string finalising; ///< the draft that was being finalised; it may be either
};

/// Opens a store on \p disk and does a morning's work with it until it is done or the disk fails.
/// The reply is false when the disk failed. \p pretend holds from when the store is open.
bool walk(PowerDisk& disk, Promises& promises, PowerFiles::Pretend pretend, sqlite::Synchronous synchronous,
    sqlite::Cipher cipher);

/// Opens the store again and says everything that is not as promised, one sentence each. Goes on working with it, too.
std::vector<std::string> losses(PowerDisk& disk, const Promises& promises);

} // namespace tashilgar::tests
