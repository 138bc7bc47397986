#pragma once

#include "app/base/xml/document.h"
#include "app/forms/xlsform/choices.h"
#include "app/forms/xlsform/entities.h"
#include "app/forms/xlsform/form_tree.h"
#include "app/forms/xlsform/instances.h"
#include "app/forms/xlsform/itext.h"
#include "app/forms/xlsform/references.h"
#include "app/forms/xlsform/settings.h"

#include <map>

namespace tashilgar::forms::xlsform {

/// Everything a form is, read and checked; what the writers turn into XML. Outlives them.
struct FormParts {
    const Item& root;
    const NameIndex& names;
    const Settings& settings;
    const Choices& choices;
    const std::vector<EntityDeclaration>& entities;
    const std::vector<SecondaryInstance>& instances;
};

/// A writer's tools: the document, its namespaces, and paths for references.
class WriteContext {
public:
    explicit WriteContext(const FormParts& parts);

    base::xml::Document document;
    const FormParts& parts;
    References references;
    /// Questions by the question that triggers them.
    std::map<const Item*, std::vector<const Item*>> triggered;

    base::xml::NodeIndex add(base::xml::NodeIndex parent, std::string_view local);
    /// \p name may carry a prefix: "jr:template", "odk:quality", or one of the settings' namespaces.
    void set(base::xml::NodeIndex element, std::string_view name, std::string value);
    /// \p name with the address its prefix stands for; a prefix nobody declared stays without one.
    base::xml::Name nameOf(std::string_view name) const;
    std::string expand(std::string_view expression, const Item& item) const
    {
        return references.expand(expression, {&item, 0, false, nullptr});
    }
};

/// The prefixes every form declares, and those of the settings.
std::vector<std::pair<std::string, std::string>> knownNamespaces(const Settings& settings, bool withEntities);

/// The head's model: itext, instances, binds, actions.
void writeModel(WriteContext& context, base::xml::NodeIndex head);
/// The body's controls.
void writeBody(WriteContext& context, base::xml::NodeIndex html);
/// The whole form.
std::string writeForm(const FormParts& parts);

/// Whether \p item gets its first value from an expression.
bool hasDynamicDefault(const Item& item);
/// Whether a row only declares a file.
bool isFileDeclaration(const Item& item);

} // namespace tashilgar::forms::xlsform
