#include "app/base/text.h"
#include "app/forms/parse/names.h"
#include "app/forms/parse/parse_job.h"

namespace tashilgar::forms::parse {

namespace xml = base::xml;
using model::Control;
using model::DefId;
using model::kNoDef;

namespace {

constexpr int kMaxBodyDepth = 100;

/// The attributes of a control that say something of their own; all others are parameters of it.
bool isStructural(const xml::Name& name)
{
    static const std::unordered_set<std::string_view> kNames = {"ref", "nodeset", "bind", "appearance", "mediatype",
        "class", "query", "count", "noAddRemove", "id"};
    return kNames.contains(name.local);
}

class BodyParser {
public:
    explicit BodyParser(ParseJob& job)
        : m_job(job)
        , m_document(job.document)
    {
    }

    void parse(xml::NodeIndex body) { children(body, 0, model::kNone, 0); }

private:
    void children(xml::NodeIndex element, DefId context, std::uint32_t parent, int depth)
    {
        if (depth > kMaxBodyDepth) {
            m_job.error("too-deep", "body", "the body is nested deeper than any form needs");
            return;
        }
        for (auto child = m_document.firstElement(element); child != xml::kNoNode; child = m_document.nextElement(child))
            one(child, context, parent, depth);
    }

    void one(xml::NodeIndex element, DefId context, std::uint32_t parent, int depth)
    {
        const std::string& local = m_job.local(element);
        if (local == "group")
            group(element, context, parent, depth);
        else if (local == "repeat")
            repeat(element, context, parent, depth);
        else if (local == "input")
            question(element, context, parent, NodeKind::Input);
        else if (local == "select1" || local == "select")
            question(element, context, parent, NodeKind::Select);
        else if (local == "rank")
            question(element, context, parent, NodeKind::Rank);
        else if (local == "range")
            question(element, context, parent, NodeKind::Range);
        else if (local == "trigger")
            question(element, context, parent, NodeKind::Trigger);
        else if (local == "upload")
            question(element, context, parent, NodeKind::Upload);
        else if (local == "secret" || local == "textarea")
            question(element, context, parent, NodeKind::Input);
        else if (local == "label" || local == "hint" || local == "help" || local == "alert")
            texts(element, parent);
        else if (!parseAction(m_job, element, context, parent == model::kNone))
            m_job.warning("unknown-element", fmt::format("body, line {}", m_document.line(element)),
                "this client does not know the element '" + m_document.name(element).qualified() + "' and passes over it");
    }

    void texts(xml::NodeIndex element, std::uint32_t parent)
    {
        if (parent == model::kNone)
            return;
        Control& control = m_job.definition.controls[parent];
        if (m_job.local(element) == "label")
            control.label = textOfElement(m_document, element);
        else if (m_job.local(element) == "hint")
            control.hint = textOfElement(m_document, element);
    }

    /// "search" alone is the old name of "autocomplete"; search('list', …) is a look-up and stays what it is.
    std::string appearance(xml::NodeIndex element, NodeKind kind) const
    {
        std::string text = base::normaliseSpace(m_job.attribute(element, "appearance"));
        if (kind != NodeKind::Select)
            return text;
        const auto words = base::splitWords(text);
        const bool old = std::find(words.begin(), words.end(), "search") != words.end();
        if (old && std::find(words.begin(), words.end(), "autocomplete") == words.end())
            text += " autocomplete";
        return text;
    }

    std::string place(xml::NodeIndex element) const
    {
        std::string ref = m_job.attribute(element, "ref");
        if (ref.empty())
            ref = m_job.attribute(element, "nodeset");
        if (ref.empty())
            ref = m_job.attribute(element, "bind");
        return ref.empty() ? fmt::format("{} in line {}", m_job.local(element), m_document.line(element))
                           : m_job.local(element) + " " + ref;
    }

    /// The place that ref, nodeset or bind of \p element names; nothing when it has none of them.
    std::optional<DefId> target(xml::NodeIndex element, DefId context)
    {
        const auto bind = m_document.attribute(element, "bind");
        auto ref = m_document.attribute(element, "ref");
        if (!ref)
            ref = m_document.attribute(element, "nodeset");
        if (ref && !base::trim(*ref).empty()) {
            const DefId def = m_job.resolve(*ref, context, element);
            if (def == kNoDef)
                m_job.warning("unknown-node", place(element), "the instance has no such place, so this is never shown",
                    "correct the ref or add the element to the primary instance");
            return def;
        }
        if (bind) {
            const auto found = m_job.bindIds.find(std::string(*bind));
            if (found != m_job.bindIds.end())
                return found->second;
            m_job.error("unknown-bind", place(element), "no bind has the id '" + std::string(*bind) + "'");
            return kNoDef;
        }
        return std::nullopt;
    }

