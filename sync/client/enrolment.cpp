#include "sync/client/enrolment.h"

#include "sync/client/hub_calls.h"
#include "sync/protocol/invitation.h"

#include <algorithm>

namespace tashilgar::client {

base::Result<Offer> Offer::read(std::string_view text, const std::vector<std::string>& addresses)
{
    Offer offer;
    offer.addresses = addresses;
    if (auto shown = protocol::Invitation::parse(text)) {
        offer.code = shown->code;
        offer.pin = shown->pin;
        offer.hubName = shown->hubName;
        for (std::string& address : shown->addresses) {
            if (std::ranges::find(offer.addresses, address) == offer.addresses.end())
                offer.addresses.push_back(std::move(address));
        }
    } else if (const auto typed = protocol::TypedInvitation::parse(text)) {
        offer.code = typed->code;
        offer.pin = typed->pinPrefix;
    } else {
        return base::fail(shown.error());
    }
    if (offer.addresses.empty())
        return base::fail(base::kNotFound, "a typed code needs the hub's address beside it");
    return offer;
}

Enrolment::Enrolment(Transport& transport, AccountBook& book)
    : m_transport(&transport)
    , m_book(&book)
{
}

base::Result<Account> Enrolment::enrol(const Offer& offer, const std::string& deviceName, std::stop_token stop)
{
    const auto key = m_book->deviceKey();
    if (!key)
        return base::fail(key.error());

    std::optional<base::Error> worst;
    for (const std::string& text : offer.addresses) {
        const auto address = Address::parse(text);
        if (!address) {
            worst = address.error();
            continue;
        }
        HubCalls hub(*m_transport, *address, offer.pin, {}, stop);
        const auto probed = hub.probe();
        if (!probed) {
            if (probed.error().code == base::kCancelled)
                return base::fail(probed.error());
            // That another hub answered is the better thing to tell than that a second address was silent.
            if (!worst || worst->code != kOtherHub)
                worst = probed.error();
            continue;
        }

        auto reply = hub.enrol(protocol::EnrolRequest::make(offer.code, deviceName, *key));
        if (!reply)
            return base::fail(std::move(reply).error());
        m_serverTime = reply->serverTime;

        Account account;
        account.hub = reply->hub;
        account.hubName = offer.hubName;
        account.addresses.push_back(text);
        for (const std::string& other : offer.addresses) {
            if (other != text)
                account.addresses.push_back(other);
        }
        account.pin = probed->pin;
        account.receiptKey = reply->receiptKey;
        account.receiptKeyId = reply->receiptKeyId;
        account.device = reply->device;
        account.deviceName = deviceName;
        account.token = reply->token;
        account.programmeId = reply->programmeId;
        account.programmeName = reply->programmeName;
        account.person = reply->person;
        TASHILGAR_TRY(m_book->keep(account));
        return account;
    }
    return base::fail(std::move(*worst));
}

std::chrono::milliseconds Enrolment::clockDifference(const base::Clock& clock) const
{
    return m_serverTime == base::Instant() ? std::chrono::milliseconds(0) : clock.now() - m_serverTime;
}

} // namespace tashilgar::client
