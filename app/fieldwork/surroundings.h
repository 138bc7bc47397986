#pragma once

#include "app/base/clock.h"
#include "app/base/files.h"
#include "app/base/zones.h"

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace tashilgar::store {
class Store;
}
namespace tashilgar::lists {
class TableCache;
}

namespace tashilgar::fieldwork {

/// What every part of this folder works with. Everything pointed at outlives those parts and is not owned by them; all
/// of it belongs to the store's thread.
struct Surroundings {
    store::Store* store = nullptr;
    base::Files* files = nullptr;
    const base::Clock* clock = nullptr;
    base::Random* random = nullptr;
    std::shared_ptr<const base::Zone> zone;
    /// deviceid, username, phonenumber, email: what forms may preload.
    std::map<std::string, std::string> properties;
    /// Answers odk:setgeopoint with "lat lon alt acc", or empty where no position is known. May stay unset.
    std::function<std::string()> position;
    /// Where large lists that a form brings are kept as tables; null: they are read whole.
    lists::TableCache* tables = nullptr;
    /// Finishing an entry checks it and keeps nothing: no record, no row in the outbox, no change of a list. For previews.
    bool rehearsal = false;
};

} // namespace tashilgar::fieldwork
