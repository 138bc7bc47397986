#include "sync/client/openrosa/documents.h"

#include "app/base/text.h"
#include "app/base/xml/reader.h"

namespace tashilgar::client::openrosa {

using base::Result;
namespace xml = base::xml;

namespace {

constexpr std::string_view kListSpace = "http://openrosa.org/xforms/xformsList";
constexpr std::string_view kManifestSpace = "http://openrosa.org/xforms/xformsManifest";
constexpr std::string_view kAnswerSpace = "http://openrosa.org/http/response";
/// A thousand forms with their addresses.
constexpr std::size_t kMaxDocument = 4u * 1024 * 1024;

Result<xml::Document> readRoot(std::string_view text, std::string_view space, std::string_view root)
{
    xml::ReadLimits limits;
    limits.maxBytes = kMaxDocument;
    limits.maxDepth = 16;
    auto document = xml::read(text, limits);
    if (!document)
        return base::fail(base::kMalformed, "is no document of OpenRosa: " + document.error().sentence);
    if (!document->is(document->documentElement(), space, root))
        return base::fail(base::kMalformed, "is another document than was asked for");
    return document;
}

std::string childText(const xml::Document& document, xml::NodeIndex parent, std::string_view space, std::string_view name)
{
    const xml::NodeIndex child = document.child(parent, space, name);
    return child == xml::kNoNode ? std::string() : std::string(base::trim(document.stringValue(child)));
}

/// A plain name below the form's folder.
bool staysInside(std::string_view name)
{
    if (name.empty() || name.starts_with('/') || name.find('\\') != std::string_view::npos || name.find('\0') != std::string_view::npos)
        return false;
    for (const std::string_view part : base::split(name, '/')) {
        if (part.empty() || part == "." || part == "..")
            return false;
    }
    return true;
}

} // namespace

Result<std::vector<ListedForm>> readFormList(std::string_view text)
{
    const auto document = readRoot(text, kListSpace, "xforms");
    if (!document)
        return base::fail(document.error());
    std::vector<ListedForm> forms;
    const xml::NodeIndex root = document->documentElement();
    for (auto node = document->firstElement(root); node != xml::kNoNode; node = document->nextElement(node)) {
        if (!document->is(node, kListSpace, "xform"))
            continue;
        const auto part = [&](std::string_view name) { return childText(*document, node, kListSpace, name); };
        ListedForm form{{base::FormId(part("formID")), part("version")}, part("name"), part("hash"), part("downloadUrl"), part("manifestUrl")};
        if (form.title.empty())
            form.title = form.form.form.value();
        if (!form.form.form.empty() && !form.downloadUrl.empty())
            forms.push_back(std::move(form));
    }
    return forms;
}

Result<std::vector<ListedFile>> readManifest(std::string_view text)
{
    const auto document = readRoot(text, kManifestSpace, "manifest");
    if (!document)
        return base::fail(document.error());
    std::vector<ListedFile> files;
    const xml::NodeIndex root = document->documentElement();
    for (auto node = document->firstElement(root); node != xml::kNoNode; node = document->nextElement(node)) {
        if (!document->is(node, kManifestSpace, "mediaFile"))
            continue;
        const auto part = [&](std::string_view name) { return childText(*document, node, kManifestSpace, name); };
        ListedFile file{part("filename"), part("hash"), part("downloadUrl")};
        const std::string_view type = document->attribute(node, "type").value_or("");
        file.entityList = (type == "entityList" || type == "approvalEntityList") && file.name.ends_with(".csv");
        if (!staysInside(file.name))
            return base::fail(base::kMalformed, "a file of the form would lie outside its folder", file.name);
        if (!file.downloadUrl.empty())
            files.push_back(std::move(file));
    }
    return files;
}

std::optional<Said> readAnswer(std::string_view body)
{
    const auto document = readRoot(body, kAnswerSpace, "OpenRosaResponse");
    if (!document)
        return std::nullopt;
    return Said{childText(*document, document->documentElement(), kAnswerSpace, "message")};
}

} // namespace tashilgar::client::openrosa
