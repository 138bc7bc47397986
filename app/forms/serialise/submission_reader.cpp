#include "app/base/text.h"
#include "app/base/xml/reader.h"
#include "app/forms/engine/compiled_form.h"
#include "app/forms/submission.h"

#include <unordered_map>
#include <unordered_set>

namespace tashilgar::forms {

namespace xml = base::xml;
using model::Definition;
using model::DefId;
using model::kNoDef;

namespace {

constexpr std::string_view kEntitiesNamespace = "http://www.opendatakit.org/xforms/entities";

bool isTrue(std::string_view text)
{
    text = base::trim(text);
    return text == "1" || text == "true";
}

/// Walks a record beside its form, without evaluating anything.
class Reader {
public:
    Reader(const engine::CompiledForm& form, const xml::Document& document)
        : m_definition(*form.definition)
        , m_document(document)
    {
    }

    base::Result<Submission> read()
    {
        const auto root = m_document.documentElement();
        if (m_document.name(root).local != m_definition.nodes[0].name.local)
            return base::fail(kForeignSubmission, "this record belongs to another form", m_document.name(root).local);
        if (m_document.attribute(root, "id").value_or("") != m_definition.id)
            return base::fail(kForeignSubmission, "this record belongs to another form",
                std::string(m_document.attribute(root, "id").value_or("")));
        auto version = m_document.attribute(root, "version");
        if (!version)
            version = m_document.attribute(root, "http://openrosa.org/xforms", "version");
        if (version.value_or("") != m_definition.version)
            return base::fail(kForeignSubmission, "this record was made with another version of the form",
                std::string(version.value_or("")));
        TASHILGAR_TRY(walk(root));
        if (m_submission.instanceId.empty())
            return base::fail(kForeignSubmission, "this record has no instanceID", m_definition.id);
        for (Container& container : m_entities)
            finish(container);
        return std::move(m_submission);
    }

private:
    /// An entity block and what is saved to it: the block of a container takes the properties in the container.
    struct Container {
        xml::NodeIndex element = xml::kNoNode; ///< what holds meta
        xml::NodeIndex entity = xml::kNoNode;
        std::vector<std::pair<std::string, std::string>> properties; ///< saveto as written, value
    };

    DefId defOf(xml::NodeIndex element, DefId parent) const
    {
        const xml::Name& name = m_document.name(element);
        DefId loose = kNoDef;
        for (const DefId child : m_definition.nodes[parent].children) {
            const model::NodeDef& def = m_definition.nodes[child];
            if (def.attribute || def.name.local != name.local)
                continue;
            if (def.name.uri == name.uri)
                return child;
            if (loose == kNoDef)
                loose = child;
        }
        return loose;
    }

    base::Result<void> walk(xml::NodeIndex root)
    {
        // the containers an element lies in, innermost last, are found by walking its parents
        std::vector<std::pair<xml::NodeIndex, DefId>> open{{root, 0}};
        std::vector<std::pair<xml::NodeIndex, DefId>> saved;
        while (!open.empty()) {
            const auto [element, def] = open.back();
            open.pop_back();
            std::vector<std::pair<xml::NodeIndex, DefId>> children;
            for (auto child = m_document.firstElement(element); child != xml::kNoNode; child = m_document.nextElement(child)) {
                const DefId childDef = defOf(child, def);
                if (childDef == kNoDef)
                    return base::fail(kForeignSubmission, "the form has no place for this element",
                        m_definition.nodes[def].path + "/" + m_document.name(child).qualified());
                children.emplace_back(child, childDef);
            }
            leaf(element, def, saved);
            open.insert(open.end(), children.rbegin(), children.rend());
        }
        for (const auto& [element, def] : saved)
            keep(element, def);
        return {};
    }

