#include "sync/protocol/json.h"

#include "app/base/zones.h"

namespace tashilgar::protocol::json {

Members::Members(const boost::json::value& value, std::string place)
    : m_object(value.if_object())
    , m_place(std::move(place))
{
    if (!m_object)
        fault("this should be an object");
}

Members::Members(const boost::json::object& object, std::string place)
    : m_object(&object)
    , m_place(std::move(place))
{
}

const boost::json::value* Members::find(std::string_view name) const
{
    return m_object ? m_object->if_contains(name) : nullptr;
}

void Members::fault(std::string sentence)
{
    if (m_fault.empty())
        m_fault = std::move(sentence);
}

std::string Members::text(std::string_view name)
{
    const boost::json::value* value = find(name);
    if (!value || !value->is_string()) {
        fault(fmt::format("\"{}\" is missing or no text", name));
        return {};
    }
    return std::string(value->get_string());
}

std::string Members::optionalText(std::string_view name) { return find(name) ? text(name) : std::string(); }

std::uint64_t Members::count(std::string_view name)
{
    const boost::json::value* value = find(name);
    boost::system::error_code error;
    const auto number = value ? value->to_number<std::uint64_t>(error) : 0;
    if (!value || error)
        fault(fmt::format("\"{}\" is missing or no count", name));
    return number;
}

std::int64_t Members::number(std::string_view name)
{
    const boost::json::value* value = find(name);
    boost::system::error_code error;
    const auto number = value ? value->to_number<std::int64_t>(error) : 0;
    if (!value || error)
        fault(fmt::format("\"{}\" is missing or no whole number", name));
    return number;
}

bool Members::flag(std::string_view name, bool otherwise)
{
    const boost::json::value* value = find(name);
    if (!value)
        return otherwise;
    if (!value->is_bool()) {
        fault(fmt::format("\"{}\" is neither true nor false", name));
        return otherwise;
    }
    return value->get_bool();
}

base::Instant Members::time(std::string_view name)
{
    const auto moment = parseTime(text(name));
    if (!moment) {
        fault(fmt::format("\"{}\" is no moment", name));
        return {};
    }
    return *moment;
}

const boost::json::array* Members::array(std::string_view name, bool required)
{
    const boost::json::value* value = find(name);
    if (!value && !required)
        return nullptr;
    if (!value || !value->is_array()) {
        fault(fmt::format("\"{}\" is missing or no list", name));
        return nullptr;
    }
    return &value->get_array();
}

const boost::json::object* Members::object(std::string_view name, bool required)
{
    const boost::json::value* value = find(name);
    if (!value && !required)
        return nullptr;
    if (!value || !value->is_object()) {
        fault(fmt::format("\"{}\" is missing or no object", name));
        return nullptr;
    }
    return &value->get_object();
}

std::vector<std::string> Members::texts(std::string_view name, bool required)
{
    std::vector<std::string> all;
    if (const boost::json::array* items = array(name, required)) {
        all.reserve(items->size());
        for (const boost::json::value& item : *items) {
            if (item.is_string())
                all.emplace_back(item.get_string());
            else
                fault(fmt::format("\"{}\" holds something that is no text", name));
        }
    }
    return all;
}

base::Result<boost::json::value> parse(std::string_view text, std::string_view place)
{
    boost::system::error_code error;
    try {
        boost::json::value value = boost::json::parse(text, error);
        if (error)
            return base::fail(base::kMalformed, "this is no JSON: " + error.message(), std::string(place));
        return value;
    } catch (const std::exception&) {
        return base::fail(base::kTooLarge, "there is no memory for this JSON", std::string(place));
    }
}

std::string write(const boost::json::value& value) { return boost::json::serialize(value); }

boost::json::array arrayOf(const std::vector<std::string>& texts)
{
    boost::json::array array;
    array.reserve(texts.size());
    for (const std::string& text : texts)
        array.emplace_back(text);
    return array;
}

base::Result<base::Instant> parseTime(std::string_view text)
{
    static const auto utc = base::Zone::named("UTC");
    if (!utc)
        return base::fail(utc.error());
    return base::parseIso(text, **utc);
}

} // namespace tashilgar::protocol::json
