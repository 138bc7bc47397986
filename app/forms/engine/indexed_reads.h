#pragma once

#include "app/forms/engine/bind_graph.h"
#include "app/forms/instance/tree.h"

#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace tashilgar::forms::engine {

/// Which rules, at which nodes, have read which node by indexed-repeat(). What a path reads by index cannot be told
/// from the form; without this, each row that looks at the row before it would have to be worked out whenever any row
/// changes. Who is taken out is worked out again, and is noted anew then. Belongs to one thread.
class IndexedReads {
public:
    /// What one evaluation has read.
    struct Log {
        std::vector<instance::NodeId> read;
        bool missed = false; ///< an instance was asked for that is not there
        bool walked = false; ///< all instances were listed, so it is not known which one counted
    };
    using Reader = std::pair<RuleIndex, instance::NodeId>;

    void note(RuleIndex rule, instance::NodeId node, const Log& log);
    /// Who has read \p changed; may name a reader twice, and one that has read something else since.
    std::vector<Reader> takeReaders(instance::NodeId changed);
    std::vector<instance::NodeId> takeMissed(RuleIndex rule);
    /// Whether \p rule has ever listed instances: then every change concerns it wherever it stands.
    bool hasWalked(RuleIndex rule) const { return m_walked.contains(rule); }

private:
    struct Readers {
        std::vector<Reader> list;
        std::size_t whole = 16; ///< the length at which doubles are looked for
    };
    std::unordered_map<instance::NodeId, Readers> m_readers;
    std::unordered_map<RuleIndex, std::vector<instance::NodeId>> m_missed;
    std::unordered_set<RuleIndex> m_walked;
};

} // namespace tashilgar::forms::engine
