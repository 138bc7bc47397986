#pragma once

#include "app/base/error.h"
#include "sync/hub/http/message.h"
#include "sync/hub/http/server.h"

#include <string>
#include <string_view>

/// Every way a request can fail: a stable code, an HTTP status, a sentence. Codes are those of sync/protocol/problem.h.
namespace tashilgar::hub::api {

struct Failure {
    int status = 500;
    std::string code;
    std::string sentence;
};
/// What \p error, or what the server refuses by itself, means to the one who asked. Trouble of our own is told without its
/// details.
Failure failureOf(const base::Error& error);
Failure failureOf(http::Refusal refusal);

http::Response problem(int status, std::string_view code, std::string_view sentence);
http::Response problem(const base::Error& error);
http::Response refusal(http::Refusal refusal);

} // namespace tashilgar::hub::api
