#include "platform/storage/removable_places.h"
#include "tests/support/catch.h"

using tashilgar::platform::isRemovable;

TEST_CASE("what people plug in is a second place, the tablet's own disks and images are none", "[platform][storage]")
{
    CHECK(isRemovable("/run/media/n/CARD", "/dev/mmcblk1p1"));
    CHECK(isRemovable("/media/n/STICK", "/dev/sda1"));
    CHECK(isRemovable("/mnt/backup", "/dev/sdb1"));
    CHECK_FALSE(isRemovable("/", "/dev/mmcblk0p2"));
    CHECK_FALSE(isRemovable("/home", "/dev/mmcblk0p3"));
    CHECK_FALSE(isRemovable("/media/image", "/dev/loop3"));
    CHECK_FALSE(isRemovable("/run/media/n/net", "server:/share"));
}
