#pragma once

#include "app/base/bytes.h"

#include <string>
#include <string_view>

namespace tashilgar::client::openrosa {

/// Writes a multipart/form-data body. The same parts give the same bytes. Spec: RFC 7578, RFC 2046
class FormData {
public:
    /// \p seed makes the line between the parts; it must not occur in them: a hash of what is sent, say.
    explicit FormData(std::string_view seed);

    /// \p fileName may be empty for a plain field.
    void add(std::string_view name, std::string_view fileName, std::string_view mediaType, base::ByteView content);
    std::string contentType() const;
    /// The object may not be used again.
    base::Bytes finish();

private:
    void write(std::string_view text);

    std::string m_boundary;
    base::Bytes m_body;
};

} // namespace tashilgar::client::openrosa
