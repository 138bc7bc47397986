#pragma once

#include "app/forms/xlsform/choices.h"
#include "app/forms/xlsform/form_tree.h"

namespace tashilgar::forms::xlsform {

/// Turns the parameters of \p item into attributes of its bind and control, and into its choice source, and reports those
/// its type does not know or whose values it cannot take. Spec: https://xlsform.org/en/#parameters
void applyParameters(Item& item, const Choices& choices, Messages& messages);

} // namespace tashilgar::forms::xlsform
