#include "sync/hub/api/calls.h"
#include "sync/hub/api/in_memory.h"
#include "sync/hub/api/problems.h"
#include "sync/hub/api/resources.h"
#include "sync/hub/domain/reception.h"
#include "sync/protocol/wire.h"

namespace tashilgar::hub::api {
namespace {

base::Result<std::vector<domain::CheckedRecord>> decodeAndCheck(Hub& hub, base::ByteView body)
{
    std::vector<domain::CheckedRecord> checked;
    const auto looked = hub.storage.read([&](storage::Reader& reader) -> base::Result<void> {
        auto records = protocol::decodeBatch(body, [&](base::ByteView id) { return hub.forms.dictionary(reader, id); });
        if (!records)
            return base::fail(records.error());
        auto all = domain::checkRecords(reader, hub.forms, std::move(*records));
        if (!all)
            return base::fail(all.error());
        checked = std::move(*all);
        return {};
    });
    if (!looked)
        return base::fail(looked.error());
    return checked;
}

Task<http::Response> receive(Hub& hub, http::Request& request)
{
    const base::Result<domain::Caller> caller = co_await callerOf(hub, request);
    if (!caller)
        co_return problem(caller.error());
    const InMemory inMemory(hub);
    if (inMemory.isTooMany())
        co_return refusal(http::Refusal::Busy);
    base::Result<base::Bytes> body = co_await request.readBody();
    if (!body)
        co_return problem(body.error());
    const auto decode = [&hub, &body] { return decodeAndCheck(hub, *body); };
    auto checked = co_await http::offload(hub.workers, decode);
    if (!checked)
        co_return problem(checked.error());
    body->clear();

    const auto receipts = std::make_shared<std::vector<protocol::Receipt>>();
    const auto records = std::make_shared<const std::vector<domain::CheckedRecord>>(std::move(*checked));
    const storage::Storage::WriteJob keep = [&hub, receipts, records, who = *caller](storage::Writer& writer) -> base::Result<void> {
        auto kept = domain::keepRecords(writer, who, *records, hub.identity, hub.clock.now());
        if (!kept)
            return base::fail(kept.error());
        *receipts = std::move(*kept);
        return {};
    };
    const base::Result<void> stored = co_await writeRows(hub, keep);
    if (!stored)
        co_return problem(stored.error());
    const auto answer = [receipts] { return packed(protocol::encodeReceipts(*receipts, protocol::ReceiptForm::Brief)); };
    co_return co_await http::offload(hub.workers, answer);
}

} // namespace

void addBatches(http::Router& router, Hub& hub)
{
    router.add({"POST", std::string(protocol::kBatchesPath), protocol::kMaxBatchCompressed,
        [&hub](http::Request& request) { return receive(hub, request); }, {}, true});
}

} // namespace tashilgar::hub::api
