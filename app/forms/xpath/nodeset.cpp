#include "app/forms/xpath/nodeset.h"

#include <algorithm>
#include <functional>

namespace tashilgar::forms::xpath {

void NodeSet::append(NodeRef node)
{
    if (m_many.empty() && m_size < kInline) {
        m_few[m_size++] = node;
        return;
    }
    if (m_many.empty()) {
        m_many.reserve(4 * kInline);
        m_many.assign(m_few.begin(), m_few.begin() + static_cast<std::ptrdiff_t>(m_size));
    }
    m_many.push_back(node);
    ++m_size;
}

void NodeSet::append(const NodeSet& others)
{
    for (const NodeRef node : others)
        append(node);
}

void NodeSet::normalise()
{
    if (m_ordered)
        return;
    NodeRef* nodes = data();
    std::sort(nodes, nodes + m_size, [](NodeRef a, NodeRef b) { return compareOrder(a, b) < 0; });
    truncate(static_cast<std::size_t>(std::unique(nodes, nodes + m_size) - nodes));
    m_ordered = true;
}

void NodeSet::clear()
{
    m_many.clear();
    m_size = 0;
    m_ordered = true;
}

void NodeSet::reverse()
{
    std::reverse(data(), data() + m_size);
}

void NodeSet::truncate(std::size_t size)
{
    m_size = size;
    if (m_many.empty())
        return;
    m_many.resize(size);
    // An emptied vector would hand the few back, which is right only because there are none.
}

int compareOrder(NodeRef a, NodeRef b)
{
    if (a.dom != b.dom)
        return std::less<const Dom*>()(a.dom, b.dom) ? -1 : 1;
    return a.id == b.id ? 0 : a.dom->compareOrder(a.id, b.id);
}

} // namespace tashilgar::forms::xpath
