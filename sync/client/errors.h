#pragma once

#include "app/base/error.h"

/// Every way in which talking to a hub fails. None of them loses anything: what was not receipted is still in the outbox.
namespace tashilgar::client {

// The way to the hub
inline constexpr base::ErrorCode kUnreachable{"client.unreachable"};   ///< nothing answered at the address
inline constexpr base::ErrorCode kLinkDropped{"client.link-dropped"};  ///< it answered, then the connection broke
inline constexpr base::ErrorCode kTimedOut{"client.timed-out"};        ///< it stopped answering
inline constexpr base::ErrorCode kNotAHub{"client.not-a-hub"};         ///< something else answered: a captive portal, say
inline constexpr base::ErrorCode kOtherHub{"client.other-hub"};        ///< a hub with another key; nothing was sent to it
inline constexpr base::ErrorCode kCertificateUntrusted{"client.certificate-untrusted"}; ///< no authority vouches for a server
inline constexpr base::ErrorCode kVersionUnknown{"client.version-unknown"}; ///< the hub's program or this one is too old
inline constexpr base::ErrorCode kDictionaryUnknown{"client.dictionary-unknown"}; ///< the batch is to be sent without one
inline constexpr base::ErrorCode kAnswerTooLarge{"client.answer-too-large"};

// What the hub says of this tablet
inline constexpr base::ErrorCode kRevoked{"client.device-revoked"};
inline constexpr base::ErrorCode kTokenRefused{"client.token-refused"};
inline constexpr base::ErrorCode kSignInRefused{"client.sign-in-refused"}; ///< an OpenRosa server, of name, password or link
inline constexpr base::ErrorCode kNotEnrolled{"client.not-enrolled"};
inline constexpr base::ErrorCode kCodeUnknown{"client.code-unknown"};
inline constexpr base::ErrorCode kCodeExpired{"client.code-expired"};
inline constexpr base::ErrorCode kCodeUsed{"client.code-used"};

// What the hub says of itself
inline constexpr base::ErrorCode kHubBusy{"client.hub-busy"};
inline constexpr base::ErrorCode kHubFull{"client.hub-full"};       ///< its disk; nothing of the request was kept
inline constexpr base::ErrorCode kHubTrouble{"client.hub-trouble"}; ///< it failed, or its answer makes no sense

// What the hub says of one request
inline constexpr base::ErrorCode kRequestRefused{"client.request-refused"}; ///< 4xx without a more exact name
inline constexpr base::ErrorCode kNotThere{"client.not-there"};             ///< 404 for a blob or an upload
inline constexpr base::ErrorCode kTooLargeForHub{"client.too-large-for-hub"};
inline constexpr base::ErrorCode kOffsetWrong{"client.offset-wrong"};
inline constexpr base::ErrorCode kBlobMismatch{"client.blob-mismatch"};
inline constexpr base::ErrorCode kCursorUnknown{"client.cursor-unknown"};

} // namespace tashilgar::client
