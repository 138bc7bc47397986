#include "sync/hub/domain/app_users.h"

#include "app/base/text.h"
#include "app/base/uuid.h"
#include "sync/hub/domain/secrets.h"

namespace tashilgar::hub::domain {

base::Result<NewAppUser> addAppUser(
    storage::Writer& writer, std::string_view username, std::string_view name, base::Instant now, base::Random& random)
{
    const auto person = writer.person(username);
    if (!person)
        return base::fail(person.error());
    if (!*person)
        return base::fail(kPersonUnknown, "nobody in this programme has that name", std::string(username));
    storage::Device device;
    device.id = base::DeviceId(base::uuid4(random));
    device.name = base::normaliseTyped(name);
    device.username = username;
    device.enrolledAt = now;
    device.kind = storage::DeviceKind::AppUser;
    std::string token = newToken(random);
    TASHILGAR_TRY(writer.addDevice(device, hashOf(token)));
    return NewAppUser{device.id, std::move(token)};
}

base::Result<std::vector<storage::Device>> appUsers(storage::Reader& reader)
{
    auto devices = reader.devices();
    if (devices)
        std::erase_if(*devices, [](const storage::Device& device) { return device.kind != storage::DeviceKind::AppUser; });
    return devices;
}

} // namespace tashilgar::hub::domain
