#include "app/base/text.h"
#include "sync/hub/api/openrosa/answers.h"
#include "sync/hub/api/openrosa/documents.h"
#include "sync/hub/api/openrosa/door.h"
#include "sync/hub/api/stored_bytes.h"
#include "sync/hub/domain/form_files.h"
#include "sync/hub/domain/md5.h"

#include <algorithm>

namespace tashilgar::hub::api::openrosa {
namespace {

constexpr std::string_view kNoVersion = "___"; // how Central writes an empty version in an address
constexpr std::string_view kCsvType = "text/csv; charset=utf-8";

/// "/forms/house/versions/2" of the project.
std::string placeOf(const base::FormVersion& form)
{
    return fmt::format("/forms/{}/versions/{}", encodedStep(form.form.value()),
        form.version.empty() ? std::string(kNoVersion) : encodedStep(form.version));
}

std::string_view mediaTypeOf(std::string_view name)
{
    constexpr std::pair<std::string_view, std::string_view> kTypes[] = {{"jpg", "image/jpeg"}, {"jpeg", "image/jpeg"},
        {"png", "image/png"}, {"svg", "image/svg+xml"}, {"mp3", "audio/mpeg"}, {"wav", "audio/wav"}, {"m4a", "audio/mp4"},
        {"mp4", "video/mp4"}, {"xml", "application/xml"}, {"csv", kCsvType}, {"geojson", "application/geo+json"}};
    const std::string ending = base::toLowerAscii(name.substr(name.rfind('.') + 1));
    const auto found = std::ranges::find(kTypes, std::string_view(ending), &std::pair<std::string_view, std::string_view>::first);
    return found == std::end(kTypes) ? "application/octet-stream" : found->second;
}

/// The version that the address names, retired or not: drafts of yesterday still want their files. Without one, the form's
/// newest.
base::Result<storage::PublishedForm> formOf(storage::Reader& reader, const http::Request& request)
{
    const base::FormId id(request.places.at("form"));
    const auto named = request.places.find("version");
    const auto nothing = [&] { return base::fail(base::kNotFound, "this hub has no such form", id.value()); };
    if (named != request.places.end()) {
        auto form = reader.form({id, named->second == kNoVersion ? std::string() : named->second});
        if (!form)
            return base::fail(form.error());
        return *form ? base::Result<storage::PublishedForm>(std::move(**form)) : nothing();
    }
    auto forms = reader.forms();
    if (!forms)
        return base::fail(forms.error());
    const auto newest = std::find_if(forms->rbegin(), forms->rend(), [&](const auto& form) { return form.form.form == id; });
    return newest == forms->rend() ? nothing() : base::Result<storage::PublishedForm>(std::move(*newest));
}

/// Knows the caller, then runs \p look over one snapshot on a worker; what it fails with is the answer.
template <class Look>
Task<http::Response> answerFrom(Hub& hub, http::Request& request, Look look)
{
    const base::Result<domain::Caller> caller = co_await appUserOf(hub, request);
    if (!caller)
        co_return refused(hub, caller.error());
    http::Response response;
    const storage::Storage::ReadJob job = [&](storage::Reader& reader) -> base::Result<void> {
        base::Result<http::Response> made = look(reader, *caller);
        if (!made)
            return base::fail(made.error());
        response = std::move(*made);
        return {};
    };
    const base::Result<void> looked = co_await readRows(hub, job);
    if (!looked)
        co_return refused(hub, looked.error());
    co_return withHeaders(hub, std::move(response));
}

base::Error noHost() { return base::Error(base::kMalformed, "the request does not say which host it means"); }

base::Result<http::Response> listForms(Hub& hub, const http::Request& request, storage::Reader& reader)
{
    const auto forms = domain::offeredForms(reader);
    if (!forms)
        return base::fail(forms.error());
    const auto wanted = request.query.find("formID");
    std::vector<ListedForm> listed;
    for (const storage::PublishedForm& form : *forms) {
        if (wanted != request.query.end() && wanted->second != form.form.form.value())
            continue;
        const auto address = addressOf(hub, request, placeOf(form.form));
        const auto sum = hub.forms.md5Of(form.sha256, form.size);
        const auto files = domain::filesOf(reader, hub.forms, form);
        if (!address)
            return base::fail(noHost());
        if (!sum || !files) {
            // One damaged file must not take the others from everybody.
            if ((sum ? files.error() : sum.error()).code == base::kIoError)
                return base::fail(sum ? files.error() : sum.error());
            continue;
        }
        listed.push_back({form.form.form.value(), form.form.version, form.title, *sum, *address + ".xml",
            files->empty() ? std::string() : *address + "/manifest"});
    }
    return http::Response::text(200, kXmlType, formListDocument(listed));
}

/// MD5 of a list as it would be sent now.
base::Result<std::string> md5OfList(storage::Reader& reader, const domain::Caller& caller, const storage::List& list)
{
    domain::ListTable table(caller, list);
    domain::Md5 sum;
    for (;;) {
        const auto piece = table.next(reader);
        if (!piece)
            return base::fail(piece.error());
        if (piece->empty())
            return sum.finish();
        sum.add(base::bytesOf(*piece));
    }
}

base::Result<http::Response> listFiles(Hub& hub, const http::Request& request, storage::Reader& reader, const domain::Caller& caller)
{
    const auto form = formOf(reader, request);
    if (!form)
        return base::fail(form.error());
    const auto files = domain::filesOf(reader, hub.forms, *form);
    if (!files)
        return base::fail(files.error());
    const auto address = addressOf(hub, request, placeOf(form->form));
    const auto project = addressOf(hub, request, "");
    if (!address || !project)
        return base::fail(noHost());
    std::vector<ListedFile> listed;
    for (const domain::FormFile& file : *files) {
        ListedFile one{file.name, {}, *address + "/attachments/" + encodedStep(file.name), {}, file.list && file.list->entities};
        const auto sum = file.media ? hub.forms.md5Of(file.media->sha256, file.media->size)
            : one.entityList        ? domain::markOf(reader, caller, hub.identity.id(), file.list->name)
                                    : md5OfList(reader, caller, *file.list);
        if (!sum)
            return base::fail(sum.error());
        one.md5 = *sum;
        if (one.entityList)
            one.integrityUrl = *project + "/datasets/" + encodedStep(file.list->name.value()) + "/integrity";
        listed.push_back(std::move(one));
    }
    return http::Response::text(200, kXmlType, manifestDocument(listed));
}

base::Result<http::Response> blob(Hub& hub, const std::string& sha256, std::uint64_t size, std::string_view type)
{
    auto opened = hub.blobs.open(sha256, 0, size);
    if (!opened)
        return base::fail(opened.error());
    http::Response response;
    response.headers.add("Content-Type", std::string(type));
    response.headers.add("Content-Disposition", "attachment"); // a picture of a form is no page of the hub
    response.stream = std::make_unique<StoredBytes>(hub, std::move(*opened));
    response.streamLength = size;
    return response;
}

/// A list, read as it is sent.
class StoredList final : public http::BodySource {
public:
    StoredList(Hub& hub, domain::ListTable table)
        : m_hub(hub)
        , m_table(std::move(table))
    {
    }
    Task<base::Result<base::Bytes>> next() override
    {
        const auto read = [this]() -> base::Result<base::Bytes> {
            base::Bytes bytes;
            TASHILGAR_TRY(m_hub.storage.read([&](storage::Reader& reader) -> base::Result<void> {
                const auto text = m_table.next(reader);
                if (!text)
                    return base::fail(text.error());
                const base::ByteView view = base::bytesOf(*text);
                bytes.assign(view.begin(), view.end());
                return {};
            }));
            return bytes;
        };
        co_return co_await http::offload(m_hub.workers, read);
    }

private:
    Hub& m_hub;
    domain::ListTable m_table;
};

base::Result<http::Response> giveForm(Hub& hub, const http::Request& request, storage::Reader& reader)
{
    const auto form = formOf(reader, request);
    if (!form)
        return base::fail(form.error());
    return blob(hub, form->sha256, form->size, "application/xml; charset=utf-8");
}

base::Result<http::Response> giveFile(Hub& hub, const http::Request& request, storage::Reader& reader, const domain::Caller& caller)
{
    const auto form = formOf(reader, request);
    if (!form)
        return base::fail(form.error());
    const auto files = domain::filesOf(reader, hub.forms, *form);
    if (!files)
        return base::fail(files.error());
    const auto file = std::ranges::find(*files, request.places.at("file"), &domain::FormFile::name);
    if (file == files->end())
        return base::fail(base::kNotFound, "the form has no such file");
    if (file->media)
        return blob(hub, file->media->sha256, file->media->size, mediaTypeOf(file->name));
    http::Response response;
    response.headers.add("Content-Type", std::string(kCsvType));
    response.headers.add("Content-Disposition", "attachment");
    response.stream = std::make_unique<StoredList>(hub, domain::ListTable(caller, *file->list));
    return response;
}

/// Which of the entities a client asks for are gone: not there, or no longer for it to see.
base::Result<http::Response> giveIntegrity(const http::Request& request, storage::Reader& reader, const domain::Caller& caller)
{
    constexpr std::size_t kMostIds = 1000;
    const base::ListName list(request.places.at("list"));
    const auto known = reader.list(list);
    if (!known)
        return base::fail(known.error());
    if (!*known)
        return base::fail(base::kNotFound, "this hub has no such list");
    const auto asked = request.query.find("id");
    std::vector<EntityState> entities;
    for (const std::string_view id : base::split(asked == request.query.end() ? std::string_view() : asked->second, ',')) {
        if (id.empty() || entities.size() >= kMostIds)
            continue;
        const auto row = reader.row(list, id);
        if (!row)
            return base::fail(row.error());
        entities.push_back({std::string(id), !*row || !caller.sees((*row)->neighbourhood)});
    }
    return http::Response::text(200, kXmlType, integrityDocument(entities));
}

} // namespace

void addForms(http::Router& router, Hub& hub)
{
    const auto refuse = [&hub](http::Refusal refusal) { return refused(hub, refusal); };
    const auto add = [&](std::string_view below, auto look, bool openRosa) {
        router.add({"GET", pattern(below), 0, [&hub, look, openRosa](http::Request& request) -> Task<http::Response> {
            if (openRosa && !speaksOpenRosa(request))
                co_return said(hub, 400, "The request must say X-OpenRosa-Version: 1.0.");
            const auto bound = [&hub, &request, look](storage::Reader& reader, const domain::Caller& caller) {
                return look(hub, request, reader, caller);
            };
            co_return co_await answerFrom(hub, request, bound);
        }, refuse});
    };
    const auto list = [](Hub& h, const http::Request& request, storage::Reader& reader, const domain::Caller&) { return listForms(h, request, reader); };
    const auto xml = [](Hub& h, const http::Request& request, storage::Reader& reader, const domain::Caller&) { return giveForm(h, request, reader); };
    const auto integrity = [](Hub&, const http::Request& request, storage::Reader& reader, const domain::Caller& caller) {
        return giveIntegrity(request, reader, caller);
    };
    add("/formList", list, true);
    for (const std::string_view version : {"", "/versions/{version}"}) {
        const std::string form = fmt::format("/forms/{{form}}{}", version);
        add(form + "/manifest", listFiles, true);
        add(form + ".xml", xml, false);
        add(form + "/attachments/{file}", giveFile, false);
    }
    add("/datasets/{list}/integrity", integrity, false);
}

} // namespace tashilgar::hub::api::openrosa
