#include "sync/hub/api/openrosa/answers.h"

#include "app/base/xml/writer.h"
#include "sync/hub/api/problems.h"

namespace tashilgar::hub::api::openrosa {
namespace {

namespace code = protocol::problem;

/// The same numbers as ODK Central, which clients know.
int statusOf(std::string_view problem)
{
    if (problem == code::kFormUnknown)
        return 404;
    if (problem == code::kInstanceDiffers || problem == code::kFormClosed)
        return 409;
    if (problem == code::kInternal)
        return 500;
    return 400;
}

} // namespace

http::Response withHeaders(const Hub& hub, http::Response response)
{
    response.headers.add("X-OpenRosa-Version", "1.0");
    response.headers.add("X-OpenRosa-Accept-Content-Length", std::to_string(hub.limits.maxSubmission));
    response.headers.add("Content-Language", "en");
    return response;
}

http::Response said(const Hub& hub, int status, std::string_view sentence)
{
    return withHeaders(hub, http::Response::text(status, kXmlType,
        fmt::format("<OpenRosaResponse xmlns=\"http://openrosa.org/http/response\" items=\"0\"><message nature=\"{}\">{}</message>"
                    "</OpenRosaResponse>",
            status < 300 ? "submit_success" : "error", base::xml::escapeText(sentence))));
}

http::Response refused(const Hub& hub, const base::Error& error)
{
    const Failure failure = failureOf(error);
    return said(hub, failure.status, failure.sentence);
}

http::Response refused(const Hub& hub, http::Refusal refusal)
{
    const Failure failure = failureOf(refusal);
    http::Response response = said(hub, failure.status, failure.sentence);
    if (refusal == http::Refusal::Busy)
        response.headers.add("Retry-After", "5");
    return response;
}

http::Response refused(const Hub& hub, const protocol::Problem& reason)
{
    return said(hub, statusOf(reason.code), reason.sentence);
}

} // namespace tashilgar::hub::api::openrosa
