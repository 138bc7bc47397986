#include "app/base/text.h"
#include "app/forms/parse/names.h"
#include "app/forms/parse/parse_job.h"

namespace tashilgar::forms::parse {

namespace xml = base::xml;
using model::DefId;
using model::kNoDef;

namespace {

/// What a hostile form may ask of the instance's depth and breadth; the XML reader bounds the rest.
constexpr std::uint32_t kMaxInstanceDepth = 200;

/// The absolute nodesets of all <repeat> elements below \p element, without predicates.
void collectRepeats(const ParseJob& job, xml::NodeIndex element, const std::string& context,
    std::unordered_set<std::string>& repeats)
{
    for (auto child = job.document.firstElement(element); child != xml::kNoNode; child = job.document.nextElement(child)) {
        const bool isRepeat = job.local(child) == "repeat";
        std::string ref = withoutPredicates(job.attribute(child, isRepeat ? "nodeset" : "ref"));
        if (ref.empty())
            ref = withoutPredicates(job.attribute(child, isRepeat ? "ref" : "nodeset"));
        if (ref.empty())
            ref = context;
        else if (ref.front() != '/')
            ref = context + "/" + (ref.starts_with("./") ? ref.substr(2) : ref);
        if (isRepeat)
            repeats.insert(ref);
        collectRepeats(job, child, ref, repeats);
    }
}

/// Turns the primary instance into places: every element and attribute once, the instances of a repeat folded.
class InstanceFolder {
public:
    InstanceFolder(ParseJob& job, const std::unordered_set<std::string>& repeats)
        : m_job(job)
        , m_repeats(repeats)
    {
    }

    using Taken = std::unordered_set<DefId>;

    /// \p taken: the places that earlier children of the same element stand for. A name that is not repeated and stands
    /// there twice has two places; in the next instance of a repeat around it the same two.
    DefId fold(xml::NodeIndex element, DefId parent, Taken& taken)
    {
        const xml::Document& document = m_job.document;
        const std::string path = pathBelow(parent, document.name(element), false);
        const bool isTemplate = document.attributeNode(element, kJavaRosa, "template") != xml::kNoNode;
        const bool repeated = m_repeats.contains(path);
        DefId def = parent == kNoDef ? kNoDef : find(parent, document.name(element), repeated || isTemplate, taken);
        if (def == kNoDef) {
            def = m_job.definition.add(parent, document.name(element), false);
            m_job.definition.nodes[def].repeat = repeated;
            m_job.definition.nodes[def].source = element;
        } else if (isTemplate && !m_job.definition.nodes[def].hasTemplate) {
            m_job.definition.nodes[def].source = element;
        }
        if (isTemplate)
            m_job.definition.nodes[def].hasTemplate = true;
        if (m_job.definition.nodes[def].depth >= kMaxInstanceDepth) {
            m_job.error("too-deep", path, "the instance is nested deeper than any form needs");
            return def;
        }
        for (auto a = document.firstAttribute(element); a != xml::kNoNode; a = document.nextAttribute(a)) {
            if (document.name(a).uri == kJavaRosa && document.name(a).local == "template")
                continue;
            const std::string attributePath = pathBelow(def, document.name(a), true);
            if (!m_job.definition.byPath.contains(attributePath)) {
                const DefId attribute = m_job.definition.add(def, document.name(a), true);
                m_job.definition.nodes[attribute].source = a;
                m_job.definition.nodes[attribute].defaultValue = std::string(document.text(a));
            }
        }
        taken.insert(def);
        bool hasElements = false;
        Taken takenBelow;
        for (auto child = document.firstElement(element); child != xml::kNoNode; child = document.nextElement(child)) {
            hasElements = true;
            fold(child, def, takenBelow);
        }
        model::NodeDef& node = m_job.definition.nodes[def];
        if (hasElements)
            node.leaf = false;
        else if (node.source == element)
            node.defaultValue = leafValue(document, element);
        return def;
    }

