#include "app/forms/secondary/json.h"
#include "app/forms/secondary/table.h"

// Spec: RFC 7946, and https://docs.getodk.org/form-datasets/#custom-geojson-data-source
namespace tashilgar::forms::secondary {
namespace {

/// GeoJSON has longitude first, ODK latitude, altitude and accuracy, too.
bool appendPosition(std::string& text, const Json& position)
{
    const auto& parts = position.elements;
    if (position.kind != Json::Kind::Array || parts.size() < 2 || parts[0].kind != Json::Kind::Number
        || parts[1].kind != Json::Kind::Number)
        return false;
    text += parts[1].text + " " + parts[0].text + " ";
    text += parts.size() > 2 && parts[2].kind == Json::Kind::Number ? parts[2].text : "0";
    text += " 0";
    return true;
}

bool appendLine(std::string& text, const Json& positions)
{
    if (positions.kind != Json::Kind::Array)
        return false;
    for (const Json& position : positions.elements) {
        if (!text.empty())
            text += "; ";
        if (!appendPosition(text, position))
            return false;
    }
    return true;
}

/// A point, a line or the outer border of a shape as ODK writes them; nothing for another geometry.
std::optional<std::string> geometryText(const Json& geometry)
{
    const Json* type = geometry.member("type");
    const Json* coordinates = geometry.member("coordinates");
    if (!type || !coordinates)
        return std::nullopt;
    std::string text;
    bool sound = false;
    if (type->isText("Point"))
        sound = appendPosition(text, *coordinates);
    else if (type->isText("LineString"))
        sound = appendLine(text, *coordinates);
    else if (type->isText("Polygon"))
        sound = coordinates->elements.size() == 1 && appendLine(text, coordinates->elements[0]);
    return sound ? std::optional(std::move(text)) : std::nullopt;
}

std::string cellText(const Json& json)
{
    switch (json.kind) {
    case Json::Kind::Null: return {};
    case Json::Kind::String:
    case Json::Kind::Number: return json.text;
    default: return writeJson(json);
    }
}

} // namespace

base::Result<std::unique_ptr<Table>> readGeoJson(std::string_view bytes)
{
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    if (bytes.starts_with(kMark))
        bytes.remove_prefix(kMark.size());
    const base::Result<Json> json = readJson(bytes);
    if (!json)
        return base::fail(json.error());
    const Json* type = json->member("type");
    const Json* features = json->member("features");
    if (!type || !type->isText("FeatureCollection") || !features || features->kind != Json::Kind::Array)
        return base::fail(base::kMalformed, "a GeoJSON file must be a FeatureCollection");
    Table::Builder builder;
    std::size_t number = 0;
    for (const Json& feature : features->elements) {
        ++number;
        const std::string place = "feature " + std::to_string(number);
        builder.beginRow();
        const Json* geometry = feature.member("geometry");
        const auto text = geometry ? geometryText(*geometry) : std::nullopt;
        if (!text)
            return base::fail(base::kMalformed, "is neither a point nor a line nor a shape without holes", place);
        builder.set(builder.column("geometry"), *text);
        if (const Json* id = feature.member("id"))
            builder.set(builder.column("id"), cellText(*id));
        const Json* properties = feature.member("properties");
        if (!properties)
            continue;
        for (const auto& [name, value] : properties->members) {
            // The geometry and the feature's own id win over properties of those names.
            if (name != "geometry" && (name != "id" || !feature.member("id")))
                builder.set(builder.column(name), cellText(value));
        }
    }
    return builder.take();
}

} // namespace tashilgar::forms::secondary
