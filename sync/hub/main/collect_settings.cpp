#include "sync/hub/main/collect_settings.h"

#include "app/base/bytes.h"

#include <boost/json.hpp>
#include <zlib.h>

namespace tashilgar::hub {

namespace json = boost::json;

base::Result<std::string> collectSettings(std::string_view serverUrl, std::string_view projectName)
{
    // As Central sets up its own: the list of forms follows the server, what is finished leaves by itself.
    const json::object settings{{"general", json::object{{"server_url", serverUrl}, {"form_update_mode", "match_exactly"},
                                                {"autosend", "wifi_and_cellular"}}},
        {"project", json::object{{"name", projectName}}}, {"admin", json::object{}}};
    const std::string text = json::serialize(settings);
    std::string packed(compressBound(static_cast<uLong>(text.size())), '\0');
    auto size = static_cast<uLongf>(packed.size());
    if (compress2(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(text.data()),
            static_cast<uLong>(text.size()), Z_BEST_COMPRESSION)
        != Z_OK)
        return base::fail(base::kIoError, "the settings could not be packed");
    packed.resize(size);
    return base::toBase64(base::bytesOf(packed));
}

} // namespace tashilgar::hub
