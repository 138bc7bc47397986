#include "app/forms/serialise/instance_writer.h"

#include "app/base/text.h"
#include "app/base/xml/writer.h"

#include "app/forms/parse/names.h"

#include <algorithm>

namespace tashilgar::forms::serialise {

using instance::kNoNode;
using instance::NodeId;
using instance::Tree;

namespace {

/// The same text gives the same bytes, however its marks were typed.
std::string composed(const std::string& value)
{
    const bool ascii = std::all_of(value.begin(), value.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return ascii ? value : base::toNfc(value);
}

class Writer {
public:
    Writer(const engine::Session& session, Extent extent)
        : m_session(session)
        , m_tree(session.tree())
        , m_extent(extent)
    {
    }

    std::string take()
    {
        element(Tree::rootElement(), true);
        return std::move(m_out);
    }

private:
    bool holdsAnything(NodeId node) const
    {
        bool any = false;
        m_tree.walk(node, [&](NodeId at) { any = any || !m_tree.value(at).empty(); });
        return any;
    }

    bool isWritten(NodeId node) const
    {
        const model::NodeDef& def = m_tree.definitionOf(node);
        if (def.onlyWhenSet && !holdsAnything(node))
            return false;
        return m_extent == Extent::Whole || m_tree.relevant(node);
    }

    // depth is bounded by the definition's
    void element(NodeId node, bool root, bool parked = false)
    {
        const model::NodeDef& def = m_tree.definitionOf(node);
        const std::string name = def.name.qualified();
        m_out += '<' + name;
        if (root) {
            for (const auto& declaration : m_session.form().submissionNamespaces) {
                m_out += declaration.prefix.empty() ? " xmlns" : " xmlns:" + declaration.prefix;
                m_out += "=\"" + base::xml::escapeAttribute(declaration.uri) + '"';
            }
        }
        if (parked) // declared here, for few drafts need it
            m_out += " xmlns:tsh=\"" + std::string(parse::kTashilgar) + "\" tsh:parked=\"true\"";
        bool open = false;
        const auto openOnce = [&] {
            if (!open)
                m_out += '>';
            open = true;
        };
        for (std::uint32_t slot = 0; slot < m_tree.slotCount(node); ++slot) {
            const NodeId child = m_tree.inSlot(node, slot);
            const model::NodeDef& childDef = m_tree.definitionOf(child);
            if (childDef.attribute) {
                if (isWritten(child))
                    m_out += ' ' + childDef.name.qualified() + "=\"" + base::xml::escapeAttribute(composed(m_tree.value(child))) + '"';
                continue;
            }
            if (m_tree.isRange(child)) {
                for (const NodeId instanceNode : m_tree.instances(child)) {
                    if (isWritten(instanceNode))
                        openOnce(), element(instanceNode, false);
                }
                if (m_extent == Extent::Whole) {
                    for (const NodeId instanceNode : m_session.parked(child))
                        openOnce(), element(instanceNode, false, true);
                }
            } else if (isWritten(child)) {
                openOnce();
                element(child, false);
            }
        }
        if (def.leaf) {
            const std::string& value = m_extent == Extent::Whole ? m_session.givenValue(node) : m_tree.value(node);
            if (!value.empty()) {
                openOnce();
                m_out += base::xml::escapeText(composed(value));
            }
        }
        m_out += open ? "</" + name + '>' : std::string("/>");
    }

    const engine::Session& m_session;
    const Tree& m_tree;
    Extent m_extent;
    std::string m_out;
};

} // namespace

std::string writeInstance(const engine::Session& session, Extent extent) { return Writer(session, extent).take(); }

} // namespace tashilgar::forms::serialise
