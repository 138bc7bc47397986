#include "app/forms/xlsform/form_writer.h"

#include <algorithm>
#include <fmt/format.h>

namespace tashilgar::forms::xlsform {

namespace {

using base::xml::Name;
using base::xml::NodeIndex;

class ModelWriter {
public:
    ModelWriter(WriteContext& context)
        : m_context(context)
        , m_parts(context.parts)
    {
    }

    void run(NodeIndex head)
    {
        m_model = m_context.add(head, "model");
        m_context.set(m_model, "odk:xforms-version", "1.0.0");
        if (!m_parts.entities.empty())
            m_context.set(m_model, "entities:entities-version", entitiesVersion());
        writeSubmission();
        Itext(m_parts.root, m_parts.choices, m_parts.settings.defaultLanguage)
            .write(m_context.document, m_model, m_context.references, m_parts.root);
        writePrimaryInstance();
        for (const SecondaryInstance& instance : m_parts.instances)
            writeSecondaryInstance(instance);
        walk(m_parts.root, [&](const Item& item) { writeBind(item); });
        for (const EntityDeclaration& entity : m_parts.entities)
            writeEntityBinds(entity);
        walk(m_parts.root, [&](const Item& item) { writeActions(item); });
        for (const EntityDeclaration& entity : m_parts.entities) {
            if (entity.entityId.empty())
                writeSetValue(m_model, "odk-instance-first-load", entityPath(entity) + "/@id", "uuid()");
        }
    }

private:
    /// Entities in groups and repeats, and several lists, came with 2025.1.
    std::string entitiesVersion() const
    {
        const bool plain = m_parts.entities.size() == 1 && m_parts.entities.front().container == &m_parts.root;
        return plain ? "2024.1.0" : "2025.1.0";
    }

    void writeSubmission()
    {
        const Settings& settings = m_parts.settings;
        if (settings.publicKey.empty() && settings.submissionUrl.empty() && settings.autoSend.empty()
            && settings.autoDelete.empty() && !settings.clientEditable)
            return;
        const NodeIndex submission = m_context.add(m_model, "submission");
        if (!settings.submissionUrl.empty()) {
            m_context.set(submission, "action", settings.submissionUrl);
            m_context.set(submission, "method", "post");
        }
        if (!settings.publicKey.empty())
            m_context.set(submission, "base64RsaPublicKey", settings.publicKey);
        if (!settings.autoSend.empty())
            m_context.set(submission, "orx:auto-send", lowerTruth(settings.autoSend));
        if (!settings.autoDelete.empty())
            m_context.set(submission, "orx:auto-delete", lowerTruth(settings.autoDelete));
        if (settings.clientEditable)
            m_context.set(submission, "odk:client-editable", "true");
    }
    static std::string lowerTruth(const std::string& text)
    {
        return meansYes(text) ? "true" : meansNo(text) ? "false" : text;
    }

    void writePrimaryInstance()
    {
        const Settings& settings = m_parts.settings;
        const NodeIndex instance = m_context.add(m_model, "instance");
        const std::string uri = settings.instanceNamespace.empty() ? std::string(kXForms) : settings.instanceNamespace;
        m_instanceUri = uri;
        const NodeIndex root = m_context.document.appendElement(instance, Name{uri, m_parts.root.name, {}});
        if (!settings.instanceNamespace.empty())
            m_context.document.declare(root, "", uri);
        m_context.set(root, "id", settings.formId);
        if (!settings.version.empty())
            m_context.set(root, "version", settings.version);
        if (!settings.prefix.empty())
            m_context.set(root, "odk:prefix", settings.prefix);
        if (!settings.delimiter.empty())
            m_context.set(root, "odk:delimiter", settings.delimiter);
        for (const auto& [name, value] : settings.attributes)
            m_context.set(root, name, value);
        writeChildren(m_parts.root, root, true);
    }

    NodeIndex addNode(NodeIndex parent, const std::string& name)
    {
        return m_context.document.appendElement(parent, Name{m_instanceUri, name, {}});
    }

