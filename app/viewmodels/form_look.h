#pragma once

#include <QString>

namespace tashilgar::viewmodels {

/// The sign of a form: its own for the six that are shipped, a sheet of paper for all others.
QString formGlyph(const std::string& formId);
/// Shipped forms stand in the order of a working day, all others after them.
int formPlace(const std::string& formId);
/// One line of what a shipped form is for and how long it takes; empty for others.
QString formPurpose(const std::string& formId);

} // namespace tashilgar::viewmodels
