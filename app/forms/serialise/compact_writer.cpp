#include "app/forms/serialise/compact_writer.h"

#include "app/base/text.h"
#include "app/forms/parse/names.h"

#include <optional>

namespace tashilgar::forms::serialise {

using instance::NodeId;
using instance::Tree;

namespace {

std::optional<std::string> odkAttribute(const Tree& tree, NodeId element, std::string_view local)
{
    for (std::uint32_t slot = 0; slot < tree.slotCount(element); ++slot) {
        const NodeId child = tree.inSlot(element, slot);
        const model::NodeDef& def = tree.definitionOf(child);
        if (!def.attribute)
            break;
        if (def.name.local == local && def.name.uri == parse::kOdk)
            return tree.value(child);
    }
    return std::nullopt;
}

std::string guarded(const std::string& value, const std::string& delimiter)
{
    std::string text;
    for (std::size_t at = 0; at < value.size();) {
        if (!delimiter.empty() && value.compare(at, delimiter.size(), delimiter) == 0) {
            text += '\\' + delimiter;
            at += delimiter.size();
            continue;
        }
        if (value[at] == '\\')
            text += '\\';
        text += value[at++];
    }
    return text;
}

} // namespace

std::string writeCompact(const engine::Session& session)
{
    const Tree& tree = session.tree();
    const std::string delimiter = odkAttribute(tree, Tree::rootElement(), "delimiter").value_or(" ");
    std::string line = odkAttribute(tree, Tree::rootElement(), "prefix").value_or("");
    tree.walk(Tree::rootElement(), [&](NodeId node) {
        const model::NodeDef& def = tree.definitionOf(node);
        if (tree.isRange(node) || def.attribute || !def.leaf || !tree.relevant(node) || tree.value(node).empty())
            return;
        if (const auto tag = odkAttribute(tree, node, "tag"))
            line += (line.empty() ? "" : delimiter) + *tag + delimiter + guarded(tree.value(node), delimiter);
    });
    return line;
}

} // namespace tashilgar::forms::serialise