    /// \p templates: repeats come with their template; not inside the first instance of a repeat, which only has first
    /// instances below. Spec: https://getodk.github.io/xforms-spec/#default-values-in-repeats
    void writeChildren(const Item& item, NodeIndex element, bool templates)
    {
        const EntityDeclaration* entity = entityAt(item);
        for (const auto& child : item.children) {
            if (isFileDeclaration(*child))
                continue;
            if (child->kind == ItemKind::Repeat && templates) {
                const NodeIndex pattern = addNode(element, child->name);
                m_context.set(pattern, "jr:template", "");
                writeChildren(*child, pattern, true);
            }
            const NodeIndex node = addNode(element, child->name);
            for (const Attribute& attribute : child->instance)
                m_context.set(node, attribute.name, attribute.value);
            if (child->kind == ItemKind::Question && !child->defaultValue.empty() && !hasDynamicDefault(*child))
                m_context.document.setText(node, defaultText(*child));
            writeChildren(*child, node, templates && child->kind != ItemKind::Repeat);
            if (child->kind == ItemKind::Meta && entity) {
                writeEntity(*entity, node);
                entity = nullptr;
            }
        }
        if (entity)
            writeEntity(*entity, addNode(element, "meta"));
    }
    static std::string defaultText(const Item& item)
    {
        const bool isImage = item.type && item.type->name == "image";
        return isImage && !item.defaultValue.starts_with("jr://") ? "jr://images/" + item.defaultValue : item.defaultValue;
    }

    const EntityDeclaration* entityAt(const Item& container) const
    {
        for (const EntityDeclaration& entity : m_parts.entities) {
            if (entity.container == &container)
                return &entity;
        }
        return nullptr;
    }
    static std::string entityPath(const EntityDeclaration& entity) { return entity.container->path() + "/meta/entity"; }

    /// Spec: https://getodk.github.io/xforms-spec/entities#declaring-entities
    void writeEntity(const EntityDeclaration& entity, NodeIndex meta)
    {
        const NodeIndex node = addNode(meta, "entity");
        m_context.set(node, "dataset", entity.list);
        m_context.set(node, "id", "");
        if (entity.creates())
            m_context.set(node, "create", "1");
        if (entity.updates()) {
            m_context.set(node, "update", "1");
            m_context.set(node, "baseVersion", "");
            m_context.set(node, "trunkVersion", "");
            m_context.set(node, "branchId", "");
        }
        if (!entity.label.empty())
            addNode(node, "label");
    }

    void writeEntityBinds(const EntityDeclaration& entity)
    {
        const std::string path = entityPath(entity);
        const ExpressionPlace at{entity.container, 3, false, nullptr};
        const auto bind = [&](const std::string& node, const std::string& calculate) {
            const NodeIndex element = m_context.add(m_model, "bind");
            m_context.set(element, "nodeset", path + node);
            if (!calculate.empty())
                m_context.set(element, "calculate", m_context.references.expand(calculate, at));
            m_context.set(element, "type", "string");
            m_context.set(element, "readonly", "true()");
        };
        bind("/@id", entity.entityId);
        if (!entity.createIf.empty())
            bind("/@create", entity.createIf);
        if (!entity.updateIf.empty())
            bind("/@update", entity.updateIf);
        if (entity.updates()) {
            const auto property = [&](std::string_view name) {
                return fmt::format("instance('{}')/root/item[name={}]/{}", entity.list, entity.entityId, name);
            };
            bind("/@baseVersion", property("__version"));
            bind("/@trunkVersion", property("__trunkVersion"));
            bind("/@branchId", property("__branchId"));
        }
        if (!entity.label.empty())
            bind("/label", entity.label);
    }

