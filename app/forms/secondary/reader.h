#pragma once

#include "app/base/result.h"
#include "app/forms/xpath/dom.h"

#include <memory>
#include <string_view>

namespace tashilgar::forms {
class ListTable;
}

namespace tashilgar::forms::secondary {

/// The bytes of an attached file are none of CSV, GeoJSON or XML, or broken.
inline constexpr base::ErrorCode kBadResource{"forms.bad-resource"};

/// One secondary instance, ready to be asked. Owns its Dom; immutable, so entries and threads may share it.
struct SecondaryInstance {
    std::shared_ptr<const xpath::Dom> dom;
    xpath::NodeRef root; ///< its child is the root element
};

/// Reads what stood behind \p uri: CSV for jr://file-csv/ and names ending in .csv, GeoJSON for .geojson, else XML.
/// Fails with kBadResource; the place is \p uri.
base::Result<SecondaryInstance> readSecondary(std::string_view bytes, std::string_view uri);

/// A list that the host keeps.
SecondaryInstance keptSecondary(std::shared_ptr<ListTable> table);

/// root without items: a missing file that may be missing.
SecondaryInstance emptySecondary();

} // namespace tashilgar::forms::secondary
