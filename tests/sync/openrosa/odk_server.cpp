#include "tests/sync/openrosa/odk_server.h"

#include "app/base/xml/reader.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>

namespace tashilgar::tests {

using client::Method;
using client::Request;
using client::Response;

namespace {

constexpr std::string_view kResponseSpace = "http://openrosa.org/http/response";

std::string hexOf(const EVP_MD* kind, const std::string& text)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
    unsigned size = 0;
    EVP_Digest(text.data(), text.size(), sum.data(), &size, kind, nullptr);
    std::string hex;
    for (unsigned i = 0; i < size; ++i)
        hex += fmt::format("{:02x}", sum[i]);
    return hex;
}

std::string headerOf(const Request& request, std::string_view name)
{
    for (const client::Header& header : request.headers) {
        if (std::ranges::equal(header.name, name, [](char a, char b) { return std::tolower(a) == std::tolower(b); }))
            return header.value;
    }
    return {};
}

std::string said(const std::string& nature, const std::string& message)
{
    return fmt::format("<OpenRosaResponse xmlns=\"{}\" items=\"0\"><message nature=\"{}\">{}</message></OpenRosaResponse>",
        kResponseSpace, nature, message);
}

Response refusal(int status, const std::string& message)
{
    return reply(status, said("error", message), {{"X-OpenRosa-Version", "1.0"}, {"Content-Type", "text/xml; charset=utf-8"}});
}

/// name="value" inside a header; empty when it is not there.
std::string parameter(const std::string& header, const std::string& name)
{
    for (std::size_t at = header.find(name + "="); at != std::string::npos; at = header.find(name + "=", at + 1)) {
        if (at > 0 && header[at - 1] != ' ' && header[at - 1] != ';' && header[at - 1] != ',')
            continue;
        std::string rest = header.substr(at + name.size() + 1);
        if (rest.starts_with('"'))
            return rest.substr(1, rest.find('"', 1) - 1);
        return rest.substr(0, rest.find_first_of(",; "));
    }
    return {};
}

/// The first text between \p open and the next `"`.
std::string attributeOf(const std::string& xml, const std::string& open)
{
    const std::size_t at = xml.find(open);
    return at == std::string::npos ? std::string() : xml.substr(at + open.size(), xml.find('"', at + open.size()) - at - open.size());
}

} // namespace

Response reply(int status, const std::string& body, std::vector<client::Header> headers)
{
    const base::ByteView bytes = base::bytesOf(body);
    return {status, std::move(headers), {bytes.begin(), bytes.end()}, {}};
}

std::string OdkServer::md5(const std::string& text) { return hexOf(EVP_md5(), text); }

// Spec: RFC 2046, section 5.1.1
std::optional<std::vector<Part>> readMultipart(const std::string& contentType, const std::string& body)
{
    const std::string boundary = parameter(contentType, "boundary");
    if (!contentType.starts_with("multipart/form-data;") || boundary.empty() || boundary.size() > 70)
        return std::nullopt;
    const std::string line = "--" + boundary;
    if (!body.starts_with(line + "\r\n"))
        return std::nullopt;
    std::vector<Part> parts;
    std::size_t at = line.size() + 2;
    while (true) {
        const std::size_t headEnd = body.find("\r\n\r\n", at);
        const std::size_t end = headEnd == std::string::npos ? headEnd : body.find("\r\n" + line, headEnd + 2);
        if (end == std::string::npos)
            return std::nullopt;
        const std::string head = body.substr(at, headEnd - at);
        Part part;
        part.name = parameter(head, "name");
        part.fileName = parameter(head, "filename");
        if (const std::size_t type = head.find("Content-Type: "); type != std::string::npos)
            part.mediaType = head.substr(type + 14, head.find("\r\n", type) - type - 14);
        part.content = body.substr(std::min(headEnd + 4, end), end > headEnd + 4 ? end - headEnd - 4 : 0);
        if (!head.starts_with("Content-Disposition: form-data; ") || part.name.empty())
            return std::nullopt;
        parts.push_back(std::move(part));
        at = end + 2 + line.size();
        if (body.compare(at, std::string::npos, "--\r\n") == 0)
            return parts;
        if (body.compare(at, 2, "\r\n") != 0)
            return std::nullopt;
        at += 2;
    }
}

base::Result<Response> OdkServer::send(const Request& request, std::stop_token stop)
{
    if (stop.stop_requested())
        return base::fail(base::kCancelled, "stopped");
    const std::string mishap = script(seen.size());
    seen.push_back(request);
    if (request.trust == client::Trust::Pin)
        violations.push_back("a server of the Internet was trusted by a pin");
    if (mishap == "lose-request")
        return base::fail(client::kLinkDropped, "the link dropped");
    if (mishap == "portal")
        return reply(200, "<html>Sign in</html>", {{"Content-Type", "text/html"}});
    if (mishap == "busy" || mishap == "fail")
        return reply(mishap == "busy" ? 503 : 500, "<html>nginx</html>");
    if (instead) {
        if (auto other = instead(request))
            return std::move(*other);
    }
    Response response = answer(request);
    if (mishap == "lose-answer")
        return base::fail(client::kLinkDropped, "the link dropped");
    if (request.method == Method::Head)
        response.body.clear();
    return response;
}

