#include "app/forms/xlsform/form_tree.h"

#include <algorithm>

namespace tashilgar::forms::xlsform {

bool Item::isIn(const Item& ancestor) const
{
    for (const Item* item = parent; item; item = item->parent) {
        if (item == &ancestor)
            return true;
    }
    return false;
}

std::size_t Item::depth() const
{
    std::size_t depth = 0;
    for (const Item* item = parent; item; item = item->parent)
        ++depth;
    return depth;
}

std::string Item::path() const { return (parent ? parent->path() : std::string()) + "/" + name; }

const Item* Item::repeatAround() const
{
    const Item* item = parent;
    while (item && item->kind != ItemKind::Repeat)
        item = item->parent;
    return item;
}

Item& Item::add(std::unique_ptr<Item> child)
{
    child->parent = this;
    children.push_back(std::move(child));
    return *children.back();
}

const Attribute* Item::bindOf(std::string_view attribute) const
{
    const auto found = std::find_if(bind.begin(), bind.end(), [&](const Attribute& a) { return a.name == attribute; });
    return found != bind.end() ? &*found : nullptr;
}

NameIndex::NameIndex(const Item& root)
{
    walk(root, [&](const Item& item) { m_items[item.name].push_back(&item); });
}

const std::vector<const Item*>& NameIndex::find(std::string_view name) const
{
    static const std::vector<const Item*> none;
    const auto found = m_items.find(std::string(name));
    return found != m_items.end() ? found->second : none;
}

const Item* NameIndex::resolve(std::string_view name, const Item& from) const
{
    const auto& items = find(name);
    if (items.size() == 1)
        return items.front();
    // Several: only those within the nearest repeat around both count.
    const Item* repeat = from.kind == ItemKind::Repeat ? &from : from.repeatAround();
    for (; repeat; repeat = repeat->repeatAround()) {
        const Item* within = nullptr;
        for (const Item* item : items) {
            if (item->isIn(*repeat)) {
                if (within)
                    return nullptr;
                within = item;
            }
        }
        if (within)
            return within;
    }
    return nullptr;
}

std::vector<std::string_view> NameIndex::names() const
{
    std::vector<std::string_view> names;
    for (const auto& [name, items] : m_items)
        names.push_back(name);
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace tashilgar::forms::xlsform
