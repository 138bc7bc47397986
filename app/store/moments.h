#pragma once

#include "app/base/clock.h"

#include <cstdint>

namespace tashilgar::store {

/// Moments stand in rows as milliseconds since 1970 in UTC.
inline std::int64_t toRow(base::Instant moment) { return moment.time_since_epoch().count(); }
inline base::Instant momentOf(std::int64_t row) { return base::Instant(std::chrono::milliseconds(row)); }

} // namespace tashilgar::store
