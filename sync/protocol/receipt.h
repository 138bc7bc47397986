#pragma once

#include "app/base/clock.h"
#include "app/base/ids.h"
#include "app/base/result.h"
#include "sync/protocol/problem.h"
#include "sync/protocol/signing.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::protocol {

/// The receipt does not prove what it should: other hashes, another device, another hub, or a signature that is wrong.
inline constexpr base::ErrorCode kReceiptUntrusted{"protocol.receipt-untrusted"};

enum class ReceiptState { Stored, AlreadyStored, Refused };

/// What a hub answers for one record.
struct Receipt {
    base::InstanceId instance;
    std::string sha256;
    ReceiptState state = ReceiptState::Stored;
    std::vector<std::string> missingBlobs; ///< hashes the hub still wants, without duplicates
    std::optional<Problem> reason;         ///< of Refused
    /// Of a complete receipt only: the text of ReceiptText, its signature (base64url) and the key that made it.
    std::string signedText;
    std::string signature;
    std::string keyId;
    /// Of a brief receipt, the hub's time; the rest of the text is what the one who asked knows already.
    std::optional<base::Instant> signedAt;

    bool isComplete() const { return state != ReceiptState::Refused && missingBlobs.empty() && !signature.empty(); }
    friend bool operator==(const Receipt&, const Receipt&) = default;
};

/// What a complete receipt says, and the tablet compares with what it sent.
struct ReceiptText {
    base::InstanceId instance;
    std::string sha256;
    std::vector<std::string> blobs; ///< any order, duplicates allowed; written sorted and once each
    base::DeviceId device;
    base::HubId hub;
    base::Instant time{};

    /// The text to sign, byte for byte (DESIGN.md, "A receipt").
    std::string write() const;
    /// Fails with kMalformed.
    static base::Result<ReceiptText> parse(std::string_view text);
};

/// Makes the receipt complete.
void sign(Receipt& receipt, const ReceiptText& text, const SigningKey& key);

/// The text of a complete receipt of \p sent, brief or not. Fails with kReceiptUntrusted.
base::Result<std::string> signedTextOf(const Receipt& receipt, const ReceiptText& sent);
/// Checks that \p receipt is complete and proves that \p hub has exactly \p sent (its time is not compared). The reply is
/// the hub's time. Fails with kReceiptUntrusted: the record stays unsent.
base::Result<base::Instant> verify(const Receipt& receipt, const ReceiptText& sent, const PublicKey& hubKey);

/// A record a tablet asks the receipt of.
struct ReceiptQuestion {
    base::InstanceId instance;
    std::string sha256;
    friend bool operator==(const ReceiptQuestion&, const ReceiptQuestion&) = default;
};

/// Brief: a complete receipt without what its asker knows, to be told by its place in the answer. Whole: by itself, as in a file.
enum class ReceiptForm { Whole, Brief };
std::string encodeReceipts(const std::vector<Receipt>& receipts, ReceiptForm form = ReceiptForm::Whole);
base::Result<std::vector<Receipt>> decodeReceipts(std::string_view json);
/// Gives brief receipts their names, by their place among all that were \p asked; those of an answer that has fewer or more stay
/// without.
void nameReceipts(std::vector<Receipt>& receipts, const std::vector<ReceiptQuestion>& asked);
std::string encodeReceiptQuestions(const std::vector<ReceiptQuestion>& questions);
base::Result<std::vector<ReceiptQuestion>> decodeReceiptQuestions(std::string_view json);

} // namespace tashilgar::protocol
