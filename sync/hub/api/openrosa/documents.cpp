#include "sync/hub/api/openrosa/documents.h"

#include "app/base/xml/writer.h"

#include <fmt/format.h>

namespace tashilgar::hub::api::openrosa {
namespace {

constexpr std::string_view kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

std::string element(std::string_view name, std::string_view text)
{
    return fmt::format("<{0}>{1}</{0}>", name, base::xml::escapeText(text));
}

std::string optionalElement(std::string_view name, std::string_view text) { return text.empty() ? std::string() : element(name, text); }

} // namespace

std::string formListDocument(const std::vector<ListedForm>& forms)
{
    std::string text(kDeclaration);
    text += "<xforms xmlns=\"http://openrosa.org/xforms/xformsList\">\n";
    for (const ListedForm& form : forms)
        text += "<xform>" + element("formID", form.id) + element("name", form.name) + element("version", form.version)
            + element("hash", "md5:" + form.md5) + element("downloadUrl", form.downloadUrl)
            + optionalElement("manifestUrl", form.manifestUrl) + "</xform>\n";
    return text + "</xforms>\n";
}

std::string manifestDocument(const std::vector<ListedFile>& files)
{
    std::string text(kDeclaration);
    text += "<manifest xmlns=\"http://openrosa.org/xforms/xformsManifest\">\n";
    for (const ListedFile& file : files)
        text += (file.entityList ? "<mediaFile type=\"entityList\">" : "<mediaFile>") + element("filename", file.name)
            + element("hash", "md5:" + file.md5) + element("downloadUrl", file.downloadUrl)
            + optionalElement("integrityUrl", file.integrityUrl) + "</mediaFile>\n";
    return text + "</manifest>\n";
}

std::string integrityDocument(const std::vector<EntityState>& entities)
{
    std::string text(kDeclaration);
    text += "<data><entities>\n";
    for (const EntityState& entity : entities)
        text += fmt::format("<entity id=\"{}\"><deleted>{}</deleted></entity>\n", base::xml::escapeAttribute(entity.id), entity.deleted);
    return text + "</entities></data>\n";
}

} // namespace tashilgar::hub::api::openrosa
