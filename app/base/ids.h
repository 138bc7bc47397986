#pragma once

#include <compare>
#include <functional>
#include <string>
#include <utility>

namespace tashilgar::base {

/// A name that cannot be mistaken for another kind of name. Holds any text; whether it is well formed is the
/// business of whoever reads it from outside.
template <class Tag>
class Id {
public:
    Id() = default;
    explicit Id(std::string value)
        : m_value(std::move(value))
    {
    }
    const std::string& value() const { return m_value; }
    bool empty() const { return m_value.empty(); }
    friend auto operator<=>(const Id&, const Id&) = default;

private:
    std::string m_value;
};

using FormId = Id<struct FormIdTag>;             ///< `id` of the primary instance, "tsh_household"
using InstanceId = Id<struct InstanceIdTag>;     ///< orx:instanceID, "uuid:…"
using DraftId = Id<struct DraftIdTag>;           ///< an unfinished entry on one tablet
using DeviceId = Id<struct DeviceIdTag>;         ///< one enrolled tablet
using EntityId = Id<struct EntityIdTag>;         ///< `name` of an entity, a UUID
using ListName = Id<struct ListNameTag>;         ///< an entity list or attached data file, "households"
using HubId = Id<struct HubIdTag>;               ///< one hub, by its receipt key

/// One published state of a form. Version is the form's own text and may be empty.
struct FormVersion {
    FormId form;
    std::string version;
    friend auto operator<=>(const FormVersion&, const FormVersion&) = default;
};

} // namespace tashilgar::base

template <class Tag>
struct std::hash<tashilgar::base::Id<Tag>> {
    std::size_t operator()(const tashilgar::base::Id<Tag>& id) const noexcept
    {
        return std::hash<std::string>()(id.value());
    }
};
