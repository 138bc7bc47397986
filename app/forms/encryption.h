#pragma once

#include "app/base/bytes.h"
#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/forms/form.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::forms {

/// The form carries no key (`base64RsaPublicKey`), or one that is no RSA key; or a record that has no instanceID.
inline constexpr base::ErrorCode kCannotEncrypt{"forms.cannot-encrypt"};

/// One file as it is sent: "photo.jpg.enc" and what is in it.
struct EncryptedFile {
    std::string name;
    base::Bytes bytes;
};

struct EncryptedSubmission {
    std::string manifest;     ///< goes where the submission would have gone; names the files
    EncryptedFile submission; ///< "submission.xml.enc"
};

/// Encrypts one finalised record for whoever holds the private key of its form: a fresh AES-256 key, wrapped by the form's
/// RSA key (OAEP, SHA-256 also in MGF1), each file in CFB with PKCS#7 padding under an initial vector of its own.
///
/// Media first, in the order in which the manifest shall name them, then finish() with the submission itself, once. The
/// scheme is what ODK servers can open and no more: nothing is authenticated, and MD5 is part of it.
/// Belongs to one thread; holds the key until it goes and then wipes it. A file is held in memory whole.
/// Spec: https://getodk.github.io/xforms-spec/encryption
class SubmissionEncryptor {
public:
    /// Fails with kCannotEncrypt. \p random is only used here.
    static base::Result<SubmissionEncryptor> begin(const Form& form, std::string_view instanceId, base::Random& random);
    ~SubmissionEncryptor();
    SubmissionEncryptor(SubmissionEncryptor&&) noexcept;
    SubmissionEncryptor& operator=(SubmissionEncryptor&&) noexcept;

    base::Result<EncryptedFile> addMedia(std::string_view name, base::ByteView plain);
    base::Result<EncryptedSubmission> finish(std::string_view submissionXml);

private:
    struct State;
    explicit SubmissionEncryptor(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace tashilgar::forms
