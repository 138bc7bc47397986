#pragma once

#include "app/base/error.h"
#include "sync/hub/http/message.h"
#include "sync/hub/http/server.h"

#include <string_view>

/// Every way a request can fail: a stable code, an HTTP status, a sentence. Codes are those of sync/protocol/problem.h.
namespace tashilgar::hub::api {

http::Response problem(int status, std::string_view code, std::string_view sentence);
/// What \p error means to the one who asked. Trouble of our own is told without its details.
http::Response problem(const base::Error& error);
/// What the server refuses by itself.
http::Response refusal(http::Refusal refusal);

} // namespace tashilgar::hub::api
