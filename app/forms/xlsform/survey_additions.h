#pragma once

#include "app/forms/xlsform/choices.h"
#include "app/forms/xlsform/form_tree.h"
#include "app/forms/xlsform/settings.h"

namespace tashilgar::forms::xlsform {

// What XLSForm adds to the rows of a survey by itself.

/// A count that is no plain reference is calculated in a row of its own, beside the repeat in \p parent.
void addRepeatCounter(Item& repeat, Item& parent);

/// A group with the appearance "table-list": selects of one list under one row of labels.
class TableList {
public:
    /// Starts the table when \p group asks for one: a page whose own label is the first thing on it.
    void begin(Item& group);
    /// Takes in a select: the first brings the row that shows the labels, all others hide theirs. Does nothing where there
    /// is no table.
    void join(Item& select, Item& parent, Messages& messages);

private:
    enum class State : std::uint8_t { None, Waiting, Running };
    State m_state = State::None;
    std::string m_list;
};

/// A loop is a group for each choice of its list, each with all questions of the loop.
void unrollLoop(Item& loop, const ChoiceList& list);

/// or_other: a choice "other", and a text question for it.
void addOther(Item& select, Item& parent, Choices& choices, Messages& messages);

/// instanceID and its neighbours, as the last part of the form. \p audit may be null.
void addMeta(Item& root, std::unique_ptr<Item> audit, const Settings& settings);

} // namespace tashilgar::forms::xlsform