    std::uint32_t add(xml::NodeIndex element, NodeKind kind, DefId node, std::uint32_t parent)
    {
        model::Definition& definition = m_job.definition;
        const auto index = static_cast<std::uint32_t>(definition.controls.size());
        Control& control = definition.controls.emplace_back();
        control.kind = kind;
        control.node = node;
        control.parent = parent;
        control.line = m_document.line(element);
        control.appearance = appearance(element, kind);
        if (parent == model::kNone)
            definition.topControls.push_back(index);
        else
            definition.controls[parent].children.push_back(index);
        for (auto a = m_document.firstAttribute(element); a != xml::kNoNode; a = m_document.nextAttribute(a)) {
            if (!isStructural(m_document.name(a)))
                control.parameters.push_back({m_document.name(a).local, std::string(m_document.text(a))});
        }
        if (node != kNoDef && definition.nodes[node].control == model::kNone)
            definition.nodes[node].control = index;
        return index;
    }

    void group(xml::NodeIndex element, DefId context, std::uint32_t parent, int depth)
    {
        const auto def = target(element, context);
        // a group with the ref of the repeat it wraps only lends it label and appearance
        const bool wrapsRepeat = def && *def != kNoDef && m_job.definition.nodes[*def].repeat && directRepeat(element);
        const auto index = add(element, NodeKind::Group, wrapsRepeat ? kNoDef : def.value_or(kNoDef), parent);
        children(element, def && *def != kNoDef && !wrapsRepeat ? *def : context, index, depth + 1);
    }

    bool directRepeat(xml::NodeIndex element) const
    {
        for (auto child = m_document.firstElement(element); child != xml::kNoNode; child = m_document.nextElement(child)) {
            if (m_job.local(child) == "repeat")
                return true;
        }
        return false;
    }

    void repeat(xml::NodeIndex element, DefId context, std::uint32_t parent, int depth)
    {
        const auto def = target(element, context);
        if (!def) {
            m_job.error("repeat-without-nodeset", place(element), "a repeat must say what it repeats");
            return;
        }
        const auto index = add(element, NodeKind::RepeatRange, *def, parent);
        if (parent != model::kNone) { // the group around a repeat carries its label
            const Control& around = m_job.definition.controls[parent];
            if (around.kind == NodeKind::Group && around.node == kNoDef) {
                m_job.definition.controls[index].label = around.label;
                if (m_job.definition.controls[index].appearance.empty())
                    m_job.definition.controls[index].appearance = around.appearance;
            }
        }
        if (*def != kNoDef) {
            model::NodeDef& node = m_job.definition.nodes[*def];
            if (!node.repeat)
                m_job.error("bad-repeat", place(element), "this place cannot be repeated");
            node.count = base::trim(m_job.attribute(element, kJavaRosa, "count"));
            const std::string fixed = m_job.attribute(element, kJavaRosa, "noAddRemove");
            node.noAddRemove = base::trim(fixed) == "true()" || base::trim(fixed) == "true" || base::trim(fixed) == "1";
        }
        children(element, *def == kNoDef ? context : *def, index, depth + 1);
    }

    void question(xml::NodeIndex element, DefId context, std::uint32_t parent, NodeKind kind)
    {
        const auto def = target(element, context);
        if (!def) {
            m_job.error("control-without-ref", place(element), "this question does not say where its answer belongs");
            return;
        }
        const auto index = add(element, kind, *def, parent);
        {
            Control& control = m_job.definition.controls[index];
            control.multiple = m_job.local(element) == "select" || kind == NodeKind::Rank;
            control.mediaType = m_job.attribute(element, "mediatype");
            control.query = m_job.attribute(element, "query");
            if (kind == NodeKind::Upload && !control.mediaType.empty() && control.mediaType.find('/') == std::string::npos)
                m_job.error("media-type", place(element) + ", mediatype",
                    "'" + control.mediaType + "' is no media type", "write it as image/* or application/pdf");
        }
        const DefId inner = *def == kNoDef ? context : *def;
        bool hasChoices = kind != NodeKind::Select && kind != NodeKind::Rank;
        for (auto child = m_document.firstElement(element); child != xml::kNoNode; child = m_document.nextElement(child)) {
            const std::string& local = m_job.local(child);
            Control& control = m_job.definition.controls[index];
            if (local == "label" || local == "hint" || local == "help" || local == "alert") {
                texts(child, index);
            } else if (local == "item") {
                hasChoices = true;
                control.items.push_back(item(child));
            } else if (local == "itemset") {
                hasChoices = true;
                itemset(child, control);
            } else if (local == "choices") { // a group of items, which no known client draws
                for (auto inside = m_document.firstElement(child); inside != xml::kNoNode;
                     inside = m_document.nextElement(inside)) {
                    if (m_job.local(inside) == "item")
                        control.items.push_back(item(inside)), hasChoices = true;
                }
            } else if (!parseAction(m_job, child, inner, false)) {
                m_job.warning("unknown-element", place(element),
                    "this client does not know the element '" + m_document.name(child).qualified() + "' and passes over it");
            }
        }
        Control& control = m_job.definition.controls[index];
        if (kind == NodeKind::Input && !base::trim(control.query).empty()) { // choices out of itemsets.csv
            control.kind = NodeKind::Select;
            control.itemset = model::Itemset{control.query, "tsh:row-value(., 'name')", {}, true, 0};
            control.itemset->label.kind = model::Text::Kind::Expression;
            control.itemset->label.expression = "tsh:row-translation(.)";
        }
        if (kind == NodeKind::Select)
            parseSearch(m_job, control);
        if (!hasChoices)
            m_job.warning("no-choices", place(element), "this select offers nothing to choose");
        if (kind == NodeKind::Range)
            checkRange(element);
    }

