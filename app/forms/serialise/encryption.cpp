#include "app/forms/encryption.h"

#include "app/base/xml/writer.h"
#include "app/forms/engine/compiled_form.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <limits>

// Spec: https://getodk.github.io/xforms-spec/encryption
namespace tashilgar::forms {
namespace {

constexpr std::size_t kKeySize = 32;
constexpr std::size_t kBlockSize = 16;

template <auto Free>
struct Freed {
    template <class T>
    void operator()(T* pointer) const
    {
        Free(pointer);
    }
};
using PublicKey = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX_free>>;
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, Freed<EVP_CIPHER_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;

unsigned char* raw(std::byte* bytes) { return reinterpret_cast<unsigned char*>(bytes); }
const unsigned char* raw(const std::byte* bytes) { return reinterpret_cast<const unsigned char*>(bytes); }

base::Error cannot(std::string sentence, std::string place = {})
{
    return base::Error(kCannotEncrypt, std::move(sentence), std::move(place));
}

using Md5 = std::array<std::byte, kBlockSize>;

Md5 md5Of(base::ByteView first, base::ByteView second = {})
{
    Md5 sum{};
    const DigestContext context(EVP_MD_CTX_new());
    EVP_DigestInit_ex(context.get(), EVP_md5(), nullptr);
    EVP_DigestUpdate(context.get(), first.data(), first.size());
    EVP_DigestUpdate(context.get(), second.data(), second.size());
    EVP_DigestFinal_ex(context.get(), raw(sum.data()), nullptr);
    return sum;
}

PublicKey publicKeyOf(std::string_view base64)
{
    std::string text(base64);
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
    const auto der = base::fromBase64(text);
    if (!der)
        return nullptr;
    const unsigned char* at = raw(der->data());
    PublicKey key(d2i_PUBKEY(nullptr, &at, static_cast<long>(der->size())));
    return key && EVP_PKEY_get_base_id(key.get()) == EVP_PKEY_RSA ? std::move(key) : nullptr;
}

/// RSA with OAEP, SHA-256 for the label and for MGF1: what ODK's servers try.
std::optional<std::string> wrapped(EVP_PKEY* key, base::ByteView plain)
{
    const KeyContext context(EVP_PKEY_CTX_new(key, nullptr));
    std::size_t size = 0;
    const bool ready = context && EVP_PKEY_encrypt_init(context.get()) == 1
        && EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_OAEP_PADDING) == 1
        && EVP_PKEY_CTX_set_rsa_oaep_md(context.get(), EVP_sha256()) == 1
        && EVP_PKEY_CTX_set_rsa_mgf1_md(context.get(), EVP_sha256()) == 1
        && EVP_PKEY_encrypt(context.get(), nullptr, &size, raw(plain.data()), plain.size()) == 1;
    if (!ready)
        return std::nullopt;
    base::Bytes bytes(size);
    if (EVP_PKEY_encrypt(context.get(), raw(bytes.data()), &size, raw(plain.data()), plain.size()) != 1)
        return std::nullopt;
    return base::toBase64(base::ByteView(bytes).first(size));
}

} // namespace

struct SubmissionEncryptor::State {
    std::string formId, version, instanceId, wrappedKey;
    PublicKey publicKey;
    std::array<std::byte, kKeySize> key{};
    Md5 vector{};
    std::size_t files = 0;
    std::string signedText; ///< what the signature is over, line by line
    std::vector<std::string> media;

    ~State() { OPENSSL_cleanse(key.data(), key.size()); }

    base::Result<EncryptedFile> encrypt(std::string_view name, base::ByteView plain)
    {
        if (plain.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()) - kBlockSize)
            return base::fail(cannot("this file is too large to be encrypted", std::string(name)));
        signedText += std::string(name) + "::" + base::toHex(md5Of(plain)) + '\n';
        // each file moves the next byte of the vector on by one
        std::byte& moved = vector[files++ % vector.size()];
        moved = static_cast<std::byte>(std::to_integer<unsigned>(moved) + 1);

