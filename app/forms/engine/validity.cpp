#include "app/forms/engine/session.h"

namespace tashilgar::forms::engine {

/// Spec: https://getodk.github.io/xforms-spec/#bind-attributes. Only what is relevant can be wrong; a blank answer meets
/// every constraint, and a person cannot be asked for what they cannot enter.
Violation Session::violation(NodeId node) const
{
    if (m_tree.isRange(node) || !m_tree.relevant(node))
        return Violation::None;
    const model::NodeDef& def = m_tree.definitionOf(node);
    if (!def.leaf && !def.attribute)
        return m_tree.constraintHolds(node) ? Violation::None : Violation::Constraint;
    if (m_tree.value(node).empty()) {
        const bool asked = def.control != model::kNone;
        return m_tree.required(node) && asked && !m_tree.readonly(node) ? Violation::Required : Violation::None;
    }
    return m_tree.constraintHolds(node) ? Violation::None : Violation::Constraint;
}

bool Session::unexpected(NodeId node) const
{
    return !m_tree.isRange(node) && !m_tree.expectedHolds(node) && m_tree.relevant(node) && violation(node) == Violation::None;
}

std::vector<Doubt> Session::doubts() const
{
    std::vector<Doubt> doubts;
    m_tree.walk(Tree::rootElement(), [&](NodeId node) {
        if (!unexpected(node))
            return;
        const model::Bind* bind = definition().bindOf(m_tree.def(node));
        doubts.push_back({m_tree.ref(node), bind ? text(bind->expectedMessage, node) : std::string()});
    });
    return doubts;
}

std::vector<ValidationFinding> Session::validate() const
{
    std::vector<ValidationFinding> findings;
    m_tree.walk(Tree::rootElement(), [&](NodeId node) {
        const Violation found = violation(node);
        if (found == Violation::None)
            return;
        const model::Bind* bind = definition().bindOf(m_tree.def(node));
        findings.push_back({m_tree.ref(node), found,
            bind ? text(found == Violation::Required ? bind->requiredMessage : bind->constraintMessage, node) : std::string()});
    });
    return findings;
}

} // namespace tashilgar::forms::engine
