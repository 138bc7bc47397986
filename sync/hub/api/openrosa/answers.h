#pragma once

#include "sync/hub/api/hub.h"
#include "sync/hub/http/message.h"
#include "sync/protocol/problem.h"

#include <string>
#include <string_view>

/// How the OpenRosa door answers: OpenRosaResponse, and the headers that go with it. Spec: https://docs.getodk.org/openrosa-http/
namespace tashilgar::hub::api::openrosa {

inline constexpr std::string_view kXmlType = "text/xml; charset=utf-8";

/// Every answer's headers: the version of the interfaces, and how large a submission may be.
http::Response withHeaders(const Hub& hub, http::Response response);

/// A sentence for whoever sends.
http::Response said(const Hub& hub, int status, std::string_view sentence);
http::Response refused(const Hub& hub, const base::Error& error);
http::Response refused(const Hub& hub, http::Refusal refusal);
/// A record that is not taken.
http::Response refused(const Hub& hub, const protocol::Problem& reason);

} // namespace tashilgar::hub::api::openrosa
