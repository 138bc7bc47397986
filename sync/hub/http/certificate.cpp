#include "sync/hub/http/certificate.h"

#include "app/base/hash.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <chrono>
#include <memory>

namespace tashilgar::hub::http {
namespace {

constexpr std::size_t kMaxPem = 64 * 1024;
constexpr long kYears = 20; // longer than any hub; tablets do not look at it

struct Free {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(X509* certificate) const { X509_free(certificate); }
    void operator()(BIO* bio) const { BIO_free(bio); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

std::string contents(BIO* bio)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<std::size_t>(size)};
}

base::Result<std::string> pinOf(X509* certificate)
{
    unsigned char* der = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &der);
    if (size <= 0)
        return base::fail(base::kMalformed, "the certificate holds no public key");
    std::string pin = base::Sha256::hexOf({reinterpret_cast<const std::byte*>(der), static_cast<std::size_t>(size)});
    OPENSSL_free(der);
    return pin;
}

base::Result<TlsIdentity> make(const base::Clock& clock)
{
    const auto broken = [] { return base::fail(base::kIoError, "a TLS key could not be made"); };
    const Owned<EVP_PKEY> key(EVP_EC_gen("P-256"));
    const Owned<X509> certificate(X509_new());
    if (!key || !certificate)
        return broken();
    const std::time_t now = std::chrono::system_clock::to_time_t(clock.now());
    const std::time_t from = now - 24 * 3600;
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate.get()), static_cast<std::uint64_t>(now));
    ASN1_TIME_set(X509_getm_notBefore(certificate.get()), from);
    ASN1_TIME_set(X509_getm_notAfter(certificate.get()), now + kYears * 365 * 24 * 3600);
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME* name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(
        name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>("tashilgar-hub"), -1, -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    X509V3_CTX context;
    X509V3_set_ctx(&context, certificate.get(), certificate.get(), nullptr, nullptr, 0);
    if (X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, NID_subject_alt_name, "DNS:tashilgar-hub")) {
        X509_add_ext(certificate.get(), extension, -1);
        X509_EXTENSION_free(extension);
    }
    if (X509_sign(certificate.get(), key.get(), EVP_sha256()) == 0)
        return broken();
    const Owned<BIO> keyText(BIO_new(BIO_s_mem()));
    const Owned<BIO> certificateText(BIO_new(BIO_s_mem()));
    if (PEM_write_bio_PrivateKey(keyText.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1
        || PEM_write_bio_X509(certificateText.get(), certificate.get()) != 1)
        return broken();
    auto pin = pinOf(certificate.get());
    if (!pin)
        return base::fail(pin.error());
    return TlsIdentity{contents(certificateText.get()), contents(keyText.get()), std::move(*pin)};
}

base::Result<TlsIdentity> load(std::string certificatePem, std::string keyPem)
{
    const Owned<BIO> keyText(BIO_new_mem_buf(keyPem.data(), static_cast<int>(keyPem.size())));
    const Owned<BIO> certificateText(BIO_new_mem_buf(certificatePem.data(), static_cast<int>(certificatePem.size())));
    const Owned<EVP_PKEY> key(PEM_read_bio_PrivateKey(keyText.get(), nullptr, nullptr, nullptr));
    const Owned<X509> certificate(PEM_read_bio_X509(certificateText.get(), nullptr, nullptr, nullptr));
    if (!key || !certificate || X509_check_private_key(certificate.get(), key.get()) != 1)
        return base::fail(base::kMalformed, "the hub's TLS key and certificate do not belong together");
    auto pin = pinOf(certificate.get());
    if (!pin)
        return base::fail(pin.error());
    return TlsIdentity{std::move(certificatePem), std::move(keyPem), std::move(*pin)};
}

} // namespace

base::Result<TlsIdentity> TlsIdentity::loadOrMake(
    base::Files& files, const std::filesystem::path& folder, const base::Clock& clock)
{
    const std::filesystem::path keyPath = folder / "tls-key.pem";
    const std::filesystem::path certificatePath = folder / "tls-certificate.pem";
    // The key is written first: without a certificate nobody has seen it yet, and a new pair may be made.
    if (files.exists(certificatePath)) {
        const auto certificate = files.readAll(certificatePath, kMaxPem);
        if (!certificate)
            return base::fail(certificate.error());
        const auto key = files.readAll(keyPath, kMaxPem);
        if (!key)
            return base::fail(key.error());
        return load(std::string(base::textOf(*certificate)), std::string(base::textOf(*key)));
    }
    auto made = make(clock);
    if (!made)
        return made;
    TASHILGAR_TRY(files.writeWhole(keyPath, base::bytesOf(made->keyPem)));
    TASHILGAR_TRY(files.writeWhole(certificatePath, base::bytesOf(made->certificatePem)));
    return made;
}

} // namespace tashilgar::hub::http
