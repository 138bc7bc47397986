#include "sync/client/openrosa/shelf_note.h"

#include <boost/json.hpp>

namespace tashilgar::client::openrosa {

namespace json = boost::json;

namespace {

json::array written(const ShelfNote::File& file) { return {file.hash, file.sha256, file.size}; }

ShelfNote::File fileIn(const json::value& value)
{
    const json::array& parts = value.as_array();
    return {json::value_to<std::string>(parts.at(0)), json::value_to<std::string>(parts.at(1)), parts.at(2).to_number<std::uint64_t>()};
}

} // namespace

std::string ShelfNote::write() const
{
    json::array all;
    for (const auto& [version, form] : forms) {
        json::object media;
        for (const auto& [name, file] : form.media)
            media[name] = written(file);
        all.push_back(json::object{{"id", version.form.value()}, {"version", version.version}, {"title", form.title},
            {"xml", written(form.xml)}, {"media", std::move(media)}});
    }
    json::object marks;
    for (const auto& [name, mark] : lists)
        marks[name] = mark;
    return json::serialize(json::object{{"openrosa", 1}, {"forms", std::move(all)}, {"lists", std::move(marks)}});
}

ShelfNote ShelfNote::read(std::string_view text)
try {
    ShelfNote note;
    const json::value read = json::parse(json::string_view(text.data(), text.size()));
    for (const json::value& one : read.at("forms").as_array()) {
        Form form{json::value_to<std::string>(one.at("title")), fileIn(one.at("xml")), {}};
        for (const auto& [name, file] : one.at("media").as_object())
            form.media.emplace(std::string(name), fileIn(file));
        note.forms.emplace(base::FormVersion{base::FormId(json::value_to<std::string>(one.at("id"))),
                               json::value_to<std::string>(one.at("version"))},
            std::move(form));
    }
    for (const auto& [name, mark] : read.at("lists").as_object())
        note.lists.emplace(std::string(name), json::value_to<std::string>(mark));
    return note;
} catch (const std::exception&) {
    return {};
}

} // namespace tashilgar::client::openrosa
