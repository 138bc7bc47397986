#include "sync/hub/api/calls.h"
#include "sync/hub/api/problems.h"
#include "sync/hub/api/resources.h"
#include "sync/hub/domain/reception.h"
#include "sync/protocol/wire.h"

namespace tashilgar::hub::api {
namespace {

Task<http::Response> receipts(Hub& hub, http::Request& request)
{
    const base::Result<domain::Caller> caller = co_await callerOf(hub, request);
    if (!caller)
        co_return problem(caller.error());
    const base::Result<std::string> text = co_await readText(request);
    if (!text)
        co_return problem(text.error());
    const auto questions = protocol::decodeReceiptQuestions(*text);
    if (!questions)
        co_return problem(questions.error());
    http::Response response;
    const storage::Storage::ReadJob look = [&](storage::Reader& reader) -> base::Result<void> {
        auto all = domain::receiptsOf(reader, *caller, *questions, hub.identity, hub.clock.now());
        if (!all)
            return base::fail(all.error());
        response = packedJson(request, protocol::encodeReceipts(*all, protocol::ReceiptForm::Brief));
        return {};
    };
    const base::Result<void> looked = co_await readRows(hub, look);
    if (!looked)
        co_return problem(looked.error());
    co_return response;
}

} // namespace

void addReceipts(http::Router& router, Hub& hub)
{
    router.add({"POST", std::string(protocol::kReceiptsPath), protocol::kMaxJson,
        [&hub](http::Request& request) { return receipts(hub, request); }, {}, true});
}

} // namespace tashilgar::hub::api
