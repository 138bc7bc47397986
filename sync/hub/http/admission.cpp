#include "sync/hub/http/admission.h"

namespace tashilgar::hub::http {

Admission::Place::~Place()
{
    if (m_owner)
        m_owner->leave(m_address);
}

std::optional<Admission::Place> Admission::admit(const std::string& address)
{
    const std::lock_guard lock(m_mutex);
    if (m_all >= m_most)
        return std::nullopt;
    std::size_t& ofAddress = m_byAddress[address];
    if (ofAddress >= m_mostOfAddress)
        return std::nullopt; // it has connections, so its entry is not an empty one
    ++ofAddress;
    ++m_all;
    return Place(shared_from_this(), address);
}

void Admission::leave(const std::string& address)
{
    const std::lock_guard lock(m_mutex);
    --m_all;
    const auto found = m_byAddress.find(address);
    if (--found->second == 0)
        m_byAddress.erase(found);
}

} // namespace tashilgar::hub::http
