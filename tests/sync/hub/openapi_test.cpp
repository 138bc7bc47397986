#include "app/base/hash.h"
#include "sync/protocol/compression.h"
#include "sync/protocol/wire.h"
#include "tests/support/catch.h"
#include "tests/sync/hub/office.h"

#include <boost/json.hpp>

#include <regex>
#include <set>

using namespace tashilgar;
using namespace tashilgar::tests;
namespace json = boost::json;

namespace {

/// The document that the hub serves, and everything it says checked against what the hub does.
class Described {
public:
    explicit Described(OfficeHub& office)
    {
        const HttpAnswer answer = HttpClient(office.port(), false).request("GET", "/sync/v1/openapi.json");
        REQUIRE(answer.status == 200);
        m_document = json::parse(answer.body);
    }

    const json::object& paths() const { return m_document.at("paths").as_object(); }

    /// Fails unless the document lets \p operation answer like this; counts the answer as seen.
    void check(const std::string& operation, const HttpAnswer& answer)
    {
        const json::object& described = operationOf(operation);
        const std::string status = std::to_string(answer.status);
        INFO(operation << " answered " << status << ": " << answer.body.substr(0, 300));
        const json::value* found = described.at("responses").as_object().if_contains(status);
        REQUIRE(found);
        m_seen.insert(operation + " " + status);
        if (const json::value* headers = found->as_object().if_contains("headers")) {
            for (const auto& [name, header] : headers->as_object()) {
                std::string lower(name);
                for (char& c : lower)
                    c = static_cast<char>(std::tolower(c));
                INFO("header " << lower);
                CHECK(answer.headers.contains(lower));
            }
        }
        const json::value* content = found->as_object().if_contains("content");
        if (content == nullptr) {
            CHECK(answer.body.empty());
            return;
        }
        const std::string type = answer.headers.at("content-type");
        const json::value* media = content->as_object().if_contains(type);
        REQUIRE(media);
        if (type == "application/json")
            checkValue(media->at("schema"), json::parse(plainBody(answer)), operation);
    }
    static std::string plainBody(const HttpAnswer& answer)
    {
        if (!answer.headers.contains("content-encoding"))
            return answer.body;
        const auto plain = protocol::decompress(base::bytesOf(answer.body), protocol::kMaxJson);
        REQUIRE(plain);
        return std::string(base::textOf(*plain));
    }
    /// Checks what we send, so that the document describes requests that the hub takes.
    void checkRequest(const std::string& operation, const std::string& body)
    {
        checkValue(operationOf(operation).at("requestBody").at("content").at("application/json").at("schema"), json::parse(body), operation);
    }
    bool saw(const std::string& answer) const { return m_seen.contains(answer); }

private:
    const json::object& operationOf(const std::string& id) const
    {
        for (const auto& [path, methods] : paths()) {
            for (const auto& [method, operation] : methods.as_object()) {
                if (operation.is_object() && operation.at("operationId").as_string() == id)
                    return operation.as_object();
            }
        }
        FAIL("no such operation: " << id);
        throw std::logic_error(id);
    }
    const json::value& schemaOf(const json::value& schema) const
    {
        const json::value* reference = schema.as_object().if_contains("$ref");
        if (reference == nullptr)
            return schema;
        const std::string name(reference->as_string());
        return m_document.at("components").at("schemas").at(name.substr(name.rfind('/') + 1));
    }
    /// The part of JSON Schema that the document uses.
    bool fits(const json::value& given, const json::value& value, std::string& why) const
    {
        const json::object& schema = schemaOf(given).as_object();
        if (const json::value* choices = schema.if_contains("oneOf")) {
            int count = 0;
            for (const json::value& choice : choices->as_array()) {
                std::string ignored;
                count += fits(choice, value, ignored) ? 1 : 0;
            }
            why = "fits " + std::to_string(count) + " of oneOf: " + json::serialize(value).substr(0, 200);
            return count == 1;
        }
        const std::string type(schema.at("type").as_string());
        const bool right = (type == "object" && value.is_object()) || (type == "array" && value.is_array())
            || (type == "string" && value.is_string()) || (type == "boolean" && value.is_bool())
            || (type == "integer" && (value.is_int64() || value.is_uint64()));
        if (!right) {
            why = "is no " + type + ": " + json::serialize(value).substr(0, 200);
            return false;
        }
        if (value.is_string())
            return textFits(schema, std::string(value.as_string()), why);
        if (value.is_array()) {
            for (const json::value& item : value.as_array()) {
                if (!fits(schema.at("items"), item, why))
                    return false;
            }
        }
        return !value.is_object() || objectFits(schema, value.as_object(), why);
    }
    static bool textFits(const json::object& schema, const std::string& text, std::string& why)
    {
        why = text.substr(0, 100);
        if (const json::value* pattern = schema.if_contains("pattern"))
            return std::regex_search(text, std::regex(std::string(pattern->as_string())));
        if (const json::value* allowed = schema.if_contains("enum"))
            return std::ranges::find(allowed->as_array(), json::value(text)) != allowed->as_array().end();
        return true;
    }
    bool objectFits(const json::object& schema, const json::object& object, std::string& why) const
    {
        if (const json::value* required = schema.if_contains("required")) {
            for (const json::value& name : required->as_array()) {
                if (!object.contains(name.as_string())) {
                    why = "lacks " + std::string(name.as_string());
                    return false;
                }
            }
        }
        const json::value* properties = schema.if_contains("properties");
        const json::value* others = schema.if_contains("additionalProperties");
        for (const auto& [name, value] : object) {
            const json::value* described = properties != nullptr ? properties->as_object().if_contains(name) : others;
            const bool closed = others != nullptr && others->is_bool() && !others->as_bool();
            if (closed && described == others)
                described = nullptr;
            if (described == nullptr && (closed || (schema.contains("properties") && schema.at("required").as_array().size() > 2))) {
                why = "has the undescribed " + std::string(name);
                return false;
            }
            if (described != nullptr && !fits(*described, value, why)) {
                why = std::string(name) + ": " + why;
                return false;
            }
        }
        return true;
    }
    void checkValue(const json::value& schema, const json::value& value, const std::string& place) const
    {
        std::string why;
        const bool right = fits(schema, value, why);
        INFO(place << ": " << why);
        CHECK(right);
    }