    void checkRange(xml::NodeIndex element)
    {
        for (const std::string_view name : {"start", "end", "step"}) {
            if (!m_document.attribute(element, name))
                m_job.warning("range-parameter", place(element) + ", " + std::string(name),
                    "a range should say its " + std::string(name));
        }
    }

    model::Item item(xml::NodeIndex element)
    {
        model::Item item;
        for (auto child = m_document.firstElement(element); child != xml::kNoNode; child = m_document.nextElement(child)) {
            if (m_job.local(child) == "value")
                item.value = base::trim(m_document.stringValue(child));
            else if (m_job.local(child) == "label")
                item.label = textOfElement(m_document, child);
        }
        return item;
    }

    void itemset(xml::NodeIndex element, Control& control)
    {
        model::Itemset set;
        set.nodeset = m_job.attribute(element, "nodeset");
        for (auto child = m_document.firstElement(element); child != xml::kNoNode; child = m_document.nextElement(child)) {
            if (m_job.local(child) == "value")
                set.value = m_job.attribute(child, "ref");
            else if (m_job.local(child) == "label")
                set.label = textOfElement(m_document, child);
        }
        if (base::trim(set.nodeset).empty())
            m_job.error("itemset-without-nodeset", place(element), "an itemset must say where its choices come from");
        else if (set.value.empty())
            m_job.error("itemset-without-value", "itemset " + set.nodeset, "an itemset must say what is stored of a choice");
        control.itemset = std::move(set);
    }

    ParseJob& m_job;
    const xml::Document& m_document;
};

/// Every record has an id, and an edited one names the record it replaces, whether or not its form has a place for that.
void addMeta(model::Definition& definition)
{
    DefId meta = kNoDef;
    for (const DefId child : definition.nodes[0].children) {
        if (!definition.nodes[child].attribute && definition.nodes[child].name.local == "meta" && meta == kNoDef)
            meta = child;
    }
    const auto add = [&](DefId parent, std::string_view local, const xml::Name& like) {
        xml::Name name = like;
        name.local = local;
        const DefId added = definition.add(parent, std::move(name), false);
        definition.nodes[added].onlyWhenSet = true;
        definition.nodes[parent].leaf = false;
        return added;
    };
    if (meta == kNoDef)
        meta = add(0, "meta", definition.nodes[0].name);
    if (definition.meta("instanceID") == kNoDef)
        add(meta, "instanceID", definition.nodes[meta].name);
    if (definition.meta("deprecatedID") == kNoDef)
        add(meta, "deprecatedID", definition.nodes[definition.meta("instanceID")].name);
}

/// Attributes before elements, slots numbered, repeats marked for all below them.
void order(model::Definition& definition)
{
    for (DefId def = 0; def < definition.nodes.size(); ++def) {
        auto& children = definition.nodes[def].children;
        std::stable_partition(children.begin(), children.end(), [&](DefId child) { return definition.nodes[child].attribute; });
        for (std::uint32_t slot = 0; slot < children.size(); ++slot)
            definition.nodes[children[slot]].slot = slot;
        const DefId parent = definition.nodes[def].parent;
        definition.nodes[def].repeatScope
            = definition.nodes[def].repeat ? def : (parent == kNoDef ? kNoDef : definition.nodes[parent].repeatScope);
    }
}

} // namespace

void parseBody(ParseJob& job, xml::NodeIndex body)
{
    BodyParser(job).parse(body);
    for (Control& control : job.definition.controls) {
        // Spec: https://getodk.github.io/xforms-spec/#body-elements: a note is an input that takes nothing
        if (control.kind != NodeKind::Input || control.node == kNoDef)
            continue;
        const model::Bind* bind = job.definition.bindOf(control.node);
        if (bind && base::trim(bind->readonly) == "true()" && bind->calculate.empty() && bind->type == DataType::String)
            control.kind = NodeKind::Note;
    }
}

void parseActions(ParseJob& job)
{
    for (auto child = job.document.firstElement(job.definition.modelElement); child != xml::kNoNode;
         child = job.document.nextElement(child))
        parseAction(job, child, 0, true);
    addMeta(job.definition);
    order(job.definition);
}

} // namespace tashilgar::forms::parse
