#include "sync/hub/api/in_memory.h"
#include "sync/hub/api/openrosa/answers.h"
#include "sync/hub/api/openrosa/door.h"
#include "sync/hub/api/openrosa/parts.h"

namespace tashilgar::hub::api::openrosa {
namespace {

// Around the files that a client counts: the record itself and the lines between the parts.
constexpr std::uint64_t kAroundFiles = 8u * 1024 * 1024;

base::Result<domain::CheckedRecord> inspect(Hub& hub, std::string xml)
{
    base::Result<domain::CheckedRecord> checked;
    TASHILGAR_TRY(hub.storage.read([&](storage::Reader& reader) -> base::Result<void> {
        checked = domain::checkSubmission(reader, hub.forms, std::move(xml), hub.clock.now());
        return {};
    }));
    return checked;
}

/// The whole body, part by part; what is wrong with it is told when it has been read, so that its sender hears it.
Task<base::Result<void>> readParts(Hub& hub, http::Request& request, SubmissionParts& parts)
{
    auto reader = http::MultipartReader::begin(request.headers.find("Content-Type").value_or(""));
    std::optional<base::Error> trouble;
    if (!reader)
        trouble = reader.error();
    for (;;) {
        const base::Result<base::Bytes> piece = co_await request.body->next();
        if (!piece)
            co_return base::fail(piece.error());
        if (piece->empty())
            break;
        if (trouble)
            continue;
        const auto feed = [&] { return reader->feed(*piece, parts); };
        const base::Result<void> fed = co_await http::offload(hub.workers, feed);
        if (!fed)
            trouble = fed.error();
    }
    const auto finish = [&]() -> base::Result<void> {
        if (trouble)
            return base::fail(*trouble);
        TASHILGAR_TRY(reader->finish());
        return parts.finish();
    };
    co_return co_await http::offload(hub.workers, finish);
}

std::string sentenceFor(const domain::KeptSubmission& kept)
{
    if (!kept.missing.empty())
        return fmt::format("The submission is stored; {} of its files have not come yet.", kept.missing.size());
    return kept.isNew ? "The submission is stored." : "The submission was stored before, and is whole.";
}

Task<http::Response> submit(Hub& hub, http::Request& request)
{
    const base::Result<domain::Caller> caller = co_await appUserOf(hub, request);
    if (!caller)
        co_return refused(hub, caller.error());
    if (!speaksOpenRosa(request))
        co_return said(hub, 400, "The request must say X-OpenRosa-Version: 1.0.");
    const InMemory inMemory(hub);
    if (inMemory.isTooMany())
        co_return refused(hub, http::Refusal::Busy);
    const auto parts = std::make_shared<SubmissionParts>(
        hub.blobs, hub.limits.maxBlob, [&hub](std::string xml) { return inspect(hub, std::move(xml)); });
    const base::Result<void> read = co_await readParts(hub, request, *parts);
    if (!read)
        co_return refused(hub, read.error());

    const auto kept = std::make_shared<domain::KeptSubmission>();
    const storage::Storage::WriteJob keep = [&hub, kept, parts, who = *caller](storage::Writer& writer) -> base::Result<void> {
        auto done = domain::keepSubmission(writer, who, parts->record(), parts->files(), hub.identity, hub.clock.now());
        if (!done)
            return base::fail(done.error());
        *kept = std::move(*done);
        return {};
    };
    const base::Result<void> stored = co_await writeRows(hub, keep);
    if (!stored)
        co_return refused(hub, stored.error());
    if (kept->refusal)
        co_return refused(hub, *kept->refusal);
    co_return said(hub, kept->missing.empty() ? 201 : 202, sentenceFor(*kept));
}

/// What a client asks before it sends: whether it may, and how much at a time.
Task<http::Response> prepare(Hub& hub, http::Request& request)
{
    const base::Result<domain::Caller> caller = co_await appUserOf(hub, request);
    if (!caller)
        co_return refused(hub, caller.error());
    if (!speaksOpenRosa(request))
        co_return said(hub, 400, "The request must say X-OpenRosa-Version: 1.0.");
    http::Response response;
    response.status = 204;
    co_return withHeaders(hub, std::move(response));
}

} // namespace

void addSubmission(http::Router& router, Hub& hub)
{
    const std::string path = pattern("/submission");
    const auto refuse = [&hub](http::Refusal refusal) { return refused(hub, refusal); };
    const auto ask = [&hub](http::Request& request) { return prepare(hub, request); };
    router.add({"HEAD", path, 0, ask, refuse});
    router.add({"GET", path, 0, ask, refuse});
    router.add({"POST", path, hub.limits.maxSubmission + kAroundFiles,
        [&hub](http::Request& request) { return submit(hub, request); }, refuse});
}

} // namespace tashilgar::hub::api::openrosa
