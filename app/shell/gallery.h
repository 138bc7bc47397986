#pragma once

#include "app/base/result.h"

#include <QQuickWindow>
#include <QString>

#include <filesystem>

namespace tashilgar::shell {

/// Writes the form of the gallery, and the pictures it names, into a folder of its own in \p data. The reply is the form's file.
base::Result<std::filesystem::path> unpackGallery(const std::filesystem::path& data);

/// Draws one piece of the gallery that stands in \p window, by the name under it, into \p file; then ends the program: with 0,
/// or with 1 and a sentence on standard error when there is no such piece or the file cannot be written.
void drawCell(QQuickWindow& window, const QString& name, const std::filesystem::path& file);

} // namespace tashilgar::shell