    static std::string leafValue(const xml::Document& document, xml::NodeIndex element)
    {
        std::string text = document.stringValue(element);
        return base::trim(text).empty() ? std::string() : text;
    }

private:
    std::string pathBelow(DefId parent, const xml::Name& name, bool attribute) const
    {
        const std::string prefix = parent == kNoDef ? std::string() : m_job.definition.nodes[parent].path;
        return prefix + (attribute ? "/@" : "/") + name.qualified();
    }
    DefId find(DefId parent, const xml::Name& name, bool repeated, const Taken& taken) const
    {
        for (const DefId child : m_job.definition.named(parent, name.local, false)) {
            if (m_job.definition.nodes[child].name == name && (repeated || !taken.contains(child)))
                return child;
        }
        return kNoDef;
    }
    ParseJob& m_job;
    const std::unordered_set<std::string>& m_repeats;
};

void parseSubmission(ParseJob& job, xml::NodeIndex element)
{
    auto& submission = job.definition.submission;
    submission.present = true;
    submission.method = job.attribute(element, "method");
    submission.action = job.attribute(element, "action");
    submission.publicKey = job.attribute(element, "base64RsaPublicKey");
    submission.autoSend = job.attribute(element, kOpenRosa, "auto-send");
    submission.autoDelete = job.attribute(element, kOpenRosa, "auto-delete");
    submission.clientEditable = job.attribute(element, kOdk, "client-editable");
    const std::string& method = submission.method;
    if (!method.empty() && method != "post" && method != "form-data-post")
        job.error("submission-method", "submission, method", "submissions are sent by post, not by '" + method + "'",
            "write method=\"post\" or leave it out");
}

} // namespace

void parseModel(ParseJob& job, xml::NodeIndex, xml::NodeIndex body)
{
    const xml::Document& document = job.document;
    model::Definition& definition = job.definition;
    definition.entitiesVersion = job.attribute(definition.modelElement, kEntities, "entities-version");

    std::unordered_set<std::string> repeats;
    if (body != xml::kNoNode)
        collectRepeats(job, body, {}, repeats);

    bool first = true;
    for (auto child = document.firstElement(definition.modelElement); child != xml::kNoNode;
         child = document.nextElement(child)) {
        const std::string& local = job.local(child);
        if (local == "submission") {
            parseSubmission(job, child);
        } else if (local == "instance" && first) {
            first = false;
            definition.primary = document.firstElement(child);
            if (definition.primary == xml::kNoNode) {
                job.error("no-instance", "model, first instance", "the primary instance is empty");
                return;
            }
        } else if (local == "instance") {
            model::SecondaryInstance secondary;
            secondary.id = job.attribute(child, "id");
            secondary.source = job.attribute(child, "src");
            secondary.element = child;
            if (secondary.id.empty()) {
                job.warning("instance-without-id", "model, instance", "an instance without id cannot be read by any expression");
                continue;
            }
            const bool doubled = std::any_of(definition.secondary.begin(), definition.secondary.end(),
                [&](const auto& other) { return other.id == secondary.id; });
            if (doubled)
                job.warning("doubled-instance", "instance " + secondary.id, "two instances have this id; the first one counts");
            else
                definition.secondary.push_back(std::move(secondary));
        }
    }
    if (definition.primary == xml::kNoNode) {
        job.error("no-instance", "model", "this form has no primary instance");
        return;
    }

    InstanceFolder::Taken taken;
    InstanceFolder(job, repeats).fold(definition.primary, kNoDef, taken);
    definition.id = job.attribute(definition.primary, "id");
    if (definition.id.empty()) // Deviates: the specification wants an id; old forms name themselves by namespace or element
        definition.id = document.name(definition.primary).uri.empty() || document.name(definition.primary).uri == kXForms
            ? job.local(definition.primary)
            : document.name(definition.primary).uri;
    definition.version = job.attribute(definition.primary, "version");
    if (definition.version.empty())
        definition.version = job.attribute(definition.primary, kOpenRosa, "version");
}

} // namespace tashilgar::forms::parse
