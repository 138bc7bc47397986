#pragma once

#include "app/base/bytes.h"
#include "app/base/result.h"

#include <array>
#include <string_view>

namespace tashilgar::protocol {

/// What a record of a form looks like before anybody has answered, for zstd to refer to. Made of the form alone, by both ends
/// (DESIGN.md, "The dictionary of a form"), so it tells nobody about answers and never travels.
struct FormDictionary {
    static constexpr std::size_t kIdSize = 8;
    /// Of what a longer form shows, only the first part counts: a dictionary is for small batches.
    static constexpr std::size_t kLargest = 32u * 1024;

    base::Bytes bytes;
    std::array<std::byte, kIdSize> id{}; ///< the first bytes of the SHA-256 of `bytes`

    /// \p xform is the form's file. Fails with base::kMalformed where it has no instance to show.
    static base::Result<FormDictionary> of(std::string_view xform);
};

} // namespace tashilgar::protocol
