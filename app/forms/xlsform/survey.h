#pragma once

#include "app/forms/xlsform/choices.h"
#include "app/forms/xlsform/form_tree.h"
#include "app/forms/xlsform/settings.h"

namespace tashilgar::forms::xlsform {

/// The survey sheet as a tree, with all that XLSForm adds by itself: the text question of or_other, the counter of a
/// repeat, the label row of a table-list, the copies of a loop. Choices may gain an "other". Problems are reported; the
/// tree is whole even then, so that later checks find theirs too.
std::unique_ptr<Item> readSurvey(const Table& survey, Choices& choices, const Choices& externalChoices, const Choices& osm,
                                 const Settings& settings, Messages& messages);

/// Names, references, triggers, prefixes of attributes: everything that needs the whole tree. \p namespaces are those that
/// will be declared, by prefix.
void checkSurvey(const Item& root, const NameIndex& names, const Table& survey,
                 const std::vector<std::pair<std::string, std::string>>& namespaces, Messages& messages);
/// References in the labels and media of choices.
void checkChoiceReferences(const Choices& choices, const Item& root, const NameIndex& names, Messages& messages);

} // namespace tashilgar::forms::xlsform