    void leaf(xml::NodeIndex element, DefId def, std::vector<std::pair<xml::NodeIndex, DefId>>& saved)
    {
        const model::NodeDef& node = m_definition.nodes[def];
        const bool inMeta = node.parent != kNoDef && m_definition.nodes[node.parent].name.local == "meta"
            && m_definition.nodes[node.parent].parent == 0;
        if (inMeta && node.name.local == "instanceID")
            m_submission.instanceId = base::trim(m_document.stringValue(element));
        else if (inMeta && node.name.local == "instanceName")
            m_submission.instanceName = m_document.stringValue(element);
        else if (inMeta && node.name.local == "deprecatedID")
            m_submission.deprecatedId = base::trim(m_document.stringValue(element));
        if (node.name.local == "entity" && node.parent != kNoDef && m_definition.nodes[node.parent].name.local == "meta") {
            const auto meta = m_document.parent(element);
            m_byContainer[m_document.parent(meta)].push_back(m_entities.size());
            m_entities.push_back({m_document.parent(meta), element, {}});
        }
        const model::Bind* bind = m_definition.bindOf(def);
        const model::Control* control = m_definition.controlOf(def);
        if (!node.leaf)
            return;
        const bool binary = (bind && bind->type == DataType::Binary) || (control && control->kind == NodeKind::Upload);
        if (binary) {
            const std::string file(base::trim(m_document.stringValue(element)));
            // A picture that the form itself brings as the first answer is the form's file, at both ends.
            if (!file.empty() && !file.starts_with("jr://"))
                m_submission.attachments.push_back(file);
        }
        if (bind && !bind->saveTo.empty())
            saved.emplace_back(element, def);
    }

    /// Gives a saved answer to the entity of the innermost container around it; "list#property" says which list of several.
    void keep(xml::NodeIndex element, DefId def)
    {
        const std::string& saveTo = m_definition.bindOf(def)->saveTo;
        const auto hash = saveTo.find('#');
        const std::string list = hash == std::string::npos ? std::string() : saveTo.substr(0, hash);
        const std::string property = hash == std::string::npos ? saveTo : saveTo.substr(hash + 1);
        for (auto at = m_document.parent(element); at != xml::kNoNode; at = m_document.parent(at)) {
            const auto found = m_byContainer.find(at);
            if (found == m_byContainer.end())
                continue;
            for (const std::size_t index : found->second) {
                Container& container = m_entities[index];
                if (!list.empty() && m_document.attribute(container.entity, "dataset").value_or("") != list)
                    continue;
                container.properties.emplace_back(property, m_document.stringValue(element));
                return;
            }
        }
    }

    std::string attribute(xml::NodeIndex element, std::string_view local) const
    {
        if (const auto plain = m_document.attribute(element, local))
            return std::string(base::trim(*plain));
        return std::string(base::trim(m_document.attribute(element, kEntitiesNamespace, local).value_or("")));
    }

    /// Spec: https://getodk.github.io/xforms-spec-entities/
    void finish(Container& container)
    {
        EntityChange change;
        change.list = attribute(container.entity, "dataset");
        change.id = attribute(container.entity, "id");
        change.create = isTrue(attribute(container.entity, "create"));
        change.update = isTrue(attribute(container.entity, "update"));
        if (!change.create && !change.update)
            return;
        change.baseVersion = attribute(container.entity, "baseVersion");
        change.trunkVersion = attribute(container.entity, "trunkVersion");
        change.branchId = attribute(container.entity, "branchId");
        for (auto child = m_document.firstElement(container.entity); child != xml::kNoNode; child = m_document.nextElement(child)) {
            if (m_document.name(child).local == "label")
                change.label = m_document.stringValue(child);
        }
        change.properties = std::move(container.properties);
        m_submission.entities.push_back(std::move(change));
    }

    const Definition& m_definition;
    const xml::Document& m_document;
    Submission m_submission;
    std::vector<Container> m_entities;
    std::unordered_map<xml::NodeIndex, std::vector<std::size_t>> m_byContainer;
};

} // namespace

base::Result<Submission> readSubmission(const Form& form, std::string_view bytes)
{
    auto document = xml::read(bytes);
    if (!document)
        return base::fail(std::move(document).error());
    return Reader(form.compiled(), *document).read();
}

base::Result<base::FormVersion> formOfSubmission(std::string_view bytes)
{
    auto document = xml::read(bytes);
    if (!document)
        return base::fail(std::move(document).error());
    const auto root = document->documentElement();
    const auto id = document->attribute(root, "id");
    if (!id || id->empty())
        return base::fail(kForeignSubmission, "this record does not say which form it belongs to", document->name(root).local);
    auto version = document->attribute(root, "version");
    if (!version)
        version = document->attribute(root, "http://openrosa.org/xforms", "version");
    return base::FormVersion{base::FormId(std::string(*id)), std::string(version.value_or(""))};
}

} // namespace tashilgar::forms
