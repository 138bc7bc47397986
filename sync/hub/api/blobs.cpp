#include "app/base/text.h"
#include "sync/hub/api/calls.h"
#include "sync/hub/api/problems.h"
#include "sync/hub/api/resources.h"
#include "sync/hub/api/stored_bytes.h"
#include "sync/protocol/problem.h"
#include "sync/protocol/wire.h"

#include <charconv>

// tus 1.0, core and creation: https://tus.io/protocols/resumable-upload
namespace tashilgar::hub::api {
namespace {

namespace code = protocol::problem;

std::optional<std::uint64_t> numberOf(std::optional<std::string_view> text)
{
    std::uint64_t number = 0;
    if (!text || text->empty())
        return std::nullopt;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    return error == std::errc() && end == text->data() + text->size() ? std::optional(number) : std::nullopt;
}

/// The value of `sha256` in Upload-Metadata: base64 of the hexadecimal text, or of the 32 bytes themselves.
std::optional<std::string> announcedHash(const http::Request& request)
{
    for (const std::string_view pair : base::split(request.headers.find("Upload-Metadata").value_or(""), ',')) {
        const auto words = base::splitWords(pair);
        if (words.size() != 2 || words[0] != "sha256")
            continue;
        const auto bytes = base::fromBase64(words[1]);
        if (!bytes)
            return std::nullopt;
        std::string hash = bytes->size() == 32 ? base::toHex(*bytes) : std::string(base::textOf(*bytes));
        return protocol::isSha256Hex(hash) ? std::optional(std::move(hash)) : std::nullopt;
    }
    return std::nullopt;
}

std::string locationOf(const std::string& sha256) { return fmt::format("{}/{}", protocol::kBlobsPath, sha256); }

http::Response uploadResponse(int status, std::uint64_t offset)
{
    http::Response response;
    response.status = status;
    response.headers.add("Tus-Resumable", "1.0.0");
    response.headers.add("Upload-Offset", std::to_string(offset));
    return response;
}

/// What the hub has of one blob for one device.
struct Progress {
    bool stored = false;
    std::optional<storage::Upload> upload;
    std::uint64_t length = 0;
    storage::Reader::UploadTotals uploads; ///< all of the device
};

Task<base::Result<Progress>> progressOf(Hub& hub, const base::DeviceId& device, const std::string& sha256)
{
    Progress progress;
    const storage::Storage::ReadJob look = [&](storage::Reader& reader) -> base::Result<void> {
        const auto size = reader.blobSize(sha256);
        auto upload = reader.upload(device, sha256);
        const auto totals = reader.uploadTotals(device);
        if (!size || !upload || !totals)
            return base::fail(!size ? size.error() : !upload ? upload.error() : totals.error());
        progress.stored = size->has_value();
        progress.upload = std::move(*upload);
        progress.length = *size ? **size : progress.upload ? progress.upload->length : 0;
        progress.uploads = *totals;
        return {};
    };
    const base::Result<void> looked = co_await readRows(hub, look);
    if (!looked)
        co_return base::fail(looked.error());
    co_return progress;
}

/// Ends an upload that is whole: safe on disk first, then a row that says so.
Task<base::Result<void>> finish(Hub& hub, const storage::Upload& upload, storage::BlobUpload& file)
{
    const auto end = [&file] { return file.finish(); };
    const base::Result<void> finished = co_await http::offload(hub.workers, end);
    if (!finished)
        co_return base::fail(finished.error());
    const storage::Storage::WriteJob store = [&hub, &upload](storage::Writer& writer) -> base::Result<void> {
        TASHILGAR_TRY(writer.addBlob(upload.sha256, upload.length, hub.clock.now()));
        return writer.removeUpload(upload.device, upload.sha256);
    };
    co_return co_await writeRows(hub, store);
}

Task<http::Response> create(Hub& hub, http::Request& request)
{
    const base::Result<domain::Caller> caller = co_await callerOf(hub, request);
    if (!caller)
        co_return problem(caller.error());
    const std::optional<std::uint64_t> length = numberOf(request.headers.find("Upload-Length"));
    const std::optional<std::string> sha256 = announcedHash(request);
    if (!length || !sha256)
        co_return problem(400, code::kMalformed, "An upload needs its length and its SHA-256.");
    if (*length > hub.limits.maxBlob)
        co_return problem(413, code::kTooLarge,
            fmt::format("This file has {} MB; the hub takes files of at most {} MB. It stays on the tablet.", *length / 1'000'000,
                hub.limits.maxBlob / 1'000'000));
    const base::Result<Progress> progress = co_await progressOf(hub, caller->device.id, *sha256);
    if (!progress)
        co_return problem(progress.error());
    const std::string location = locationOf(*sha256);
    if (progress->stored) {
        http::Response response = uploadResponse(200, progress->length);
        response.headers.add("Location", location);
        co_return response;
    }
    const std::uint64_t before = progress->upload ? progress->upload->length : 0;
    if ((progress->uploads.count >= hub.limits.maxUploadsOfDevice && !progress->upload)
        || progress->uploads.bytes - before + *length > hub.limits.maxUploadBytesOfDevice) {
        http::Response response = problem(429, code::kBusy, "This tablet has begun too many files; end some of them first.");
        response.headers.add("Retry-After", "60");
        co_return response;
    }
    const storage::Upload upload{caller->device.id, *sha256, *length, hub.clock.now()};
    const storage::Storage::WriteJob begin = [&upload](storage::Writer& writer) { return writer.addUpload(upload); };
    const base::Result<void> begun = co_await writeRows(hub, begin);
    if (!begun)
        co_return problem(begun.error());
    if (*length == 0) {
        const auto open = [&] { return hub.blobs.upload(upload.device, upload.sha256, 0); };
        const auto file = co_await http::offload(hub.workers, open);
        if (!file)
            co_return problem(file.error());
        const base::Result<void> finished = co_await finish(hub, upload, **file);
        if (!finished)
            co_return problem(finished.error());
    }
    http::Response response;
    response.status = 201;
    response.headers.add("Tus-Resumable", "1.0.0");
    response.headers.add("Location", location);
    co_return response;
}

/// Opens the upload as far as it is here. Takes time when its file must be read again.
Task<base::Result<std::shared_ptr<storage::BlobUpload>>> openUpload(Hub& hub, const storage::Upload& upload)
{
    const auto open = [&hub, &upload] { return hub.blobs.upload(upload.device, upload.sha256, upload.length); };
    co_return co_await http::offload(hub.workers, open);
}

Task<http::Response> offset(Hub& hub, http::Request& request)
{
    const base::Result<domain::Caller> caller = co_await callerOf(hub, request);
    if (!caller)
        co_return problem(caller.error());
    const std::string sha256 = request.places["sha256"];
    const base::Result<Progress> progress = co_await progressOf(hub, caller->device.id, sha256);
    if (!progress)
        co_return problem(progress.error());
    if (!progress->stored && !progress->upload)
        co_return problem(404, code::kNotFound, "No such upload was begun by this tablet.");
    std::uint64_t reached = progress->length;
    if (!progress->stored) {
        const auto file = co_await openUpload(hub, *progress->upload);
        if (!file)
            co_return problem(file.error());
        reached = (*file)->offset();
        // Whole, but a power cut came before it got its name.
        if (reached == progress->length) {
            const base::Result<void> finished = co_await finish(hub, *progress->upload, **file);
            if (!finished)
                co_return problem(finished.error());
        }
    }
    http::Response response = uploadResponse(200, reached);
    response.headers.add("Upload-Length", std::to_string(progress->length));
    co_return response;
}

http::Response wrongOffset(std::uint64_t offset)
{
    http::Response response = problem(409, code::kOffsetWrong, "The hub has another number of bytes of this file; ask, and go on from there.");
    response.headers.add("Upload-Offset", std::to_string(offset));
    return response;
}

/// Takes the pieces of the body as they come; the file is never in memory.
Task<base::Result<void>> appendBody(Hub& hub, http::Request& request, storage::BlobUpload& file)
{
    for (;;) {
        const base::Result<base::Bytes> piece = co_await request.body->next();
        // What came before a cut is kept: that is what resuming is for.
        const bool ended = !piece || piece->empty();
        const auto keep = [&]() -> base::Result<void> { return ended ? file.flush() : file.append(*piece); };
        const base::Result<void> done = co_await http::offload(hub.workers, keep);
        if (!done)
            co_return base::fail(done.error());
        if (!piece)
            co_return base::fail(piece.error());
        if (ended)
            co_return base::Result<void>();
    }
}

Task<http::Response> append(Hub& hub, http::Request& request)
{
    const base::Result<domain::Caller> caller = co_await callerOf(hub, request);
    if (!caller)
        co_return problem(caller.error());
    const std::string sha256 = request.places["sha256"];
    const std::optional<std::uint64_t> from = numberOf(request.headers.find("Upload-Offset"));
    if (!from || request.headers.find("Content-Type").value_or("") != protocol::kOffsetType)
        co_return problem(400, code::kMalformed, "An upload goes on with its offset and the media type of tus.");
    const base::Result<Progress> progress = co_await progressOf(hub, caller->device.id, sha256);
    if (!progress)
        co_return problem(progress.error());
    if (progress->stored)
        co_return *from == progress->length ? uploadResponse(204, *from) : wrongOffset(progress->length);
    if (!progress->upload)
        co_return problem(404, code::kNotFound, "No such upload was begun by this tablet.");
    const auto file = co_await openUpload(hub, *progress->upload);
    if (!file)
        co_return problem(file.error());
    storage::BlobUpload& upload = **file;
    if (upload.offset() != *from)
        co_return wrongOffset(upload.offset());
    const base::Result<void> appended = co_await appendBody(hub, request, upload);
    if (!appended)
        co_return problem(appended.error());
    if (upload.offset() < progress->upload->length)
        co_return uploadResponse(204, upload.offset());
    const base::Result<void> finished = co_await finish(hub, *progress->upload, upload);
    if (!finished)
        co_return problem(finished.error());
    co_return uploadResponse(204, progress->upload->length);
}

struct Span {
    std::uint64_t from = 0;
    std::uint64_t length = 0;
};

/// One range of `Range: bytes=a-b` or `a-`; nothing when it is of another form, which means the whole.
std::optional<Span> rangeOf(std::string_view header, std::uint64_t size)
{
    constexpr std::string_view kUnit = "bytes=";
    if (!header.starts_with(kUnit))
        return std::nullopt;
    const auto ends = base::split(header.substr(kUnit.size()), '-');
    if (ends.size() != 2)
        return std::nullopt;
    const auto from = numberOf(ends[0]);
    const auto last = numberOf(ends[1]);
    if (!from || (!last && !ends[1].empty()) || (last && *last < *from))
        return std::nullopt;
    if (*from >= size)
        return Span{*from, 0};
    const std::uint64_t end = last ? std::min(*last + 1, size) : size;
    return Span{*from, end - *from};
}

Task<http::Response> fetch(Hub& hub, http::Request& request)
{
    const base::Result<domain::Caller> caller = co_await callerOf(hub, request);
    if (!caller)
        co_return problem(caller.error());
    const std::string sha256 = request.places["sha256"];
    std::optional<std::uint64_t> size;
    const storage::Storage::ReadJob look = [&](storage::Reader& reader) -> base::Result<void> {
        // Only forms and what they show go out this way; files of records have other readers.
        const auto shown = reader.isOfAForm(sha256);
        if (!shown)
            return base::fail(shown.error());
        if (!*shown)
            return {};
        auto found = reader.blobSize(sha256);
        if (!found)
            return base::fail(found.error());
        size = *found;
        return {};
    };
    const base::Result<void> looked = co_await readRows(hub, look);
    if (!looked)
        co_return problem(looked.error());
    if (!size)
        co_return problem(404, code::kNotFound, "There is no such file here.");
    const std::optional<Span> range = rangeOf(request.headers.find("Range").value_or(""), *size);
    if (range && range->length == 0) {
        http::Response response = problem(416, code::kMalformed, "The file ends before that.");
        response.headers.add("Content-Range", fmt::format("bytes */{}", *size));
        co_return response;
    }
    const Span span = range.value_or(Span{0, *size});
    std::optional<storage::BlobReader> reader;
    const auto open = [&]() -> base::Result<void> {
        auto opened = hub.blobs.open(sha256, span.from, span.length);
        if (!opened)
            return base::fail(opened.error());
        reader.emplace(std::move(*opened));
        return {};
    };
    const base::Result<void> opened = co_await http::offload(hub.workers, open);
    if (!opened)
        co_return problem(opened.error());
    http::Response response;
    response.status = range ? 206 : 200;
    response.headers.add("Content-Type", "application/octet-stream");
    response.headers.add("ETag", fmt::format("\"{}\"", sha256));
    response.headers.add("Accept-Ranges", "bytes");
    if (range)
        response.headers.add("Content-Range", fmt::format("bytes {}-{}/{}", span.from, span.from + span.length - 1, *size));
    response.stream = std::make_unique<StoredBytes>(hub, std::move(*reader));
    response.streamLength = span.length;
    co_return response;
}

} // namespace

void addBlobs(http::Router& router, Hub& hub)
{
    const std::string all(protocol::kBlobsPath);
    const std::string one = all + "/{sha256}";
    router.add({"POST", all, 0, [&hub](http::Request& request) { return create(hub, request); }, {}, true});
    router.add({"HEAD", one, 0, [&hub](http::Request& request) { return offset(hub, request); }, {}, true});
    router.add({"PATCH", one, hub.limits.maxBlob, [&hub](http::Request& request) { return append(hub, request); }, {}, true});
    router.add({"GET", one, 0, [&hub](http::Request& request) { return fetch(hub, request); }, {}, true});
}

} // namespace tashilgar::hub::api
