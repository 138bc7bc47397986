#include "sync/protocol/message.h"

#include "app/base/zones.h"
#include "sync/protocol/json.h"
#include "sync/protocol/person_json.h"

namespace tashilgar::protocol {
namespace {

PublicKey keyOf(json::Members& members, std::string_view name)
{
    const auto key = PublicKey::fromText(members.text(name));
    if (!key)
        members.fault(fmt::format("\"{}\" is no public key", name));
    return key.value_or(PublicKey());
}

std::string proofText(const EnrolRequest& request)
{
    return fmt::format("tashilgar-enrol-1\n{}\n{}\n{}\n", request.code, request.deviceName, request.deviceKey.text());
}

} // namespace

EnrolRequest EnrolRequest::make(std::string code, std::string deviceName, const SigningKey& deviceKey)
{
    EnrolRequest request{std::move(code), std::move(deviceName), deviceKey.publicKey(), {}};
    request.signature = deviceKey.sign(proofText(request));
    return request;
}

bool EnrolRequest::isProved() const { return deviceKey.verifies(proofText(*this), signature); }

boost::json::object encodePerson(const Person& person)
{
    return {{"username", person.username}, {"name", person.name}, {"role", person.role}, {"office", person.office}};
}

base::Result<Person> decodePerson(const boost::json::value& value)
{
    json::Members members(value, "person");
    Person person{members.text("username"), members.text("name"), members.optionalText("role"), members.optionalText("office")};
    if (!members.isSound())
        return base::fail(members.error());
    return person;
}

std::string encode(const EnrolRequest& request)
{
    return json::write(boost::json::object{
        {"code", request.code}, {"deviceName", request.deviceName}, {"devicePublicKey", request.deviceKey.text()},
        {"signature", request.signature}});
}

base::Result<EnrolRequest> decodeEnrolRequest(std::string_view text)
{
    const auto value = json::parse(text, "enrolment");
    if (!value)
        return base::fail(value.error());
    json::Members members(*value, "enrolment");
    EnrolRequest request;
    request.code = members.text("code");
    request.deviceName = members.text("deviceName");
    request.deviceKey = keyOf(members, "devicePublicKey");
    if (request.deviceName.size() > 200)
        members.fault("the name of the device is too long");
    request.signature = members.text("signature");
    if (members.isSound() && !request.isProved())
        members.fault("the request is not signed by the key that it names");
    if (!members.isSound())
        return base::fail(members.error());
    return request;
}

std::string encode(const EnrolReply& reply)
{
    return json::write(boost::json::object{{"deviceId", reply.device.value()}, {"token", reply.token},
        {"hubId", reply.hub.value()}, {"receiptKeyId", reply.receiptKeyId}, {"receiptKey", reply.receiptKey.text()},
        {"programme", {{"id", reply.programmeId}, {"name", reply.programmeName}}}, {"person", encodePerson(reply.person)},
        {"serverTime", base::toIsoUtc(reply.serverTime)}});
}

base::Result<EnrolReply> decodeEnrolReply(std::string_view text)
{
    const auto value = json::parse(text, "answer to enrolment");
    if (!value)
        return base::fail(value.error());
    json::Members members(*value, "answer to enrolment");
    EnrolReply reply;
    reply.device = base::DeviceId(members.text("deviceId"));
    reply.token = members.text("token");
    reply.hub = base::HubId(members.text("hubId"));
    reply.receiptKeyId = members.text("receiptKeyId");
    reply.receiptKey = keyOf(members, "receiptKey");
    reply.serverTime = members.time("serverTime");
    if (const boost::json::object* programme = members.object("programme")) {
        json::Members inner(*programme, "answer to enrolment, programme");
        reply.programmeId = inner.text("id");
        reply.programmeName = inner.text("name");
        if (!inner.isSound())
            return base::fail(inner.error());
    }
    if (const boost::json::object* person = members.object("person")) {
        auto decoded = decodePerson(*person);
        if (!decoded)
            return base::fail(decoded.error());
        reply.person = std::move(*decoded);
    }
    if (reply.device.empty() || reply.token.empty() || reply.receiptKey.id() != reply.receiptKeyId)
        members.fault("the answer names no device, no token or another key");
    if (!members.isSound())
        return base::fail(members.error());
    return reply;
}

} // namespace tashilgar::protocol
