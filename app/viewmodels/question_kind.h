#pragma once

#include "app/forms/node_view.h"

#include <QString>

namespace tashilgar::viewmodels {

/// The control that fits a node: the name of a file in qml/questions, without "Question". "Unknown" where there is none
/// yet: such a question shows its value and keeps it.
QString controlFor(const forms::NodeView& view);

/// The answer as a person would read it: labels of choices, digits and dates of the language. Empty when unanswered.
/// \p rightToLeft: how the form's language is read.
QString shownAnswer(const forms::NodeView& view, bool rightToLeft);

/// A question a person can answer (not a heading, a note or a calculation).
bool takesAnswer(const forms::NodeView& view);

bool hasAppearance(const forms::NodeView& view, std::string_view word);

} // namespace tashilgar::viewmodels
