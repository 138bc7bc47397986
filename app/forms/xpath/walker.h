#pragma once

#include "app/forms/xpath/evaluation.h"

#include <vector>

namespace tashilgar::forms::xpath {

/// Walks one location path of one evaluation, step by step.
/// Spec: https://www.w3.org/TR/1999/REC-xpath-19991116/#location-paths
class Walker {
public:
    explicit Walker(Evaluation& evaluation)
        : m_evaluation(evaluation)
    {
    }

    /// The nodes of path \p id of the program, in document order.
    NodeSet walk(std::uint32_t id, const Focus& focus);

private:
    NodeSet start(const PathReference& reference, const PathCode& code, const Focus& focus);
    NodeSet step(const NodeSet& from, const PathStep& step, const std::vector<Predicate>& predicates);
    bool stepByRows(NodeRef from, const PathStep& step, const std::vector<Predicate>& predicates,
        std::vector<bool>& decided, NodeSet& found);
    void filter(NodeSet& nodes, const Predicate& predicate);
    bool holds(const Predicate& predicate, const Focus& focus);
    bool matches(NodeRef node, const PathStep& step) const;
    NodeRef parentOf(NodeRef node) const;

    /// Calls \p visit for each node of the axis in its own order (backwards for ancestors and what precedes) until it
    /// answers false.
    template <class Visit>
    void visit(NodeRef node, Axis axis, Visit&& visit) const;
    template <class Visit>
    bool visitTree(NodeRef top, bool withTop, Visit& visit) const;
    template <class Visit>
    bool visitTreeBackwards(NodeRef top, Visit& visit) const;

    Evaluation& m_evaluation;
    bool m_apart = true; ///< no node of the present set lies below another, so their children follow in order
};

} // namespace tashilgar::forms::xpath
