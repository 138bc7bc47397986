#pragma once

#include "app/forms/secondary/reader.h"

namespace tashilgar::fuzz {

/// Whatever is read as a list can be walked to its end.
inline void walkList(std::string_view bytes, std::string_view uri)
{
    const auto list = forms::secondary::readSecondary(bytes, uri);
    if (!list)
        return;
    const forms::xpath::Dom& dom = *list->dom;
    for (auto node = list->root; node;) {
        (void)dom.stringView(node.id);
        auto next = dom.firstChild(node.id);
        for (; !next && node && node != list->root; node = dom.parent(node.id))
            next = dom.nextSibling(node.id);
        node = next;
    }
}

} // namespace tashilgar::fuzz
