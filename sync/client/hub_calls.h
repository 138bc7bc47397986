#pragma once

#include "sync/client/account.h"
#include "sync/client/transport.h"
#include "sync/protocol/change.h"
#include "sync/protocol/receipt.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::client {

/// The requests of sync/protocol/DESIGN.md, one function each: builds the request, reads the answer, names the failure
/// (errors.h). Keeps no state but where the hub is and whether it has answered; each call may be repeated.
class HubCalls {
public:
    /// \p pin as in Request. \p token is empty before enrolment; probe() and enrol() never send it.
    HubCalls(Transport& transport, Address address, std::string pin, std::string token, std::stop_token stop);

    /// The next request gives up on a silent address as early as a probe does.
    void hurry() { m_firstPatience = true; }

    /// True once any request was answered by whoever has the pinned key.
    bool hasAnswered() const { return m_answered; }

    struct Probed {
        base::HubId hub;
        std::string pin; ///< all 64 digits
    };
    /// Fails with kNotAHub when the answer lacks the header of a hub.
    base::Result<Probed> probe();
    base::Result<protocol::EnrolReply> enrol(const protocol::EnrolRequest& request);

    /// \p records are those of \p batch, in order. Fails with kDictionaryUnknown.
    base::Result<std::vector<protocol::Receipt>> sendBatch(
        base::Bytes batch, const std::vector<protocol::ReceiptQuestion>& records);
    base::Result<std::vector<protocol::Receipt>> askReceipts(const std::vector<protocol::ReceiptQuestion>& records);

    struct Upload {
        std::string location; ///< path on this hub
        std::optional<std::uint64_t> offset; ///< nothing: ask
    };
    /// Fails with kTooLargeForHub.
    base::Result<Upload> createBlob(std::string_view sha256, std::uint64_t size);
    /// Fails with kNotThere when the hub forgot the upload.
    base::Result<std::uint64_t> offsetOf(const std::string& location);
    /// The new offset. Fails with kOffsetWrong, kBlobMismatch or kNotThere.
    base::Result<std::uint64_t> append(const std::string& location, std::uint64_t offset, base::Bytes bytes);

    /// Fails with kCursorUnknown.
    base::Result<protocol::ChangePage> changes(std::string_view cursor, std::size_t limit);
    /// At most \p length bytes from \p offset, at least one; fewer where the link broke in between. Fails with kNotThere.
    base::Result<base::Bytes> fetchBlob(std::string_view sha256, std::uint64_t offset, std::uint64_t length);

private:
    Request request(Method method, std::string target) const;
    base::Result<Response> send(Request request, bool withToken);

    Transport* m_transport;
    Address m_address;
    std::string m_pin;
    std::string m_token;
    std::stop_token m_stop;
    bool m_firstPatience = false;
    bool m_answered = false;
};

} // namespace tashilgar::client
