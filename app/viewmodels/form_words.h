#pragma once

#include "app/forms/entry.h"

#include <QString>

#include <string>

namespace tashilgar::viewmodels {

/// Whether the texts of \p entry are read from right to left: by its language in force, by the interface where it has none.
bool readsRightToLeft(const forms::Entry& entry);

/// A text of the form (label, hint, message, name of an instance) as a page shows it: DisplayText::worded() in the
/// direction of the form's language.
QString formWords(const std::string& utf8, bool rightToLeft);
QString formWords(const forms::Entry& entry, const std::string& utf8);

} // namespace tashilgar::viewmodels
