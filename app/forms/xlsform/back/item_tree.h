#pragma once

#include "app/forms/xlsform/back/xform_view.h"
#include "app/forms/xlsform/form_tree.h"
#include "app/forms/xlsform/messages.h"

namespace tashilgar::forms::xlsform::back {

/// The primary instance as items, in the order in which questions are asked; what is not asked keeps its place before
/// what follows it. Only kinds, names and parents are filled in; `nodes` leads back to the element of each.
struct ItemTree {
    std::unique_ptr<Item> root;
    std::map<const Item*, base::xml::NodeIndex> nodes;

    base::xml::NodeIndex node(const Item& item) const { return nodes.at(&item); }
};

/// A repeat's template, or else its first instance, stands for it; what a spreadsheet cannot say is warned about.
ItemTree readItems(const XFormView& view, Messages& messages);

} // namespace tashilgar::forms::xlsform::back
