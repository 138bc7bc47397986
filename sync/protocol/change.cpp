#include "sync/protocol/change.h"

#include "sync/protocol/batch.h"
#include "sync/protocol/json.h"
#include "sync/protocol/person_json.h"

namespace tashilgar::protocol {
namespace {

boost::json::object encodeChange(const FormPublished& form)
{
    boost::json::array media;
    for (const MediaFile& file : form.media)
        media.push_back(boost::json::object{{"name", file.name}, {"sha256", file.sha256}, {"size", file.size}});
    return {{"kind", "form"}, {"formId", form.form.form.value()}, {"version", form.form.version}, {"title", form.title},
        {"sha256", form.sha256}, {"size", form.size}, {"media", std::move(media)}};
}

boost::json::object encodeChange(const FormRetired& form)
{
    return {{"kind", "formRetired"}, {"formId", form.form.form.value()}, {"version", form.form.version}};
}

boost::json::object encodeChange(const ListReset& list)
{
    return {{"kind", "list"}, {"name", list.list.value()}, {"columns", json::arrayOf(list.columns)},
        {"entities", list.entities}, {"reset", true}};
}

boost::json::object encodeChange(const ListRows& rows)
{
    boost::json::array upsert;
    upsert.reserve(rows.upsert.size());
    for (const ListRow& row : rows.upsert) {
        boost::json::object values;
        for (const auto& [column, value] : row.values)
            values[column] = value;
        upsert.push_back(boost::json::object{{"key", row.key}, {"version", row.version}, {"values", std::move(values)}});
    }
    return {{"kind", "rows"}, {"name", rows.list.value()}, {"upsert", std::move(upsert)}, {"remove", json::arrayOf(rows.remove)}};
}

boost::json::object encodeChange(const ProgrammeChanged& programme)
{
    boost::json::array people;
    for (const Person& person : programme.people)
        people.push_back(encodePerson(person));
    return {{"kind", "programme"}, {"name", programme.name}, {"people", std::move(people)}};
}

void requireHash(json::Members& members, const std::string& hash)
{
    if (!isSha256Hex(hash))
        members.fault("\"sha256\" is no SHA-256");
}

base::Result<Change> decodeForm(json::Members members)
{
    FormPublished form;
    form.form = {base::FormId(members.text("formId")), members.optionalText("version")};
    form.title = members.optionalText("title");
    form.sha256 = members.text("sha256");
    form.size = members.count("size");
    requireHash(members, form.sha256);
    if (form.form.form.empty())
        members.fault("the form has no id");
    if (const boost::json::array* media = members.array("media", false)) {
        for (const boost::json::value& item : *media) {
            json::Members file(item, "change, media");
            form.media.push_back({file.text("name"), file.text("sha256"), file.count("size")});
            requireHash(file, form.media.back().sha256);
            if (!file.isSound())
                return base::fail(file.error());
        }
    }
    if (!members.isSound())
        return base::fail(members.error());
    return form;
}

base::Result<Change> decodeRetired(json::Members members)
{
    FormRetired form{{base::FormId(members.text("formId")), members.optionalText("version")}};
    if (!members.isSound())
        return base::fail(members.error());
    return form;
}

base::Result<Change> decodeList(json::Members members)
{
    ListReset list{base::ListName(members.text("name")), members.texts("columns"), members.flag("entities", false)};
    if (list.list.empty())
        members.fault("the list has no name");
    if (!members.isSound())
        return base::fail(members.error());
    return list;
}

base::Result<Change> decodeRows(json::Members members)
{
    ListRows rows;
    rows.list = base::ListName(members.text("name"));
    rows.remove = members.texts("remove", false);
    if (const boost::json::array* upsert = members.array("upsert", false)) {
        rows.upsert.reserve(upsert->size());
        for (const boost::json::value& item : *upsert) {
            json::Members inner(item, "change, row");
            ListRow row;
            row.key = inner.text("key");
            row.version = inner.number("version");
            if (const boost::json::object* values = inner.object("values")) {
                for (const auto& [column, value] : *values) {
                    if (value.is_string())
                        row.values.emplace(column, value.get_string());
                    else
                        inner.fault("a value of a row is no text");
                }
            }
            if (row.key.empty())
                inner.fault("a row has no key");
            if (!inner.isSound())
                return base::fail(inner.error());
            rows.upsert.push_back(std::move(row));
        }
    }
    if (!members.isSound())
        return base::fail(members.error());
    return rows;
}

base::Result<Change> decodeProgramme(json::Members members)
{
    ProgrammeChanged programme;
    programme.name = members.text("name");
    if (const boost::json::array* people = members.array("people", false)) {
        for (const boost::json::value& item : *people) {
            auto person = decodePerson(item);
            if (!person)
                return base::fail(person.error());
            programme.people.push_back(std::move(*person));
        }
    }
    if (!members.isSound())
        return base::fail(members.error());
    return programme;
}

using Decoder = base::Result<Change> (*)(json::Members);
struct Kind {
    std::string_view name;
    Decoder decode;
};
constexpr Kind kKinds[] = {{"form", decodeForm}, {"formRetired", decodeRetired}, {"list", decodeList}, {"rows", decodeRows},
    {"programme", decodeProgramme}};

} // namespace

std::string encode(const ChangePage& page)
{
    boost::json::array changes;
    changes.reserve(page.changes.size());
    for (const Change& change : page.changes)
        changes.push_back(std::visit([](const auto& one) { return encodeChange(one); }, change));
    return json::write(boost::json::object{{"cursor", page.cursor}, {"more", page.more}, {"changes", std::move(changes)}});
}

base::Result<ChangePage> decodeChangePage(std::string_view text)
{
    const auto value = json::parse(text, "changes");
    if (!value)
        return base::fail(value.error());
    json::Members members(*value, "changes");
    ChangePage page;
    page.cursor = members.text("cursor");
    page.more = members.flag("more", false);
    if (const boost::json::array* changes = members.array("changes")) {
        for (const boost::json::value& item : *changes) {
            json::Members change(item, "change");
            const std::string name = change.text("kind");
            if (!change.isSound())
                return base::fail(change.error());
            for (const Kind& kind : kKinds) {
                if (kind.name != name)
                    continue;
                auto decoded = kind.decode(std::move(change));
                if (!decoded)
                    return base::fail(decoded.error());
                page.changes.push_back(std::move(*decoded));
                break;
            }
        }
    }
    if (!members.isSound())
        return base::fail(members.error());
    return page;
}

} // namespace tashilgar::protocol
