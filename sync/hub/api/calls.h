#pragma once

#include "sync/hub/api/hub.h"
#include "sync/hub/domain/enrolment.h"
#include "sync/hub/http/message.h"

#include <functional>
#include <string>

/// What most resources do: know the caller, look into the storage on a worker, write and wait for the shared commit.
namespace tashilgar::hub::api {

using http::Task;

/// Who asks, by the bearer token of the request.
Task<base::Result<domain::Caller>> callerOf(Hub& hub, const http::Request& request);

/// Runs \p job over one snapshot, on a worker.
Task<base::Result<void>> readRows(Hub& hub, storage::Storage::ReadJob job);
/// Hands \p job to the writer and goes on when what it wrote is durable.
Task<base::Result<void>> writeRows(Hub& hub, storage::Storage::WriteJob job);

/// The request's body as text, of a route whose limit is small.
Task<base::Result<std::string>> readText(http::Request& request);

http::Response json(std::string text);
/// As one zstd frame, for who has just sent one. Takes time for a long text: on a worker.
http::Response packed(std::string text);
/// The same as one zstd frame, where \p request takes that. Takes time for a long text: on a worker.
http::Response packedJson(const http::Request& request, std::string text);

} // namespace tashilgar::hub::api
