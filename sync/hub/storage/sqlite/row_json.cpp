#include "sync/hub/storage/sqlite/row_json.h"

#include <boost/json.hpp>

namespace tashilgar::hub::storage {
namespace {

namespace json = boost::json;

tl::unexpected<base::Error> damaged() { return base::fail(base::kMalformed, "a row of the hub's database is damaged"); }

/// Runs \p read on the parsed text; what it throws, and text that is no JSON, is a damaged row.
template <class Reply, class Read>
base::Result<Reply> parsed(std::string_view text, Read read)
{
    try {
        boost::system::error_code error;
        const json::value value = json::parse(text, error);
        if (error)
            return damaged();
        return read(value);
    } catch (const std::exception&) {
        return damaged();
    }
}

} // namespace

std::string textsToJson(const std::vector<std::string>& texts)
{
    return json::serialize(json::array(texts.begin(), texts.end()));
}

base::Result<std::vector<std::string>> textsFromJson(std::string_view text)
{
    return parsed<std::vector<std::string>>(text, [](const json::value& value) {
        std::vector<std::string> texts;
        for (const json::value& item : value.as_array())
            texts.emplace_back(item.as_string());
        return texts;
    });
}

std::string valuesToJson(const std::map<std::string, std::string>& values)
{
    json::object object;
    for (const auto& [name, value] : values)
        object[name] = value;
    return json::serialize(object);
}

base::Result<std::map<std::string, std::string>> valuesFromJson(std::string_view text)
{
    return parsed<std::map<std::string, std::string>>(text, [](const json::value& value) {
        std::map<std::string, std::string> values;
        for (const auto& [name, item] : value.as_object())
            values.emplace(name, item.as_string());
        return values;
    });
}

std::string changesToJson(const std::map<std::string, std::pair<std::string, std::string>>& changes)
{
    json::object object;
    for (const auto& [name, change] : changes)
        object[name] = json::array{change.first, change.second};
    return json::serialize(object);
}

base::Result<std::map<std::string, std::pair<std::string, std::string>>> changesFromJson(std::string_view text)
{
    return parsed<std::map<std::string, std::pair<std::string, std::string>>>(text, [](const json::value& value) {
        std::map<std::string, std::pair<std::string, std::string>> changes;
        for (const auto& [name, item] : value.as_object())
            changes.emplace(name, std::pair(std::string(item.as_array().at(0).as_string()), std::string(item.as_array().at(1).as_string())));
        return changes;
    });
}

} // namespace tashilgar::hub::storage
