#pragma once

#include "app/base/result.h"
#include "app/base/xml/document.h"

namespace tashilgar::base::xml {

/// "line 12: mismatched tag"
inline constexpr ErrorCode kNotWellFormed{"base.xml-not-well-formed"};

/// What a document from outside may cost.
struct ReadLimits {
    std::size_t maxBytes = 64u * 1024 * 1024;
    std::size_t maxNodes = 4'000'000;
    std::size_t maxDepth = 512;
};

/// Reads a whole document. Document types, external and internal entities are refused. Whitespace-only text is kept.
/// Fails with kNotWellFormed or kTooLarge.
Result<Document> read(std::string_view bytes, const ReadLimits& limits = {});

} // namespace tashilgar::base::xml
