#include "app/forms/engine/work_list.h"

#include <algorithm>
#include <functional>

namespace tashilgar::forms::engine {
namespace {

std::size_t spread(std::uint64_t key)
{
    key *= 0x9E3779B97F4A7C15u; // Fibonacci hashing: neighbours in a chain of rules land apart
    return static_cast<std::size_t>(key >> 32);
}

} // namespace

void WorkList::add(RuleIndex rule, instance::NodeId node)
{
    Slot& slot = slotOf(keyOf(rule, node));
    if (slot.waits)
        return;
    slot.waits = true;
    m_heap.push_back({rule, slot.rounds, node});
    std::push_heap(m_heap.begin(), m_heap.end(), std::greater<>());
}

WorkList::Item WorkList::take()
{
    std::pop_heap(m_heap.begin(), m_heap.end(), std::greater<>());
    const Item item = m_heap.back();
    m_heap.pop_back();
    Slot& slot = slotOf(keyOf(item.rule, item.node));
    slot.waits = false;
    ++slot.rounds;
    return item;
}

void WorkList::forgetRounds()
{
    for (const std::uint32_t index : m_used)
        m_slots[index] = {};
    m_used.clear();
}

WorkList::Slot& WorkList::slotOf(std::uint64_t key)
{
    if (m_used.size() * 2 >= m_slots.size())
        grow();
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = spread(key) & mask;
    while (m_slots[at].key != key && m_slots[at].key != kFree)
        at = (at + 1) & mask;
    if (m_slots[at].key == kFree) {
        m_slots[at].key = key;
        m_used.push_back(static_cast<std::uint32_t>(at));
    }
    return m_slots[at];
}

void WorkList::grow()
{
    std::vector<Slot> old(std::max<std::size_t>(64, m_slots.size() * 2));
    old.swap(m_slots);
    m_used.clear();
    const std::size_t mask = m_slots.size() - 1;
    for (const Slot& slot : old) {
        if (slot.key == kFree)
            continue;
        std::size_t at = spread(slot.key) & mask;
        while (m_slots[at].key != kFree)
            at = (at + 1) & mask;
        m_slots[at] = slot;
        m_used.push_back(static_cast<std::uint32_t>(at));
    }
}

} // namespace tashilgar::forms::engine
