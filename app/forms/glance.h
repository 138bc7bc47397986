#pragma once

#include "app/forms/entry.h"
#include "app/forms/submission.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::forms {

/// Looking at a part of an entry at the cost of that part: for pages that show a few places of a large form.

/// As Entry::view(), without what a select offers: a table of many rows over a long list asks for this.
base::Result<NodeView> glance(const Entry& entry, std::string_view ref);
/// The labels of what the answer of a select or rank holds, in the active language, in its order; the value itself where
/// nothing offers it.
std::vector<std::string> chosenLabels(const Entry& entry, std::string_view ref);
/// A choice that is a place: its value, and its `geometry` as ODK writes it. Spec: the select-from-map appearance.
struct ChoicePlace {
    std::string value;
    std::string geometry;
};
/// The choices of a select that have a geometry, in their order; of choices without one there is nothing to show on a map.
std::vector<ChoicePlace> choicePlaces(const Entry& entry, std::string_view ref);
/// A question's label where no row is meant, as the head of a column: its short form where it has one, outputs left out.
/// \p path has no positions. Empty where the form has none.
std::string columnLabel(const Form& form, std::string_view path, std::string_view language);

/// The questions of a repeat and the repeats inside it, in the order of the body. \p path has no positions.
std::vector<Field> fieldsWithin(const Form& form, std::string_view path);

/// Whether a group, or an instance of a repeat, holds nothing but questions, and of those no more than \p most: it would make
/// one page. \p path has no positions. Costs at most \p most steps.
bool isShortGroup(const Form& form, std::string_view path, std::size_t most);

/// The walk that Entry::events() lists, a step at a time; a place that the body names twice is met once. After
/// {PromptRepeat, range} comes what follows the repeat, also where it does not prompt; before {Repeat, range}, the range
/// given without position, what stands before its first instance. A group or instance given as a Question is left without
/// being entered.
std::optional<Event> firstEvent(const Entry& entry);
std::optional<Event> lastEvent(const Entry& entry);
std::optional<Event> eventAfter(const Entry& entry, const Event& event);
std::optional<Event> eventBefore(const Entry& entry, const Event& event);

} // namespace tashilgar::forms
