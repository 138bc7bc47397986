#pragma once

#include "sync/hub/exports/text_source.h"
#include "sync/hub/storage/storage.h"

#include <memory>

namespace tashilgar::hub::exports {

/// The rows of a list that have a geometry (column `geometry`), as a FeatureCollection; every other column is a property.
/// A shape is a ring that runs counterclockwise, however it was walked. Spec: RFC 7946, 3.1.6. \p storage outlives it.
std::unique_ptr<TextSource> listGeoJson(storage::Storage& storage, const base::ListName& list);

/// All rows of a list as CSV with a byte order mark, in the list's columns and `__version` for entities, and
/// harmless as in recordTable().
std::unique_ptr<TextSource> listCsv(storage::Storage& storage, const storage::List& list);

} // namespace tashilgar::hub::exports
