#pragma once

#include "app/forms/engine/bind_graph.h"
#include "app/forms/instance/tree.h"

#include <cstdint>
#include <vector>

namespace tashilgar::forms::engine {

/// Rules that wait to be worked out at nodes: by rank, then by how often that has been done since the list was last
/// empty, then by node; each pair once. Costs nothing beyond its first growth. Belongs to one thread.
class WorkList {
public:
    struct Item {
        RuleIndex rule = 0;
        std::uint32_t round = 0; ///< how often it has been worked out before
        instance::NodeId node = 0;
        friend auto operator<=>(const Item&, const Item&) = default;
    };

    bool empty() const { return m_heap.empty(); }
    /// Does nothing for a pair that waits already.
    void add(RuleIndex rule, instance::NodeId node);
    /// The next; there is one.
    Item take();
    /// Forgets the rounds. Only for an empty list.
    void forgetRounds();

private:
    struct Slot {
        std::uint64_t key = kFree;
        std::uint32_t rounds = 0;
        bool waits = false;
    };
    static constexpr std::uint64_t kFree = UINT64_MAX;
    static std::uint64_t keyOf(RuleIndex rule, instance::NodeId node)
    {
        return static_cast<std::uint64_t>(rule) << 32 | node;
    }
    Slot& slotOf(std::uint64_t key);
    void grow();

    std::vector<Item> m_heap;
    std::vector<Slot> m_slots; ///< a hash table, its size a power of two
    std::vector<std::uint32_t> m_used;
};

} // namespace tashilgar::forms::engine
