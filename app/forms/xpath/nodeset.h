#pragma once

#include "app/forms/xpath/dom.h"

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace tashilgar::forms::xpath {

/// The nodes an expression selects: each once, and, once sorted, in document order. Holds up to kInline nodes without
/// memory of its own, which is what almost every path of a form needs. Nodes of several Doms may stand in one set; Doms
/// are then kept in the order in which they first appear in memory.
class NodeSet {
public:
    static constexpr std::size_t kInline = 3;

    NodeSet() = default;
    explicit NodeSet(NodeRef only) { append(only); }

    bool empty() const { return m_size == 0; }
    std::size_t size() const { return m_size; }
    NodeRef operator[](std::size_t index) const { return data()[index]; }
    const NodeRef* begin() const { return data(); }
    const NodeRef* end() const { return data() + m_size; }

    /// Adds at the end, without looking whether it is there: \p node follows the others in document order, or the
    /// caller says markUnordered() and normalises later.
    void append(NodeRef node);
    void append(const NodeSet& others);
    void reserve(std::size_t size)
    {
        if (size > kInline && m_many.empty())
            m_many.reserve(size);
    }
    void markUnordered() { m_ordered = false; }
    bool isOrdered() const { return m_ordered; }
    /// Document order, doubles removed; nothing to do for a set that is ordered. The order of randomize() stands, since
    /// it never calls markUnordered().
    void normalise();
    void clear();

    /// Keeps the nodes for which \p keep(index) holds, in their order.
    template <class Keep>
    void retain(Keep keep)
    {
        NodeRef* nodes = data();
        std::size_t kept = 0;
        for (std::size_t i = 0; i < m_size; ++i) {
            if (keep(i))
                nodes[kept++] = nodes[i];
        }
        truncate(kept);
    }
    void reverse();
    void truncate(std::size_t size);

private:
    NodeRef* data() { return m_many.empty() ? m_few.data() : m_many.data(); }
    const NodeRef* data() const { return m_many.empty() ? m_few.data() : m_many.data(); }

    std::array<NodeRef, kInline> m_few{};
    std::vector<NodeRef> m_many; ///< all of them, as soon as there is no room in m_few
    std::size_t m_size = 0;
    bool m_ordered = true;
};

/// Negative, zero or positive in document order, Dom by Dom.
int compareOrder(NodeRef a, NodeRef b);

} // namespace tashilgar::forms::xpath
