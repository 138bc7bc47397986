#include "app/forms/engine/indexed_reads.h"

#include <algorithm>

namespace tashilgar::forms::engine {
namespace {

template <class T>
void removeDoubles(std::vector<T>& list)
{
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

} // namespace

void IndexedReads::note(RuleIndex rule, instance::NodeId node, const Log& log)
{
    if (log.walked)
        m_walked.insert(rule);
    if (log.missed) {
        auto& nodes = m_missed[rule];
        if (nodes.empty() || nodes.back() != node)
            nodes.push_back(node);
    }
    for (const instance::NodeId read : log.read) {
        Readers& readers = m_readers[read];
        const Reader reader(rule, node);
        if (!readers.list.empty() && readers.list.back() == reader)
            continue;
        readers.list.push_back(reader);
        if (readers.list.size() >= readers.whole) {
            removeDoubles(readers.list);
            readers.whole = std::max<std::size_t>(16, readers.list.size() * 2);
        }
    }
}

std::vector<IndexedReads::Reader> IndexedReads::takeReaders(instance::NodeId changed)
{
    const auto found = m_readers.find(changed);
    if (found == m_readers.end())
        return {};
    std::vector<Reader> readers = std::move(found->second.list);
    m_readers.erase(found);
    return readers;
}

std::vector<instance::NodeId> IndexedReads::takeMissed(RuleIndex rule)
{
    const auto found = m_missed.find(rule);
    if (found == m_missed.end())
        return {};
    std::vector<instance::NodeId> nodes = std::move(found->second);
    m_missed.erase(found);
    removeDoubles(nodes);
    return nodes;
}

} // namespace tashilgar::forms::engine
