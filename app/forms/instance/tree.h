#pragma once

#include "app/forms/explain.h"
#include "app/forms/model/definition.h"
#include "app/forms/xpath/dom.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::forms::instance {

/// A node of one Tree. Never used again after its node has gone.
using NodeId = std::uint32_t;
inline constexpr NodeId kNoNode = UINT32_MAX;

/// Who gave a node its value; of an action also which one, and at which event.
struct Origin {
    static constexpr std::uint16_t kNoAction = UINT16_MAX;

    ChangedBy by = ChangedBy::Nothing;
    model::EventBit event = model::kFirstLoad;
    std::uint16_t action = kNoAction; ///< index into Definition::actions, if it is one of the first 65,535
};

/// The answers: one instance of a form's definition, as an arena of small nodes. The children of an element stand in the
/// slots its definition gives them; in the slot of a repeat stands a range node, which holds the instances in order. XPath
/// does not see ranges: to it the instances are children of the range's parent.
///
/// A node's state (relevant, readonly …) is kept here and decided by the engine. The string value of a node that is not
/// relevant is empty to XPath; its own value stays. Belongs to one thread.
class Tree final : public xpath::Dom {
public:
    explicit Tree(std::shared_ptr<const model::Definition> definition);

    const model::Definition& definition() const { return *m_definition; }

    /// The document above the root element.
    static constexpr NodeId documentNode() { return 0; }
    /// The root element; always there.
    static constexpr NodeId rootElement() { return 1; }

    model::DefId def(NodeId node) const { return m_nodes[node].def; }
    const model::NodeDef& definitionOf(NodeId node) const { return m_definition->nodes[m_nodes[node].def]; }
    bool isRange(NodeId node) const { return m_nodes[node].range != kNoRange; }
    /// An instance of a repeat, as against its range.
    bool isInstance(NodeId node) const { return m_nodes[node].position != 0; }
    bool isAlive(NodeId node) const { return node < m_nodes.size() && m_nodes[node].alive; }
    /// The element above, also of a range and of the instances in it.
    NodeId parentElement(NodeId node) const { return m_nodes[node].parent; }
    /// 1 for the first instance of a range; 0 for what is no instance.
    std::uint32_t position(NodeId node) const { return m_nodes[node].position; }
    /// What stands in a slot of \p element: an element, an attribute or a range; kNoNode only while building.
    NodeId inSlot(NodeId element, std::uint32_t slot) const { return m_slots[m_nodes[element].slots + slot]; }
    std::uint32_t slotCount(NodeId element) const
    {
        return isRange(element) ? 0 : static_cast<std::uint32_t>(definitionOf(element).children.size());
    }
    const std::vector<NodeId>& instances(NodeId range) const { return m_ranges[m_nodes[range].range]; }
    NodeId rangeOf(NodeId instanceNode) const;
    /// The ancestor-or-self of \p node whose definition is \p def; an instance rather than its range. kNoNode if none.
    NodeId ancestor(NodeId node, model::DefId def) const;

    const std::string& value(NodeId node) const { return m_values[node]; }
    void setValue(NodeId node, std::string value)
    {
        m_values[node] = std::move(value);
        m_nodes[node].numberKnown = false;
    }
    /// The value as xpath::numberOfText() reads it, remembered until the value changes: sums over rows ask again and
    /// again.
    double number(NodeId node) const { return m_nodes[node].numberKnown ? m_numbers[node] : readNumber(node); }
    Origin origin(NodeId node) const;
    void setOrigin(NodeId node, Origin origin);

    // State, written by the engine.
    bool ownRelevant(NodeId node) const { return m_nodes[node].ownRelevant; }
    bool relevant(NodeId node) const { return m_nodes[node].relevant; }
    bool ownReadonly(NodeId node) const { return m_nodes[node].ownReadonly; }
    bool required(NodeId node) const { return m_nodes[node].required; }
    bool constraintHolds(NodeId node) const { return m_nodes[node].constraintHolds; }
    bool expectedHolds(NodeId node) const { return m_nodes[node].expectedHolds; }
    bool readonly(NodeId node) const;
    void setOwnRelevant(NodeId node, bool on) { m_nodes[node].ownRelevant = on; }
    void setRelevant(NodeId node, bool on) { m_nodes[node].relevant = on; }
    void setOwnReadonly(NodeId node, bool on) { m_nodes[node].ownReadonly = on; }
    void setRequired(NodeId node, bool on) { m_nodes[node].required = on; }
    void setConstraintHolds(NodeId node, bool on) { m_nodes[node].constraintHolds = on; }
    void setExpectedHolds(NodeId node, bool on) { m_nodes[node].expectedHolds = on; }

