#pragma once

#include "app/forms/xlsform/choices.h"
#include "app/forms/xlsform/entities.h"
#include "app/forms/xlsform/form_tree.h"

namespace tashilgar::forms::xlsform {

/// What a form can live with but its author did not mean.

/// Columns that one language has and another lacks.
void warnAboutTranslations(
    const Table& table, const std::vector<std::string>& languages, const Settings& settings, Messages& messages);
/// Languages whose name carries no code, so that clients cannot match them to the device's. Spec:
/// https://xlsform.org/en/#multiple-language-support
void warnAboutLanguages(const std::vector<std::string>& languages, Messages& messages);
/// Lists of choices that no question offers and no expression looks up.
void warnAboutUnusedLists(const Choices& choices, const Item& root, const Table& survey,
    const std::vector<EntityDeclaration>& entities, Messages& messages);

} // namespace tashilgar::forms::xlsform
