#pragma once

#include "sync/hub/domain/enrolment.h"
#include "sync/hub/storage/storage.h"
#include "sync/protocol/change.h"

#include <string_view>

namespace tashilgar::hub::domain {

/// The cursor is of another hub, of a time this hub does not remember, or of another area: begin with an empty one.
inline constexpr base::ErrorCode kCursorUnknown{"hub.cursor-unknown"};

/// The next changes for \p caller after \p cursor (empty: from the beginning), at most \p limit of them.
base::Result<protocol::ChangePage> changesFor(
    storage::Reader& reader, const Caller& caller, const base::HubId& hub, std::string_view cursor, std::size_t limit);

} // namespace tashilgar::hub::domain