Response OdkServer::answer(const Request& request)
{
    if (headerOf(request, "Date").empty() || !headerOf(request, "Date").ends_with(" GMT"))
        violations.push_back("a request without a date: " + request.target);
    if (!request.target.starts_with(base))
        return refusal(404, "There is nothing at this address.");
    if (auto refused = refuseUnsigned(request))
        return std::move(*refused);
    const std::string path = request.target.substr(base.size());
    if (path.find("/submissions/") != std::string::npos) {
        const std::size_t from = path.find("/submissions/") + 13;
        return attachments(path.substr(from, path.find('/', from) - from));
    }
    if (headerOf(request, "X-OpenRosa-Version") != "1.0")
        return refusal(400, "An expected header field (X-OpenRosa-Version) did not match the expected format (1.0).");
    if (path == "/formList" && request.method == Method::Get)
        return formList();
    if (path.starts_with("/submission"))
        return submission(request);
    for (const auto& [id, form] : forms) {
        const std::string home = "/forms/" + id;
        if (path == home + ".xml")
            return reply(200, form.xml, {{"Content-Type", "text/xml"}});
        if (path == home + "/manifest")
            return manifest(id);
        for (const auto& [name, content] : form.media) {
            if (path == home + "/attachments/" + name)
                return reply(200, content);
        }
        for (const auto& [name, csv] : form.lists) {
            if (path == home + "/attachments/" + name + ".csv")
                return reply(200, csv);
        }
    }
    return refusal(404, "Could not find the resource you were looking for.");
}

Response OdkServer::challenge(bool stale)
{
    if (auth == Auth::Basic)
        return reply(401, said("error", "Could not authenticate with the provided credentials."),
            {{"WWW-Authenticate", "Basic charset=\"UTF-8\", realm=\"Central\""}});
    m_nonce += "x";
    m_nonceUses = 0;
    m_counts.clear();
    std::string offer = fmt::format("Digest realm=\"a \\\"quoted\\\" realm\", nonce=\"{}\", opaque=\"0paque\"", m_nonce);
    if (digestAlgorithm != "MD5")
        offer += ", algorithm=" + digestAlgorithm;
    if (!digestQop.empty())
        offer += ", qop=\"" + digestQop + "\"";
    if (stale)
        offer += ", stale=TRUE";
    return reply(401, {}, {{"WWW-Authenticate", offer + ", Basic realm=\"Kobo\""}});
}

std::optional<Response> OdkServer::refuseUnsigned(const Request& request)
{
    const std::string given = headerOf(request, "Authorization");
    if (auth == Auth::Open)
        return std::nullopt;
    if (given.starts_with("Basic ") && request.trust != client::Trust::Authorities)
        violations.push_back("a password went over the wire in the clear");
    if (auth == Auth::Basic) {
        const auto plain = base::fromBase64(given.starts_with("Basic ") ? given.substr(6) : std::string());
        return plain && base::textOf(*plain) == username + ":" + password ? std::nullopt : std::optional(challenge(false));
    }
    if (!given.starts_with("Digest "))
        return challenge(false);
    if (parameter(given, "nonce") != m_nonce || ++m_nonceUses > nonceLasts)
        return challenge(true);
    const EVP_MD* kind = digestAlgorithm.starts_with("SHA") ? EVP_sha256() : EVP_md5();
    std::string a1 = hexOf(kind, username + ":a \"quoted\" realm:" + password);
    if (digestAlgorithm.ends_with("-sess"))
        a1 = hexOf(kind, a1 + ":" + m_nonce + ":" + parameter(given, "cnonce"));
    const std::string a2 = hexOf(kind, std::string(nameOf(request.method)) + ":" + parameter(given, "uri"));
    const std::string count = parameter(given, "nc");
    const std::string middle = digestQop.empty() ? ":" : ":" + count + ":" + parameter(given, "cnonce") + ":auth:";
    if (parameter(given, "uri") != request.target || parameter(given, "opaque") != "0paque")
        violations.push_back("a Digest answer for another address, or without its opaque text");
    if (!digestQop.empty() && (!m_counts.insert(count).second || parameter(given, "cnonce").size() < 12))
        violations.push_back("a Digest answer was used twice, or its own number is too short");
    if (parameter(given, "response") != hexOf(kind, a1 + ":" + m_nonce + middle + a2))
        return challenge(false);
    return std::nullopt;
}