    // Building. The root element and everything fixed below it is there from the start, repeats empty.

    /// A new instance at the end of \p range, its nested ranges empty, its values empty.
    NodeId addInstance(NodeId range);
    /// Takes an instance and all below it out. Those after it move up by one.
    void removeInstance(NodeId instanceNode);
    /// The same, but what it holds is kept for restoreInstance().
    void parkInstance(NodeId instanceNode);
    /// Brings a parked instance back, at the end of its range.
    void restoreInstance(NodeId instanceNode);

    /// "/data/rep[2]/q"; a range as "/data/rep".
    std::string ref(NodeId node) const;
    /// The node of a ref; a range for a path that ends in a repeat's name without position. kNoNode if there is none.
    NodeId find(std::string_view ref) const;

    /// Calls \p visit for \p node and all below it, attributes and ranges included, in document order.
    template <class Visit>
    void walk(NodeId node, Visit&& visit) const
    {
        std::vector<NodeId> open{node};
        while (!open.empty()) {
            const NodeId at = open.back();
            open.pop_back();
            visit(at);
            if (isRange(at)) {
                const auto& all = instances(at);
                open.insert(open.end(), all.rbegin(), all.rend());
            } else {
                for (std::uint32_t slot = slotCount(at); slot-- > 0;)
                    open.push_back(inSlot(at, slot));
            }
        }
    }
    /// All nodes of \p def at or below \p from, in document order; with \p withRanges, a repeat's ranges as well.
    void collect(NodeId from, model::DefId def, bool withRanges, std::vector<NodeId>& found) const;

    std::size_t nodeCount() const { return m_nodes.size(); }

    // xpath::Dom. Ids are NodeIds; kTextBit marks the text of a leaf.
    static constexpr std::uint64_t kTextBit = 1ull << 32;
    xpath::NodeRef refTo(NodeId node) const { return {this, node}; }
    static NodeId nodeOf(std::uint64_t id) { return static_cast<NodeId>(id); }

    xpath::NodeType type(std::uint64_t node) const override;
    std::string_view localName(std::uint64_t node) const override;
    std::string_view namespaceUri(std::uint64_t node) const override;
    std::string qualifiedName(std::uint64_t node) const override;
    xpath::NodeRef root(std::uint64_t node) const override;
    xpath::NodeRef parent(std::uint64_t node) const override;
    xpath::NodeRef firstChild(std::uint64_t node) const override;
    xpath::NodeRef lastChild(std::uint64_t node) const override;
    xpath::NodeRef nextSibling(std::uint64_t node) const override;
    xpath::NodeRef previousSibling(std::uint64_t node) const override;
    xpath::NodeRef firstAttribute(std::uint64_t element) const override;
    xpath::NodeRef nextAttribute(std::uint64_t attribute) const override;
    std::optional<std::size_t> positionAmongNamesakes(std::uint64_t element) const override;
    std::string stringValue(std::uint64_t node) const override;
    std::optional<std::string_view> stringView(std::uint64_t node) const override;
    int compareOrder(std::uint64_t a, std::uint64_t b) const override;

private:
    static constexpr std::uint32_t kNoRange = UINT32_MAX;
    struct Node {
        model::DefId def = model::kNoDef;
        NodeId parent = kNoNode;
        std::uint32_t position = 0;
        std::uint32_t slots = 0;        ///< first of this element's slots in m_slots
        std::uint32_t range = kNoRange; ///< index into m_ranges
        bool alive : 1 = true;
        bool ownRelevant : 1 = true;
        bool relevant : 1 = true;
        bool ownReadonly : 1 = false;
        bool required : 1 = false;
        bool constraintHolds : 1 = true;
        bool expectedHolds : 1 = true;
        mutable bool numberKnown : 1 = false;
        std::uint8_t changedBy : 4 = 0; ///< a ChangedBy
        std::uint8_t event : 4 = 0;     ///< which bit of EventBit
        std::uint16_t action = Origin::kNoAction;
    };
    static_assert(sizeof(Node) == 24, "entries have a million nodes: what was changed by whom must fit beside the flags");

    double readNumber(NodeId node) const;
    NodeId add(model::DefId def, NodeId parent);
    void fill(NodeId element);
    NodeId firstElementFrom(NodeId parent, std::uint32_t slot) const;
    NodeId lastElementBefore(NodeId parent, std::uint32_t slot) const;

    std::shared_ptr<const model::Definition> m_definition;
    std::vector<Node> m_nodes;
    std::vector<std::string> m_values;
    mutable std::vector<double> m_numbers; ///< by node, as far as it goes
    std::vector<NodeId> m_slots;
    std::vector<std::vector<NodeId>> m_ranges;
};

} // namespace tashilgar::forms::instance
