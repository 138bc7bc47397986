#pragma once

#include "app/fieldwork/filling.h"
#include "app/viewmodels/outline_model.h"

#include <QString>

namespace tashilgar::viewmodels {

/// Everything that the fill page shows besides its questions, worked out from an entry.

/// What is left before the end: first what must be put right, then what nobody has given a reason for, then what is unanswered
/// though not needed, but for the cells of rosters.
std::vector<MissingRow> missingOf(const fieldwork::Filling& filling);

/// The language of \p languages ("فارسی (fa)") that fits \p code, or empty.
std::string languageFor(const std::vector<std::string>& languages, const QString& code);
/// "fa" of "فارسی (fa)"; the whole name when there are no brackets.
QString languageCode(const std::string& language);
bool isRightToLeft(const QString& languageCode);

} // namespace tashilgar::viewmodels
