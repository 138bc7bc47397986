#include "app/forms/xlsform/back/item_tree.h"

#include <algorithm>

namespace tashilgar::forms::xlsform::back {

using base::xml::kNoNode;
using base::xml::NodeIndex;

namespace {

class TreeReader {
public:
    TreeReader(const XFormView& view, Messages& messages)
        : m_view(view)
        , m_messages(messages)
    {
    }

    ItemTree run()
    {
        ItemTree tree;
        tree.root = std::make_unique<Item>();
        tree.root->kind = ItemKind::Root;
        tree.root->name = m_view.document().name(m_view.root()).local;
        tree.nodes[tree.root.get()] = m_view.root();
        readChildren(tree, *tree.root, m_view.root(), tree.root->path());
        return tree;
    }

private:
    void readChildren(ItemTree& tree, Item& parent, NodeIndex element, const std::string& path)
    {
        const auto& document = m_view.document();
        std::map<std::string, std::size_t> instances;
        std::map<std::string, const Item*> seen;
        for (NodeIndex child = document.firstElement(element); child != kNoNode; child = document.nextElement(child)) {
            const std::string& name = document.name(child).local;
            const std::string childPath = path + "/" + name;
            const bool repeat = m_view.isRepeat(childPath);
            const auto twin = seen.find(name);
            if (twin != seen.end()) {
                const bool isTemplate
                    = document.attribute(tree.node(*twin->second), "http://openrosa.org/javarosa", "template")
                          .has_value();
                if (!repeat)
                    m_messages.warn({"survey"}, "name-twice",
                        say("\"{}\" stands twice in one group; the second is left out", name));
                else if (++instances[name] > (isTemplate ? 1u : 0u))
                    m_messages.warn({"survey"}, "first-instances",
                        say("the repeat \"{}\" begins with several rows; a spreadsheet begins with one", name));
                continue;
            }
            auto item = std::make_unique<Item>();
            item->name = name;
            const NodeIndex control = m_view.control(childPath);
            const bool isMeta = parent.kind == ItemKind::Root && name == "meta";
            if (isMeta)
                item->kind = ItemKind::Meta;
            else if (repeat)
                item->kind = ItemKind::Repeat;
            else if (document.firstElement(child) != kNoNode
                || (control != kNoNode && document.name(control).local == "group"))
                item->kind = ItemKind::Group;
            Item& added = parent.add(std::move(item));
            tree.nodes[&added] = child;
            seen.emplace(name, &added);
            if (added.kind != ItemKind::Question)
                readChildren(tree, added, child, childPath);
        }
        order(parent, path);
    }

    /// The body decides the order of what is asked.
    void order(Item& parent, const std::string& path)
    {
        std::vector<std::pair<std::size_t, std::size_t>> keys(parent.children.size()); // place in the body, place here
        std::size_t next = SIZE_MAX;
        bool inOrder = true;
        for (std::size_t i = parent.children.size(); i-- > 0;) {
            const NodeIndex control = m_view.control(path + "/" + parent.children[i]->name);
            if (control != kNoNode) {
                const std::size_t position = m_view.position(control);
                inOrder = inOrder && position <= next;
                next = position;
            }
            keys[i] = {next, i};
        }
        if (inOrder)
            return;
        m_messages.warn({"survey"}, "order",
            say("the questions of \"{}\" are put in the order in which they are asked", parent.name));
        std::stable_sort(keys.begin(), keys.end());
        std::vector<std::unique_ptr<Item>> sorted;
        for (const auto& [position, index] : keys)
            sorted.push_back(std::move(parent.children[index]));
        parent.children = std::move(sorted);
    }

    const XFormView& m_view;
    Messages& m_messages;
};

} // namespace

ItemTree readItems(const XFormView& view, Messages& messages) { return TreeReader(view, messages).run(); }

} // namespace tashilgar::forms::xlsform::back