    void writeSecondaryInstance(const SecondaryInstance& instance)
    {
        const NodeIndex element = m_context.add(m_model, "instance");
        m_context.set(element, "id", instance.id);
        if (!instance.source.empty()) {
            m_context.set(element, "src", instance.source);
            return;
        }
        const NodeIndex root = m_context.add(element, "root");
        const bool itext = instance.list->needsItext();
        for (std::size_t i = 0; i < instance.list->choices.size(); ++i) {
            const Choice& choice = instance.list->choices[i];
            const NodeIndex item = m_context.add(root, "item");
            const auto field = [&](std::string_view name, const std::string& text) {
                m_context.document.setText(m_context.add(item, name), text);
            };
            if (itext)
                field("itextId", fmt::format("{}-{}", instance.list->name, i));
            field("name", choice.name);
            if (!itext && !choice.label.empty())
                field("label", choice.label.front().second);
            for (const auto& [name, text] : choice.extra)
                field(name, text);
        }
    }

    void writeBind(const Item& item)
    {
        if (item.kind == ItemKind::Root || item.kind == ItemKind::Meta || isFileDeclaration(item))
            return;
        std::vector<Attribute> attributes;
        const auto put = [&](std::string name, std::string value) {
            const auto known = std::find_if(attributes.begin(), attributes.end(), [&](const Attribute& a) { return a.name == name; });
            if (known == attributes.end())
                attributes.push_back({std::move(name), std::move(value)});
        };
        for (const Attribute& attribute : item.bind) {
            if (attribute.name == "entities:saveto")
                put(attribute.name, attribute.value.substr(attribute.value.find('#') + 1));
            else
                put(attribute.name, m_context.expand(attribute.value, item));
        }
        if (item.kind == ItemKind::Question) {
            put("type", item.dataType);
            if (item.type && !item.type->preload.empty()) {
                put("jr:preload", std::string(item.type->preload));
                put("jr:preloadParams", std::string(item.type->preloadParams));
            }
        }
        if (!item.calculation.empty() && item.triggers.empty())
            put("calculate", m_context.expand(item.calculation, item));
        const auto message = [&](const std::string& name, const Texts& texts) {
            if (messageInItext(texts))
                put(name, fmt::format("jr:itext('{}:{}')", item.path(), name));
            else if (!texts.empty())
                put(name, texts.front().second);
        };
        message("jr:constraintMsg", item.constraintMessage);
        message("jr:requiredMsg", item.requiredMessage);
        message("jr:noAppErrorString", item.noAppError);
        message("tsh:expectedMsg", item.expectedMessage);
        if (attributes.empty())
            return;
        const NodeIndex element = m_context.add(m_model, "bind");
        m_context.set(element, "nodeset", item.path());
        for (Attribute& attribute : attributes)
            m_context.set(element, attribute.name, std::move(attribute.value));
    }

    void writeSetValue(NodeIndex parent, std::string_view event, const std::string& ref, const std::string& value)
    {
        const NodeIndex action = m_context.add(parent, "setvalue");
        m_context.set(action, "event", std::string(event));
        m_context.set(action, "ref", ref);
        m_context.set(action, "value", value);
    }

    /// Spec: https://getodk.github.io/xforms-spec/#actions
    void writeActions(const Item& item)
    {
        if (hasDynamicDefault(item))
            writeSetValue(m_model, "odk-instance-first-load", item.path(), m_context.expand(item.defaultValue, item));
        if (!item.type)
            return;
        const auto action = [&](std::string_view name, std::string_view event) {
            const NodeIndex element = m_context.document.appendElement(m_model, m_context.nameOf(name));
            m_context.set(element, "event", std::string(event));
            m_context.set(element, "ref", item.path());
            return element;
        };
        if (item.type->name == "start-geopoint")
            action("odk:setgeopoint", "odk-instance-first-load");
        if (item.type->name == "background-audio") {
            const NodeIndex element = action("odk:recordaudio", "odk-instance-load");
            if (item.parameters.has("quality"))
                m_context.set(element, "odk:quality", item.parameters.get("quality"));
        }
    }

    WriteContext& m_context;
    const FormParts& m_parts;
    NodeIndex m_model = base::xml::kNoNode;
    std::string m_instanceUri;
};

} // namespace

void writeModel(WriteContext& context, NodeIndex head) { ModelWriter(context).run(head); }

} // namespace tashilgar::forms::xlsform
