#pragma once

#include "app/forms/xlsform/print/printed_form.h"

namespace tashilgar::forms::xlsform::print {

/// The part of a question in which a pen writes: circles, boxes, lines, a frame.
std::string answerArea(const Item& item, const PrintedForm& form);

/// The choices of a select, as the columns of a table; empty when they come from a file or a repeat.
std::vector<std::string> choiceLabels(const Item& item, const PrintedForm& form);

} // namespace tashilgar::forms::xlsform::print
