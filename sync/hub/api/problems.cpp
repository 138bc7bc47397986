#include "sync/hub/api/problems.h"

#include "sync/hub/domain/change_feed.h"
#include "sync/hub/domain/enrolment.h"
#include "sync/hub/domain/form_library.h"
#include "sync/hub/domain/openrosa_submission.h"
#include "sync/hub/http/multipart.h"
#include "sync/hub/storage/blob_files.h"
#include "sync/protocol/batch.h"
#include "sync/protocol/problem.h"
#include "sync/protocol/wire.h"

namespace tashilgar::hub::api {
namespace {

namespace code = protocol::problem;

struct Known {
    base::ErrorCode error;
    int status;
    std::string_view code;
    std::string_view sentence; ///< empty: the error's own
};

constexpr Known kKnown[] = {
    {base::kMalformed, 400, code::kMalformed, {}},
    {base::kTooLarge, 413, code::kTooLarge, "This is larger than the hub takes. Nothing of it was kept; it is safe on the tablet."},
    {base::kNotFound, 404, code::kNotFound, "There is nothing here."},
    {base::kDiskFull, 507, code::kDiskFull,
        "The hub's disk is full. Nothing of this was kept; it is safe on the tablet. The office must make room on the hub."},
    {http::kBodyBroken, 400, code::kMalformed, "The request was cut."},
    {http::kBodyTooSlow, 408, code::kTooSlow, "The request came too slowly."},
    {http::kMultipartBroken, 400, code::kMalformed, {}},
    {domain::kFileDiffers, 409, code::kInstanceDiffers, {}},
    {domain::kFormUnknown, 404, code::kFormUnknown, {}},
    {protocol::kBatchMalformed, 400, code::kBatchMalformed, {}},
    {protocol::kDictionaryUnknown, 422, code::kDictionaryUnknown, {}},
    {protocol::kBatchVersionUnknown, 426, code::kVersionUnknown, {}},
    {protocol::kBatchTooLarge, 413, code::kTooLarge, {}},
    {storage::kBlobMismatch, 460, code::kBlobMismatch,
        "The file that came is not the one that was announced. It was thrown away; it is safe on the tablet and can be sent again."},
    {storage::kUploadBusy, 503, code::kBusy, "Another request brings this file at this moment. Try again in some seconds."},
    {domain::kCodeUnknown, 404, code::kCodeUnknown, {}},
    {domain::kCodeExpired, 410, code::kCodeExpired, {}},
    {domain::kCodeUsed, 410, code::kCodeUsed, {}},
    {domain::kTokenUnknown, 401, code::kTokenUnknown, {}},
    {domain::kDeviceRevoked, 401, code::kDeviceRevoked, {}},
    {domain::kCursorUnknown, 410, code::kCursorUnknown, {}},
};

constexpr std::string_view kOurTrouble = "The hub has trouble of its own. Nothing of this was kept; it is safe on the tablet. Try again later.";

} // namespace

http::Response problem(int status, std::string_view code, std::string_view sentence)
{
    return http::Response::text(
        status, protocol::kJsonType, protocol::encode(protocol::Problem{std::string(code), std::string(sentence)}));
}

Failure failureOf(const base::Error& error)
{
    for (const Known& known : kKnown) {
        if (known.error == error.code)
            return {known.status, std::string(known.code), known.sentence.empty() ? error.sentence : std::string(known.sentence)};
    }
    return {500, std::string(code::kInternal), std::string(kOurTrouble)};
}

Failure failureOf(http::Refusal refusal)
{
    using http::Refusal;
    const auto failure = [](int status, std::string_view name, std::string_view sentence) {
        return Failure{status, std::string(name), std::string(sentence)};
    };
    switch (refusal) {
    case Refusal::BadRequest: return failure(400, code::kMalformed, "This is no request that the hub understands.");
    case Refusal::NotFound: return failure(404, code::kNotFound, "There is nothing here.");
    case Refusal::MethodNotAllowed: return failure(405, code::kMethodNotAllowed, "This cannot be done here.");
    case Refusal::TooLarge: return failureOf(base::Error(base::kTooLarge, {}));
    case Refusal::TooManyHeaders: return failure(431, code::kTooLarge, "The head of the request is too large.");
    case Refusal::Busy: return failure(503, code::kBusy, "The hub is busy. Try again in a moment.");
    case Refusal::Internal: break;
    }
    return failure(500, code::kInternal, kOurTrouble);
}

http::Response problem(const base::Error& error)
{
    const Failure failure = failureOf(error);
    return problem(failure.status, failure.code, failure.sentence);
}

http::Response refusal(http::Refusal refusal)
{
    const Failure failure = failureOf(refusal);
    http::Response response = problem(failure.status, failure.code, failure.sentence);
    if (refusal == http::Refusal::Busy)
        response.headers.add("Retry-After", "5");
    return response;
}

} // namespace tashilgar::hub::api
