#pragma once

#include "app/base/bytes.h"

#include <optional>
#include <string>

namespace tashilgar::client {

/// SHA-256 of the SubjectPublicKeyInfo of an X.509 certificate in DER, in hexadecimal: how a tablet knows its hub. Nothing
/// when \p certificate is none. Reads the outer structure only; whether the certificate is any good is not asked.
/// Spec: RFC 5280, section 4.1
std::optional<std::string> pinOf(base::ByteView certificate);

} // namespace tashilgar::client
