#pragma once

#include "app/forms/entry.h"
#include "sync/hub/domain/enrolment.h"
#include "sync/hub/storage/storage.h"

namespace tashilgar::hub::domain {

/// Why an entity change was not made, though its record was stored. Codes of storage::EntityRefusal.
namespace entity_refusal {
inline constexpr std::string_view kListUnknown = "list-unknown";
inline constexpr std::string_view kIdMissing = "id-missing";
inline constexpr std::string_view kEntityUnknown = "entity-unknown";
inline constexpr std::string_view kEntityExists = "entity-exists";
inline constexpr std::string_view kOutOfArea = "out-of-area";
inline constexpr std::string_view kTooLarge = "too-large";
} // namespace entity_refusal

/// Makes one change that a stored record asks of the data bank, or keeps the reason why not. An update is merged field by
/// field: a field that somebody else changed since the row the tablet knew is a conflict, which is kept for people to
/// decide; until then the value that was made later stands. Fails only as the storage does.
/// Spec: https://getodk.github.io/xforms-spec-entities/
base::Result<void> applyEntityChange(
    storage::Writer& writer, const Caller& caller, const storage::Record& record, const forms::EntityChange& change);

} // namespace tashilgar::hub::domain