        const std::size_t padding = kBlockSize - plain.size() % kBlockSize;
        base::Bytes padded(plain.begin(), plain.end());
        padded.resize(plain.size() + padding, static_cast<std::byte>(padding));
        EncryptedFile file{std::string(name) + ".enc", base::Bytes(padded.size())};
        const CipherContext context(EVP_CIPHER_CTX_new());
        int written = 0;
        const bool done = context
            && EVP_EncryptInit_ex(context.get(), EVP_aes_256_cfb128(), nullptr, raw(key.data()), raw(vector.data())) == 1
            && EVP_EncryptUpdate(context.get(), raw(file.bytes.data()), &written, raw(padded.data()),
                   static_cast<int>(padded.size()))
                == 1;
        OPENSSL_cleanse(padded.data(), padded.size());
        if (!done || static_cast<std::size_t>(written) != file.bytes.size())
            return base::fail(cannot("this file could not be encrypted", std::string(name)));
        return file;
    }
};

SubmissionEncryptor::SubmissionEncryptor(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

SubmissionEncryptor::~SubmissionEncryptor() = default;
SubmissionEncryptor::SubmissionEncryptor(SubmissionEncryptor&&) noexcept = default;
SubmissionEncryptor& SubmissionEncryptor::operator=(SubmissionEncryptor&&) noexcept = default;

base::Result<SubmissionEncryptor> SubmissionEncryptor::begin(
    const Form& form, std::string_view instanceId, base::Random& random)
{
    const std::string& text = form.compiled().definition->submission.publicKey;
    if (text.empty())
        return base::fail(cannot("this form has no key to encrypt for", form.version().form.value()));
    if (instanceId.empty())
        return base::fail(cannot("a record without instanceID cannot be encrypted", form.version().form.value()));
    auto state = std::make_unique<State>();
    state->formId = form.version().form.value();
    state->version = form.version().version;
    state->instanceId = instanceId;
    state->publicKey = publicKeyOf(text);
    if (!state->publicKey)
        return base::fail(cannot("the key of this form is no RSA key", state->formId));
    random.fill(state->key);
    auto wrappedKey = wrapped(state->publicKey.get(), state->key);
    if (!wrappedKey)
        return base::fail(cannot("the key of this form cannot be used", state->formId));
    state->wrappedKey = std::move(*wrappedKey);
    state->vector = md5Of(base::bytesOf(instanceId), state->key);
    state->signedText = state->formId + '\n';
    if (!state->version.empty())
        state->signedText += state->version + '\n';
    state->signedText += state->wrappedKey + '\n' + state->instanceId + '\n';
    return SubmissionEncryptor(std::move(state));
}

base::Result<EncryptedFile> SubmissionEncryptor::addMedia(std::string_view name, base::ByteView plain)
{
    auto file = m_state->encrypt(name, plain);
    if (file)
        m_state->media.push_back(file->name);
    return file;
}

base::Result<EncryptedSubmission> SubmissionEncryptor::finish(std::string_view submissionXml)
{
    auto file = m_state->encrypt("submission.xml", base::bytesOf(submissionXml));
    if (!file)
        return base::fail(std::move(file).error());
    const auto signature = wrapped(m_state->publicKey.get(), md5Of(base::bytesOf(m_state->signedText)));
    if (!signature)
        return base::fail(cannot("the key of this form cannot be used", m_state->formId));
    using base::xml::escapeAttribute;
    using base::xml::escapeText;
    std::string manifest = "<data xmlns=\"http://opendatakit.org/submissions\" id=\"" + escapeAttribute(m_state->formId) + '"';
    if (!m_state->version.empty())
        manifest += " version=\"" + escapeAttribute(m_state->version) + '"';
    manifest += " encrypted=\"yes\"><base64EncryptedKey>" + m_state->wrappedKey
        + "</base64EncryptedKey><orx:meta xmlns:orx=\"http://openrosa.org/xforms\"><orx:instanceID>"
        + escapeText(m_state->instanceId) + "</orx:instanceID></orx:meta>";
    for (const std::string& name : m_state->media)
        manifest += "<media><file>" + escapeText(name) + "</file></media>";
    manifest += "<encryptedXmlFile>" + file->name + "</encryptedXmlFile><base64EncryptedElementSignature>" + *signature
        + "</base64EncryptedElementSignature></data>";
    return EncryptedSubmission{std::move(manifest), std::move(*file)};
}

} // namespace tashilgar::forms
