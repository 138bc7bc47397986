#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace tashilgar::hub::http {

/// Counts connections, all and by address, so that one address cannot take every place. Any thread may call.
class Admission : public std::enable_shared_from_this<Admission> {
public:
    Admission(std::size_t most, std::size_t mostOfAddress)
        : m_most(most)
        , m_mostOfAddress(mostOfAddress)
    {
    }

    /// One connection's place, given back with the object.
    class Place {
    public:
        Place(Place&& other) noexcept = default;
        Place& operator=(Place&&) = delete;
        ~Place();

    private:
        friend class Admission;
        Place(std::shared_ptr<Admission> owner, std::string address)
            : m_owner(std::move(owner))
            , m_address(std::move(address))
        {
        }
        std::shared_ptr<Admission> m_owner; ///< none after it was moved from
        std::string m_address;
    };

    /// A place for a connection from \p address; nothing when there is none for it.
    std::optional<Place> admit(const std::string& address);

private:
    void leave(const std::string& address);

    std::size_t m_most;
    std::size_t m_mostOfAddress;
    std::mutex m_mutex;
    std::size_t m_all = 0;
    std::map<std::string, std::size_t> m_byAddress; ///< only addresses with connections
};

} // namespace tashilgar::hub::http
