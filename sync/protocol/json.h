#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"

#include <boost/json.hpp>

#include <string>
#include <string_view>
#include <vector>

/// Reading JSON from a stranger. Private to this folder.
namespace tashilgar::protocol::json {

/// The members of one object. A member that is missing or of another type is remembered as the first fault and reads as
/// empty; unknown members are ignored.
class Members {
public:
    /// What is read outlives this object.
    explicit Members(const boost::json::value& value, std::string place);
    explicit Members(const boost::json::object& object, std::string place);
    Members(boost::json::value&&, std::string) = delete;

    std::string text(std::string_view name);
    std::string optionalText(std::string_view name);
    std::uint64_t count(std::string_view name);
    std::int64_t number(std::string_view name);
    bool flag(std::string_view name, bool otherwise);
    base::Instant time(std::string_view name);
    /// Null when it is not there and not \p required.
    const boost::json::array* array(std::string_view name, bool required = true);
    const boost::json::object* object(std::string_view name, bool required = true);
    std::vector<std::string> texts(std::string_view name, bool required = true);

    void fault(std::string sentence);
    bool isSound() const { return m_fault.empty(); }
    /// kMalformed with the first fault.
    base::Error error() const { return {base::kMalformed, m_fault, m_place}; }

private:
    const boost::json::value* find(std::string_view name) const;

    const boost::json::object* m_object = nullptr;
    std::string m_place;
    std::string m_fault;
};

/// Fails with kMalformed; never throws.
base::Result<boost::json::value> parse(std::string_view text, std::string_view place);
std::string write(const boost::json::value& value);
boost::json::array arrayOf(const std::vector<std::string>& texts);
/// ISO 8601 in UTC. Nothing when it is no moment.
base::Result<base::Instant> parseTime(std::string_view text);

} // namespace tashilgar::protocol::json
