#include "app/forms/xlsform/form_writer.h"

#include "app/base/xml/writer.h"

#include <algorithm>

namespace tashilgar::forms::xlsform {

using base::xml::Document;
using base::xml::Name;
using base::xml::NodeIndex;

std::vector<std::pair<std::string, std::string>> knownNamespaces(const Settings& settings, bool withEntities)
{
    std::vector<std::pair<std::string, std::string>> known = {
        {"h", std::string(kXhtml)},
        {"ev", "http://www.w3.org/2001/xml-events"},
        {"xsd", "http://www.w3.org/2001/XMLSchema"},
        {"jr", "http://openrosa.org/javarosa"},
        {"orx", "http://openrosa.org/xforms"},
        {"odk", "http://www.opendatakit.org/xforms"},
    };
    if (withEntities)
        known.emplace_back("entities", "http://www.opendatakit.org/xforms/entities");
    for (const auto& [prefix, address] : settings.namespaces) {
        if (std::none_of(known.begin(), known.end(), [&](const auto& k) { return k.first == prefix; }))
            known.emplace_back(prefix, address);
    }
    return known;
}

WriteContext::WriteContext(const FormParts& parts_)
    : parts(parts_)
    , references(parts_.root, parts_.names)
{
    walk(parts.root, [&](const Item& item) {
        for (const std::string& trigger : item.triggers) {
            if (const Item* question = parts.names.resolve(trigger, item))
                triggered[question].push_back(&item);
        }
    });
}

NodeIndex WriteContext::add(NodeIndex parent, std::string_view local)
{
    return document.appendElement(parent, Name{std::string(kXForms), std::string(local), {}});
}

Name WriteContext::nameOf(std::string_view name) const
{
    const std::size_t colon = name.find(':');
    if (colon == std::string_view::npos)
        return {{}, std::string(name), {}};
    const std::string_view prefix = name.substr(0, colon);
    for (const auto& [known, address] : knownNamespaces(parts.settings, true)) {
        if (known == prefix)
            return {address, std::string(name.substr(colon + 1)), known};
    }
    return {{}, std::string(name.substr(colon + 1)), {}};
}

void WriteContext::set(NodeIndex element, std::string_view name, std::string value)
{
    document.setAttribute(element, nameOf(name), std::move(value));
}

bool hasDynamicDefault(const Item& item)
{
    return !item.defaultValue.empty() && isDynamicDefault(item.defaultValue, item.dataType);
}

bool isFileDeclaration(const Item& item)
{
    return item.type && (item.type->name == "csv-external" || item.type->name == "xml-external");
}

std::string writeForm(const FormParts& parts)
{
    WriteContext context(parts);
    Document& document = context.document;
    const NodeIndex html = document.appendElement(Document::root(), Name{std::string(kXhtml), "html", "h"});
    document.declare(html, "", std::string(kXForms));
    for (const auto& [prefix, address] : knownNamespaces(parts.settings, !parts.entities.empty()))
        document.declare(html, prefix, address);
    const NodeIndex head = document.appendElement(html, Name{std::string(kXhtml), "head", "h"});
    document.setText(document.appendElement(head, Name{std::string(kXhtml), "title", "h"}), parts.settings.title);
    writeModel(context, head);
    writeBody(context, html);
    return base::xml::write(document, Document::root(), {.declaration = true, .indent = true}) + "\n";
}

} // namespace tashilgar::forms::xlsform
