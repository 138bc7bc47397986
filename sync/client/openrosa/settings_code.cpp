#include "sync/client/openrosa/settings_code.h"

#include "app/base/bytes.h"
#include "app/base/text.h"

#include <zlib.h>

namespace tashilgar::client::openrosa {
namespace {

/// A QR code holds 3 kB; settings pack to a tenth at best.
constexpr std::size_t kMaxSettings = 64u * 1024;

} // namespace

std::optional<std::string> unpackSettingsCode(std::string_view text)
{
    // Whoever pastes a code may bring its line ends along.
    std::string joined;
    for (const char c : text) {
        if (!base::isXmlSpace(c))
            joined += c;
    }
    const auto packed = base::fromBase64(joined);
    if (!packed || packed->empty())
        return std::nullopt;
    std::string plain(kMaxSettings, '\0');
    auto size = static_cast<uLongf>(plain.size());
    const int done = uncompress(reinterpret_cast<Bytef*>(plain.data()), &size,
        reinterpret_cast<const Bytef*>(packed->data()), static_cast<uLong>(packed->size()));
    if (done != Z_OK)
        return std::nullopt;
    plain.resize(size);
    return plain;
}

} // namespace tashilgar::client::openrosa
