#include "sync/hub/domain/enrolment.h"

#include "app/base/text.h"
#include "app/base/uuid.h"
#include "sync/hub/domain/secrets.h"
#include "sync/protocol/invitation.h"

#include <algorithm>

namespace tashilgar::hub::domain {
namespace {

constexpr std::size_t kMaxToken = 200;

base::Result<bool> isDevice(storage::Reader& reader, const base::DeviceId& id, const protocol::PublicKey& key)
{
    const auto devices = reader.devices();
    if (!devices)
        return base::fail(devices.error());
    return std::ranges::any_of(*devices, [&](const storage::Device& device) {
        return device.id == id && device.publicKey == key.text() && !device.revokedAt;
    });
}

} // namespace

bool Caller::sees(std::string_view neighbourhood) const
{
    return !neighbourhoods || neighbourhood.empty() || std::ranges::find(*neighbourhoods, neighbourhood) != neighbourhoods->end();
}

base::Result<std::string> inviteDevice(storage::Writer& writer, std::string_view username, base::Instant now, base::Random& random,
    std::chrono::seconds lifetime)
{
    const auto person = writer.person(username);
    if (!person)
        return base::fail(person.error());
    if (!*person)
        return base::fail(kPersonUnknown, "nobody in this programme has that name", std::string(username));
    const std::string code = protocol::newEnrolCode(random);
    TASHILGAR_TRY(writer.addEnrolCode({hashOf(code), std::string(username), now, now + lifetime, {}}));
    return code;
}

base::Result<protocol::EnrolReply> enrol(storage::Writer& writer, const protocol::EnrolRequest& request,
    const HubIdentity& identity, base::Instant now, base::Random& random)
{
    const auto typed = protocol::normaliseEnrolCode(request.code);
    const std::string hash = hashOf(typed.value_or(""));
    const auto code = writer.enrolCode(hash);
    if (!code)
        return base::fail(code.error());
    if (!typed || !*code)
        return base::fail(kCodeUnknown, "this hub knows no such code; check it, or ask for a new one");
    // The tablet that used it may ask again, because the answer was lost or the question came late a second time: it is told the
    // same, so that nothing which it was told before ends.
    const bool again = (*code)->usedAt.has_value();
    if (again) {
        const auto same = isDevice(writer, (*code)->usedBy, request.deviceKey);
        if (!same)
            return base::fail(same.error());
        if (!*same)
            return base::fail(kCodeUsed, "this code was used already; each tablet needs its own");
    }
    if (!again && (*code)->expiresAt <= now)
        return base::fail(kCodeExpired, "this code is out of time; ask for a new one");
    const auto person = writer.person((*code)->username);
    if (!person)
        return base::fail(person.error());
    if (!*person)
        return base::fail(kCodeUnknown, "the person of this code has left the programme");
    const auto programme = writer.programme();
    if (!programme)
        return base::fail(programme.error());

    const base::DeviceId id = again ? (*code)->usedBy : base::DeviceId(base::uuid4(random));
    const std::string token = identity.tokenOf(id);
    if (!again) {
        storage::Device device;
        device.id = id;
        device.name = base::normaliseTyped(request.deviceName);
        device.username = (*code)->username;
        device.publicKey = request.deviceKey.text();
        device.enrolledAt = now;
        TASHILGAR_TRY(writer.addDevice(device, hashOf(token)));
        TASHILGAR_TRY(writer.useEnrolCode(hash, id, now));
    }

    protocol::EnrolReply reply;
    reply.device = id;
    reply.token = token;
    reply.hub = identity.id();
    reply.receiptKey = identity.receiptKey.publicKey();
    reply.receiptKeyId = reply.receiptKey.id();
    reply.programmeId = programme->id;
    reply.programmeName = programme->name;
    reply.person = **person;
    reply.serverTime = now;
    return reply;
}

base::Result<void> signOff(storage::Writer& writer, const base::DeviceId& device, base::Instant now)
{
    const auto devices = writer.devices();
    if (!devices)
        return base::fail(devices.error());
    if (std::ranges::find(*devices, device, &storage::Device::id) == devices->end())
        return base::fail(kDeviceUnknown, "this hub has no such tablet", device.value());
    return writer.revokeDevice(device, now);
}

base::Result<std::size_t> signOffAllOf(storage::Writer& writer, std::string_view username, base::Instant now)
{
    const auto person = writer.person(username);
    const auto devices = writer.devices();
    if (!person || !devices)
        return base::fail(person ? devices.error() : person.error());
    if (!*person)
        return base::fail(kPersonUnknown, "nobody in this programme has that name", std::string(username));
    std::size_t count = 0;
    for (const storage::Device& device : *devices) {
        if (device.username != username || device.revokedAt)
            continue;
        TASHILGAR_TRY(writer.revokeDevice(device.id, now));
        ++count;
    }
    TASHILGAR_TRY(writer.endEnrolCodes(username, now));
    return count;
}

namespace {

base::Result<Caller> callerFor(storage::Reader& reader, storage::Device device)
{
    if (device.revokedAt)
        return base::fail(kDeviceRevoked, "this tablet was withdrawn; it must be enrolled again");
    auto person = reader.person(device.username);
    if (!person)
        return base::fail(person.error());
    if (!*person) // a person of no office sees all; nobody must become one by being missing
        return base::fail(kTokenUnknown, "the person of this tablet is not in the programme; it must be enrolled again");
    Caller caller{std::move(device), std::move(**person), {}};
    if (!caller.person.office.empty()) {
        auto neighbourhoods = reader.neighbourhoodsOf(caller.person.office);
        if (!neighbourhoods)
            return base::fail(neighbourhoods.error());
        caller.neighbourhoods = std::move(*neighbourhoods);
    }
    return caller;
}

} // namespace

base::Result<Caller> callerOf(storage::Reader& reader, std::string_view token, storage::DeviceKind kind)
{
    if (token.empty() || token.size() > kMaxToken)
        return base::fail(kTokenUnknown, "this tablet is not known here; it must be enrolled");
    auto device = reader.deviceByTokenHash(hashOf(token));
    if (!device)
        return base::fail(device.error());
    if (!*device || (*device)->kind != kind)
        return base::fail(kTokenUnknown, "this tablet is not known here; it must be enrolled");
    return callerFor(reader, std::move(**device));
}

base::Result<Caller> callerWith(storage::Reader& reader, const base::DeviceId& device)
{
    auto devices = reader.devices();
    if (!devices)
        return base::fail(devices.error());
    for (storage::Device& one : *devices) {
        if (one.id == device && one.kind == storage::DeviceKind::Tablet)
            return callerFor(reader, std::move(one));
    }
    return base::fail(kDeviceUnknown, "no tablet of this id was enrolled here", device.value());
}

} // namespace tashilgar::hub::domain