Response OdkServer::formList() const
{
    std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xforms xmlns=\"http://openrosa.org/xforms/xformsList\">";
    for (const auto& [id, form] : forms) {
        const std::string home = "https://central.example.org" + base + "/forms/" + id;
        xml += fmt::format("<xform><formID>{0}</formID><name>Form {0}</name><version>{1}</version><hash>md5:{2}</hash>"
                           "<downloadUrl>{3}.xml</downloadUrl>",
            id, form.version, md5(form.xml), home);
        if (!form.media.empty() || !form.lists.empty())
            xml += fmt::format("<manifestUrl>{}/manifest</manifestUrl>", home);
        xml += "</xform>";
    }
    return reply(200, xml + "</xforms>", {{"X-OpenRosa-Version", "1.0"}, {"Content-Type", "text/xml; charset=utf-8"}});
}

Response OdkServer::manifest(const std::string& id) const
{
    const Form& form = forms.at(id);
    const std::string home = base + "/forms/" + id + "/attachments/"; // a relative address is one, too
    std::string xml = "<manifest xmlns=\"http://openrosa.org/xforms/xformsManifest\">";
    for (const auto& [name, content] : form.media) {
        xml += fmt::format("<mediaFile><filename>{0}</filename><hash>md5:{1}</hash><downloadUrl>{2}{0}</downloadUrl></mediaFile>", name,
            md5(content), home);
    }
    for (const auto& [name, csv] : form.lists) {
        xml += fmt::format("<mediaFile type=\"entityList\"><filename>{0}.csv</filename><hash>md5:{1}</hash>"
                           "<downloadUrl>{2}{0}.csv</downloadUrl><integrityUrl>{2}{0}/integrity</integrityUrl></mediaFile>",
            name, md5("a mark of the last change, not of the bytes" + csv), home);
    }
    return reply(200, xml + "</manifest>", {{"X-OpenRosa-Version", "1.0"}});
}

// As Central's lib/resources/submissions.js refuses and takes.
Response OdkServer::submission(const Request& request)
{
    std::vector<client::Header> headers{{"X-OpenRosa-Version", "1.0"}, {"Date", "Mon, 30 Nov 2026 20:15:00 GMT"}};
    if (advised > 0)
        headers.push_back({"X-OpenRosa-Accept-Content-Length", std::to_string(advised)});
    if (request.method == Method::Head)
        return reply(204, {}, headers);
    if (request.body.size() > hardLimit)
        return reply(413, "<html><h1>413 Request Entity Too Large</h1>nginx</html>");
    const auto parts = readMultipart(headerOf(request, "Content-Type"), std::string(base::textOf(request.body)));
    if (!parts)
        return refusal(400, "The multipart body could not be read.");
    const auto xmlPart = std::ranges::find(*parts, "xml_submission_file", &Part::name);
    if (xmlPart == parts->end() || !xmlPart->mediaType.starts_with("text/xml"))
        return refusal(400, "Required multipart POST field xml_submission_file missing.");
    const std::string& xml = xmlPart->content;
    if (!base::xml::read(xml))
        return refusal(400, "The submitted data could not be parsed.");
    const std::string id = attributeOf(xml, " id=\"");
    const auto form = forms.find(id);
    if (form == forms.end() || attributeOf(xml, " version=\"") != form->second.version)
        return refusal(404, "The form version specified in this submission does not exist.");
    if (!form->second.open)
        return refusal(409, "This form is not currently accepting submissions.");
    const std::size_t at = xml.find("instanceID>");
    const std::string instance = at == std::string::npos ? std::string() : xml.substr(at + 11, xml.find('<', at) - at - 11);
    if (instance.empty())
        return refusal(400, "The submission has no instanceID.");
    const auto found = records.find(instance);
    if (found != records.end() && found->second.xml != xml)
        return refusal(409, "A submission already exists with this ID, but with different form XML.");
    Record& record = records[instance];
    record.xml = xml;
    for (const Part& part : *parts) {
        if (part.name == "xml_submission_file" || part.name == "*isIncomplete*")
            continue;
        if (part.fileName != part.name)
            violations.push_back("a file whose part is not named by it: " + part.name);
        if (dropsOnce.erase(part.name) == 0)
            record.files[part.name] = part.content;
    }
    ++postsOf[instance];
    return reply(201, said("submit_success", "full submission upload was successful!"), headers);
}

Response OdkServer::attachments(const std::string& encoded) const
{
    if (!mayLookBack)
        return reply(403, R"({"message":"The authenticated actor does not have rights to perform that action.","code":403.1})");
    std::string instance;
    for (std::size_t i = 0; i < encoded.size(); ++i) {
        instance += encoded[i] == '%' ? static_cast<char>(std::stoi(encoded.substr(i + 1, 2), nullptr, 16)) : encoded[i];
        i += encoded[i] == '%' ? 2 : 0;
    }
    const auto record = records.find(instance);
    if (record == records.end())
        return reply(404, R"({"message":"Could not find the resource you were looking for.","code":404.1})");
    std::string list;
    for (const auto& [name, content] : record->second.files)
        list += fmt::format(R"({}{{"name":"{}","exists":true}})", list.empty() ? "" : ",", name);
    return reply(200, "[" + list + "]", {{"Content-Type", "application/json"}});
}

} // namespace tashilgar::tests
