#pragma once

#include <QString>

#include <vector>

namespace tashilgar::platform {

/// Where something can be kept apart from the tablet: a card, a stick, a disk that is mounted now and can be written.
struct RemovablePlace {
    QString folder; ///< its root
    QString name; ///< as the system calls it
    qint64 freeBytes = 0;
};

/// Asks the system each time; costs no reading of the media.
std::vector<RemovablePlace> removablePlaces();
/// Whether a mount with this root and this device is one, by where Linux desktops mount what people plug in.
bool isRemovable(const QString& root, const QByteArray& device);

} // namespace tashilgar::platform
