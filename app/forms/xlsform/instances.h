#pragma once

#include "app/forms/xlsform/choices.h"
#include "app/forms/xlsform/entities.h"
#include "app/forms/xlsform/form_tree.h"

namespace tashilgar::forms::xlsform {

/// A secondary instance: a list of the choices sheet, or a file beside the form.
struct SecondaryInstance {
    std::string id;
    std::string source;              ///< "jr://file-csv/blocks.csv"; empty for a list
    const ChoiceList* list = nullptr;
    Place place;                     ///< what asked for it first
};

/// All secondary instances the form needs, each once. The same id for two different things is reported, and so is a
/// reference geometry that names none of them.
std::vector<SecondaryInstance> collectInstances(const Item& root, const Choices& choices,
                                                const std::vector<EntityDeclaration>& entities, Messages& messages);

} // namespace tashilgar::forms::xlsform
