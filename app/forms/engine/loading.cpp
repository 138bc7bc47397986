#include "app/base/text.h"
#include "app/base/uuid.h"
#include "app/forms/engine/session.h"
#include "app/forms/instance/codec.h"
#include "app/forms/parse/names.h"

#include <algorithm>
#include <fmt/format.h>

namespace tashilgar::forms::engine {

namespace xml = base::xml;
using model::DefId;
using model::kNoDef;

namespace {

constexpr std::string_view kJavaRosa = "http://openrosa.org/javarosa";

bool isTemplate(const xml::Document& document, xml::NodeIndex element)
{
    return document.attributeNode(element, kJavaRosa, "template") != xml::kNoNode;
}

/// The child elements of one element by name, templates left out.
class ChildrenByName {
public:
    ChildrenByName(const xml::Document& document, xml::NodeIndex parent)
        : m_document(document)
    {
        if (parent == xml::kNoNode)
            return;
        for (auto child = document.firstElement(parent); child != xml::kNoNode; child = document.nextElement(child)) {
            if (!isTemplate(document, child))
                m_byName[document.name(child).local].push_back(child);
        }
    }

    /// Those that stand for \p def.
    std::vector<xml::NodeIndex> of(const model::NodeDef& def) const
    {
        const auto found = m_byName.find(def.name.local);
        if (found == m_byName.end())
            return {};
        std::vector<xml::NodeIndex> exact;
        for (const xml::NodeIndex child : found->second) {
            if (m_document.name(child).uri == def.name.uri)
                exact.push_back(child);
        }
        // Deviates: records of older clients and servers lose namespaces; a name alone will do
        return exact.empty() ? found->second : exact;
    }

private:
    const xml::Document& m_document;
    std::unordered_map<std::string_view, std::vector<xml::NodeIndex>> m_byName;
};

std::string leafText(const xml::Document& document, xml::NodeIndex element)
{
    std::string text = document.stringValue(element);
    return base::trim(text).empty() ? std::string() : text;
}

} // namespace

/// What a node begins with, before anything is worked out.
void Session::setFirst(NodeId node, std::string value, ChangedBy by)
{
    m_tree.setOrigin(node, {value.empty() ? ChangedBy::Nothing : by});
    m_tree.setValue(node, std::move(value));
}

/// In the form of the node's type, where it is one; what it is not stays as it was written.
void Session::fillLeaf(NodeId node, std::string text, ChangedBy by)
{
    if (!text.empty()) {
        if (std::string value = instance::stored(typeOf(node), text, zone()); !value.empty())
            text = std::move(value);
    }
    setFirst(node, std::move(text), by);
}

/// Gives \p node and all below it what the form itself writes there, at \p element of its document; nothing where that
/// is no element.
void Session::fillFromForm(NodeId node, xml::NodeIndex element)
{
    const xml::Document& document = *definition().document;
    const model::NodeDef& def = m_tree.definitionOf(node);
    if (def.leaf && element != xml::kNoNode)
        fillLeaf(node, def.source == element ? def.defaultValue : leafText(document, element), ChangedBy::Form);
    const ChildrenByName children(document, element);
    for (std::uint32_t slot = 0; slot < m_tree.slotCount(node); ++slot) {
        const NodeId child = m_tree.inSlot(node, slot);
        const model::NodeDef& childDef = m_tree.definitionOf(child);
        if (childDef.attribute) {
            const auto written = element == xml::kNoNode ? std::nullopt
                                                         : document.attribute(element, childDef.name.uri, childDef.name.local);
            setFirst(child, written ? std::string(*written) : childDef.defaultValue, ChangedBy::Form);
            continue;
        }
        std::vector<xml::NodeIndex> elements = children.of(childDef);
        if (m_tree.isRange(child)) {
            if (elements.empty() && childDef.noAddRemove && childDef.count.empty()) // a fixed repeat has its one at least
                elements.push_back(childDef.source);
            for (const xml::NodeIndex instanceElement : elements)
                fillFromForm(m_tree.addInstance(child), instanceElement);
        } else {
            // a form may write one name twice without repeating it; each has a place of its own then
            const bool own = std::find(elements.begin(), elements.end(), childDef.source) != elements.end();
            const xml::NodeIndex written = own || elements.empty() ? childDef.source : elements.front();
            fillFromForm(child, element == xml::kNoNode ? xml::kNoNode : written);
        }
    }
}

/// A new instance has the values of the form's template. Where there is none, the first instance lends its shape, but
/// what is written there is its own. Spec: https://getodk.github.io/xforms-spec/#default-values-in-repeats
void Session::fillNew(NodeId instanceNode)
{
    const model::NodeDef& def = m_tree.definitionOf(instanceNode);
    fillFromForm(instanceNode, def.source);
    if (def.hasTemplate)
        return;
    m_tree.walk(instanceNode, [&](NodeId node) {
        if (!m_tree.isRange(node) && m_tree.definitionOf(node).leaf && !m_tree.definitionOf(node).attribute)
            setFirst(node, {}, ChangedBy::Nothing);
    });
}

/// The same from a saved record; what it lacks is taken from the form, at \p formElement.
void Session::fillFromSaved(
    NodeId node, const xml::Document& saved, xml::NodeIndex element, xml::NodeIndex formElement)
{
    const xml::Document& document = *definition().document;
    const model::NodeDef& def = m_tree.definitionOf(node);
    if (def.leaf)
        fillLeaf(node, leafText(saved, element), ChangedBy::SavedRecord);
    const bool isRoot = node == Tree::rootElement();
    const ChildrenByName children(saved, element), ofForm(document, formElement);
    for (std::uint32_t slot = 0; slot < m_tree.slotCount(node); ++slot) {
        const NodeId child = m_tree.inSlot(node, slot);
        const model::NodeDef& childDef = m_tree.definitionOf(child);
        if (childDef.attribute) {
            const bool names = isRoot && (childDef.name.local == "id" || childDef.name.local == "version");
            const auto written = names ? std::nullopt : saved.attribute(element, childDef.name.uri, childDef.name.local);
            setFirst(child, written ? std::string(*written) : childDef.defaultValue,
                written ? ChangedBy::SavedRecord : ChangedBy::Form);
            continue;
        }
        const std::vector<xml::NodeIndex> elements = children.of(childDef);
        const std::vector<xml::NodeIndex> written = ofForm.of(childDef);
        if (m_tree.isRange(child)) {
            std::vector<NodeId> parked;
            for (const xml::NodeIndex instanceElement : elements) {
                const NodeId added = m_tree.addInstance(child);
                fillFromSaved(added, saved, instanceElement, childDef.hasTemplate ? childDef.source : xml::kNoNode);
                if (saved.attribute(instanceElement, parse::kTashilgar, "parked"))
                    parked.push_back(added);
            }
            for (const NodeId instanceNode : parked)
                m_tree.parkInstance(instanceNode);
            if (!parked.empty())
                m_parked[child].assign(parked.rbegin(), parked.rend());
            if (childDef.noAddRemove) { // as many as the form writes, whatever the record lost
                for (std::size_t i = m_tree.instances(child).size(); i < written.size(); ++i)
                    fillNew(m_tree.addInstance(child));
            }
            continue;
        }
        xml::NodeIndex fromForm = written.empty() ? childDef.source : written.front();
        if (std::find(written.begin(), written.end(), childDef.source) != written.end())
            fromForm = childDef.source;
        if (formElement == xml::kNoNode) // in an instance whose repeat has no template
            fromForm = xml::kNoNode;
        if (elements.empty()) {
            fillFromForm(child, fromForm);
            continue;
        }
        const bool twice = written.size() > 1 && elements.size() == written.size();
        const auto at = twice ? std::find(written.begin(), written.end(), childDef.source) - written.begin() : 0;
        fillFromSaved(child, saved, elements[static_cast<std::size_t>(at) < elements.size() ? static_cast<std::size_t>(at) : 0], fromForm);
    }
}

/// Spec: https://getodk.github.io/xforms-spec/#preload-attributes
void Session::preload(NodeId top)
{
    for (const model::Bind& bind : definition().binds) {
        if (bind.preload.kind == model::PreloadKind::None || bind.preload.kind == model::PreloadKind::TimestampEnd)
            continue;
        if (!definition().isAncestorOrSelf(m_tree.def(top), bind.node))
            continue;
        std::vector<NodeId> nodes;
        m_tree.collect(top, bind.node, false, nodes);
        for (const NodeId node : nodes) {
            switch (bind.preload.kind) {
            case model::PreloadKind::Uid:
                setFirst(node, "uuid:" + base::uuid4(random()), ChangedBy::Preload);
                break;
            case model::PreloadKind::TimestampStart:
                setFirst(node, base::toIsoWithOffset(now(), zone()), ChangedBy::Preload);
                break;
            case model::PreloadKind::Today: {
                const base::LocalTime today = zone().toLocal(now());
                setFirst(node, fmt::format("{:04}-{:02}-{:02}", today.year, today.month, today.day), ChangedBy::Preload);
                break;
            }
            case model::PreloadKind::Property:
                if (std::string value = propertyValue(bind.preload.property); !value.empty())
                    setFirst(node, std::move(value), ChangedBy::Preload);
                break;
            default:
                break;
            }
        }
    }
}

base::Result<void> Session::openFresh()
{
    fillFromForm(Tree::rootElement(), definition().primary);
    preload(Tree::rootElement());
    recalculateAll(); // what is calculated now counts as changed, what the form writes does not
    fire(m_form->onFirstLoad, Tree::rootElement(), model::kFirstLoad);
    fire(m_form->onLoad, Tree::rootElement(), model::kLoad);
    settle();
    return {};
}

base::Result<void> Session::openSaved(const xml::Document& saved, Continue how)
{
    const auto root = saved.documentElement();
    if (root == xml::kNoNode || saved.name(root).local != definition().nodes[0].name.local)
        return base::fail(kForeignInstance, "this record was made with another form", definition().id);
    const auto id = saved.attribute(root, "id");
    if (id && !id->empty() && *id != definition().id)
        return base::fail(kForeignInstance, "this record was made with the form " + std::string(*id), definition().id);
    m_quiet = true;
    fillFromSaved(Tree::rootElement(), saved, root, definition().primary);

    const auto metaNode = [&](std::string_view local) {
        const DefId def = definition().meta(local);
        std::vector<NodeId> nodes;
        if (def != kNoDef)
            m_tree.collect(Tree::rootElement(), def, false, nodes);
        return nodes.empty() ? kNoNode : nodes.front();
    };
    if (const NodeId instanceId = metaNode("instanceID"); instanceId != kNoNode) {
        const bool isNew = how == Continue::Edit;
        if (const NodeId deprecated = metaNode("deprecatedID"); isNew && deprecated != kNoNode)
            setFirst(deprecated, m_tree.value(instanceId), ChangedBy::SavedRecord);
        if (isNew || m_tree.value(instanceId).empty())
            setFirst(instanceId, "uuid:" + base::uuid4(random()), ChangedBy::Client);
    }
    recalculateAll();
    m_quiet = false;
    fire(m_form->onLoad, Tree::rootElement(), model::kLoad);
    settle();
    return {};
}

} // namespace tashilgar::forms::engine
