#pragma once

#include "app/base/result.h"

#include <string>
#include <string_view>

namespace tashilgar::protocol {

/// How a request, or one record of it, can fail: a stable code for programs and a sentence for people.
struct Problem {
    std::string code;
    std::string sentence;
    friend bool operator==(const Problem&, const Problem&) = default;
};

/// The codes of Problem. Stable: tablets of last year read them.
namespace problem {
// the request
inline constexpr std::string_view kMalformed = "malformed";
inline constexpr std::string_view kNotFound = "not-found";
inline constexpr std::string_view kMethodNotAllowed = "method-not-allowed";
inline constexpr std::string_view kTooLarge = "too-large";
inline constexpr std::string_view kTooSlow = "too-slow";
inline constexpr std::string_view kBusy = "busy";              ///< 429 or 503: ask again later
inline constexpr std::string_view kDiskFull = "disk-full";     ///< 507: nothing of the request was kept
inline constexpr std::string_view kVersionUnknown = "version-unknown"; ///< 426: one of the two programs is too old
inline constexpr std::string_view kInternal = "internal";      ///< 500: nothing of the request was kept
// who asks
inline constexpr std::string_view kTokenUnknown = "token-unknown";
inline constexpr std::string_view kDeviceRevoked = "device-revoked"; ///< ends all attempts until enrolled again
inline constexpr std::string_view kCodeUnknown = "code-unknown";
inline constexpr std::string_view kCodeExpired = "code-expired";
inline constexpr std::string_view kCodeUsed = "code-used";
inline constexpr std::string_view kNotAllowed = "not-allowed";
// a batch
inline constexpr std::string_view kBatchMalformed = "batch-malformed";
inline constexpr std::string_view kDictionaryUnknown = "dictionary-unknown"; ///< send it without one
// a blob
inline constexpr std::string_view kOffsetWrong = "offset-wrong";
inline constexpr std::string_view kBlobMismatch = "blob-mismatch";
inline constexpr std::string_view kCursorUnknown = "cursor-unknown"; ///< begin again with an empty cursor
// one record (Receipt::reason); kInternal too: this record is to be sent again later
inline constexpr std::string_view kHashMismatch = "hash-mismatch";
inline constexpr std::string_view kRecordMalformed = "record-malformed";
inline constexpr std::string_view kFormUnknown = "form-unknown";
inline constexpr std::string_view kInstanceDiffers = "instance-differs";
inline constexpr std::string_view kFormClosed = "form-closed"; ///< by OpenRosa only: our own door takes what was recorded
inline constexpr std::string_view kInstanceUnknown = "instance-unknown"; ///< asked for the receipt of a record it has not
} // namespace problem

std::string encode(const Problem& problem);
/// Fails with kMalformed for anything else, such as the page of a captive portal.
base::Result<Problem> decodeProblem(std::string_view json);

} // namespace tashilgar::protocol
