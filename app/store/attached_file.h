#pragma once

#include <cstdint>
#include <string>

namespace tashilgar::store {

/// A file that an answer names; its content is in AttachmentFiles under its hash.
struct AttachedFile {
    std::string name; ///< as the answer has it, "1714000000000.jpg"
    std::string sha256;
    std::uint64_t size = 0;
    std::string mediaType; ///< "image/jpeg"
    friend bool operator==(const AttachedFile&, const AttachedFile&) = default;
};

} // namespace tashilgar::store