    json::value m_document;
    std::set<std::string> m_seen;
};

} // namespace

TEST_CASE("the description that the hub serves is what the hub does", "[hub][openapi]")
{
    OfficeHub office;
    Described described(office);
    HttpClient client(office.port(), false);
    const auto bytes = [](std::string_view text) { return base::Sha256::hexOf(base::bytesOf(text)); };

    described.check("describe", client.request("GET", "/sync/v1/openapi.json"));
    described.check("probe", client.request("GET", "/sync/v1/probe"));
    described.check("enrol", client.request("POST", "/sync/v1/enrol", {}, "{}"));
    FakeRandom random(5);
    const std::string enrolment = protocol::encode(
        protocol::EnrolRequest::make(office.invite("n.karimi"), "tablet 3", protocol::SigningKey::random(random)));
    described.checkRequest("enrol", enrolment);
    described.check("enrol", client.request("POST", "/sync/v1/enrol", {}, enrolment));
    const std::string unknown
        = protocol::encode(protocol::EnrolRequest::make("WXYZWXYZWX", "tablet 3", protocol::SigningKey::random(random)));
    described.check("enrol", client.request("POST", "/sync/v1/enrol", {}, unknown));
    const std::string late = office.invite("n.karimi");
    office.clock.advance(std::chrono::hours(100));
    described.check("enrol",
        client.request("POST", "/sync/v1/enrol", {},
            protocol::encode(protocol::EnrolRequest::make(late, "late", protocol::SigningKey::random(random)))));

    Tablet tablet(office, "n.karimi");
    for (const auto& [operation, method, path] : {std::tuple{"pushBatch", "POST", "/sync/v1/batches"}, {"askReceipts", "POST", "/sync/v1/receipts"},
             {"createBlob", "POST", "/sync/v1/blobs"}, {"pullChanges", "GET", "/sync/v1/changes"}})
        described.check(operation, client.request(method, path));

    HouseVisit visit;
    visit.photo = "a.jpg";
    const std::string photo(1000, 'p');
    const protocol::BatchRecord record = visit.record(photo);
    protocol::BatchRecord stranger = record;
    stranger.form.version = "9";
    protocol::BatchWriter writer;
    REQUIRE(writer.add(record));
    REQUIRE(writer.add(stranger));
    const base::Bytes batch = writer.finish();
    described.check("pushBatch", tablet.ask("POST", "/sync/v1/batches", {{"Content-Type", "application/vnd.tashilgar.batch"}}, base::textOf(batch)));
    described.check("pushBatch", tablet.ask("POST", "/sync/v1/batches", {}, "no batch"));
    const std::string questions = protocol::encodeReceiptQuestions({{record.instance, record.sha256}, {base::InstanceId("uuid:none"), record.sha256}});
    described.checkRequest("askReceipts", questions);
    described.check("askReceipts", tablet.ask("POST", "/sync/v1/receipts", {}, questions));
    described.check("askReceipts", tablet.ask("POST", "/sync/v1/receipts", {}, "no json"));

    const std::string place = "/sync/v1/blobs/" + bytes(photo);
    const std::string metadata = "sha256 " + base::toBase64(base::bytesOf(bytes(photo)));
    const auto piece = [&](std::string_view offset, std::string_view part) {
        return tablet.ask("PATCH", place, {{"Upload-Offset", std::string(offset)}, {"Content-Type", "application/offset+octet-stream"}}, part);
    };
    described.check("blobOffset", tablet.ask("HEAD", place));
    described.check("appendBlob", piece("0", "early"));
    described.check("createBlob", tablet.ask("POST", "/sync/v1/blobs"));
    described.check("createBlob", tablet.ask("POST", "/sync/v1/blobs", {{"Upload-Length", "99000000000"}, {"Upload-Metadata", metadata}}));
    described.check("createBlob", tablet.ask("POST", "/sync/v1/blobs", {{"Upload-Length", "1000"}, {"Upload-Metadata", metadata}}));
    described.check("appendBlob", piece("0", photo.substr(0, 400)));
    described.check("appendBlob", piece("7", "wrong"));
    described.check("appendBlob", tablet.ask("PATCH", place, {{"Upload-Offset", "400"}}, "x"));
    described.check("blobOffset", tablet.ask("HEAD", place));
    described.check("appendBlob", piece("400", std::string(600, 'x')));
    described.check("createBlob", tablet.ask("POST", "/sync/v1/blobs", {{"Upload-Length", "1000"}, {"Upload-Metadata", metadata}}));
    described.check("appendBlob", piece("0", photo));
    described.check("createBlob", tablet.ask("POST", "/sync/v1/blobs", {{"Upload-Length", "1000"}, {"Upload-Metadata", metadata}}));
    described.check("askReceipts", tablet.ask("POST", "/sync/v1/receipts", {}, questions)); // complete now, with a signature

    described.check("pullChanges", tablet.ask("GET", "/sync/v1/changes?limit=5000"));
    described.check("pullChanges", tablet.ask("GET", "/sync/v1/changes?cursor=" + tablet.pull("", 5000).cursor));
    described.check("pushBatch", tablet.ask("POST", "/sync/v1/batches", {}, "TSHD01234567"));
    described.check("pullChanges", tablet.ask("GET", "/sync/v1/changes?cursor=nonsense"));
    const std::string form = "/sync/v1/blobs/" + bytes(kHouseForm);
    described.check("fetchBlob", tablet.ask("GET", form));
    described.check("fetchBlob", tablet.ask("GET", form, {{"Range", "bytes=10-19"}}));
    described.check("fetchBlob", tablet.ask("GET", form, {{"Range", "bytes=99999999-"}}));
    described.check("fetchBlob", tablet.ask("GET", place)); // a photo of a record is nobody's to fetch

    for (const char* const answer : {"enrol 200", "enrol 400", "enrol 404", "enrol 410", "pushBatch 200", "pushBatch 400", "pushBatch 401",
             "pushBatch 422", "pullChanges 204", "askReceipts 200", "askReceipts 400", "createBlob 200", "createBlob 201", "createBlob 400", "createBlob 413", "blobOffset 200",
             "blobOffset 404", "appendBlob 204", "appendBlob 400", "appendBlob 404", "appendBlob 409", "appendBlob 460", "fetchBlob 200",
             "fetchBlob 206", "fetchBlob 404", "fetchBlob 416", "pullChanges 200", "pullChanges 401", "pullChanges 410"}) {
        INFO(answer);
        CHECK(described.saw(answer));
    }
}

TEST_CASE("the hub has no way under /sync/v1 that its description does not tell", "[hub][openapi]")
{
    OfficeHub office;
    Described described(office);
    for (const auto& [path, methods] : described.paths()) {
        std::string place(path);
        if (const std::size_t at = place.find("{sha256}"); at != std::string::npos)
            place.replace(at, 8, std::string(64, 'a'));
        for (const char* const method : {"get", "post", "put", "patch", "delete"}) {
            INFO(method << " " << place);
            std::string upper(method);
            for (char& c : upper)
                c = static_cast<char>(std::toupper(c));
            const HttpAnswer answer = HttpClient(office.port(), false).request(upper, place, {{"Content-Length", "0"}});
            CHECK((answer.status == 405) == !methods.as_object().contains(method));
        }
    }
}
