#include "platform/storage/removable_places.h"

#include <QStorageInfo>

namespace tashilgar::platform {

bool isRemovable(const QString& root, const QByteArray& device)
{
    if (!device.startsWith("/dev/") || device.startsWith("/dev/loop"))
        return false;
    for (const char* parent : {"/media/", "/run/media/", "/mnt/"}) {
        if (root.startsWith(QLatin1String(parent)))
            return true;
    }
    return false;
}

std::vector<RemovablePlace> removablePlaces()
{
    std::vector<RemovablePlace> places;
    for (const QStorageInfo& volume : QStorageInfo::mountedVolumes()) {
        if (volume.isValid() && volume.isReady() && !volume.isReadOnly() && isRemovable(volume.rootPath(), volume.device()))
            places.push_back({volume.rootPath(), volume.displayName(), volume.bytesAvailable()});
    }
    return places;
}

} // namespace tashilgar::platform
