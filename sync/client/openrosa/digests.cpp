#include "sync/client/openrosa/digests.h"

#include "app/base/hash.h"

#include <openssl/evp.h>

#include <array>

namespace tashilgar::client::openrosa {

std::string md5Hex(base::ByteView bytes)
{
    std::array<std::byte, EVP_MAX_MD_SIZE> sum{};
    unsigned size = 0;
    // Fails only where the library was built without MD5 (FIPS): no hash matches then, and no form is taken.
    if (EVP_Digest(bytes.data(), bytes.size(), reinterpret_cast<unsigned char*>(sum.data()), &size, EVP_md5(), nullptr) != 1)
        return {};
    return base::toHex(base::ByteView(sum).first(size));
}

std::string digestHex(std::string_view algorithm, std::string_view text)
{
    if (algorithm == "MD5")
        return md5Hex(base::bytesOf(text));
    if (algorithm == "SHA-256")
        return base::Sha256::hexOf(base::bytesOf(text));
    return {};
}

} // namespace tashilgar::client::openrosa
