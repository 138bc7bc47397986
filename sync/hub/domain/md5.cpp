#include "sync/hub/domain/md5.h"

#include <openssl/evp.h>

#include <array>

namespace tashilgar::hub::domain {

struct Md5::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    bool works = context && EVP_DigestInit_ex(context, EVP_md5(), nullptr) == 1;
    ~State() { EVP_MD_CTX_free(context); }
};

Md5::Md5()
    : m_state(std::make_unique<State>())
{
}

Md5::~Md5() = default;

void Md5::add(base::ByteView bytes)
{
    m_state->works = m_state->works && EVP_DigestUpdate(m_state->context, bytes.data(), bytes.size()) == 1;
}

std::string Md5::finish()
{
    std::array<std::byte, EVP_MAX_MD_SIZE> sum{};
    unsigned size = 0;
    if (!m_state->works || EVP_DigestFinal_ex(m_state->context, reinterpret_cast<unsigned char*>(sum.data()), &size) != 1)
        return {};
    return base::toHex(base::ByteView(sum).first(size));
}

} // namespace tashilgar::hub::domain
