#include "app/forms/xlsform/question_type.h"

#include "app/base/text.h"
#include "app/forms/xlsform/messages.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace tashilgar::forms::xlsform {

namespace {

constexpr auto kTypes = std::to_array<QuestionType>({
    {"text", Control::Input},
    {"integer", Control::Input, "int"},
    {"decimal", Control::Input, "decimal"},
    {"date", Control::Input, "date"},
    {"time", Control::Input, "time"},
    {"dateTime", Control::Input, "dateTime"},
    {"geopoint", Control::Input, "geopoint"},
    {"geotrace", Control::Input, "geotrace"},
    {"geoshape", Control::Input, "geoshape"},
    {"barcode", Control::Input, "barcode"},
    {"note", Control::Input, "string", {}, {}, {}, true},
    {"acknowledge", Control::Trigger},
    {"image", Control::Upload, "binary", "image/*"},
    {"audio", Control::Upload, "binary", "audio/*"},
    {"video", Control::Upload, "binary", "video/*"},
    {"file", Control::Upload, "binary", "application/*"},
    {"osm", Control::Upload, "binary", "osm/*"},
    {"range", Control::Range, "int"},
    {"select_one", Control::Select1},
    {"select_multiple", Control::Select},
    {"rank", Control::Rank, "odk:rank"},
    {"calculate", Control::None},
    {"hidden", Control::None},
    {"xml-external", Control::None},
    {"csv-external", Control::None},
    {"start", Control::None, "dateTime", {}, "timestamp", "start"},
    {"end", Control::None, "dateTime", {}, "timestamp", "end"},
    {"today", Control::None, "date", {}, "date", "today"},
    {"deviceid", Control::None, "string", {}, "property", "deviceid"},
    {"username", Control::None, "string", {}, "property", "username"},
    {"phonenumber", Control::None, "string", {}, "property", "phonenumber"},
    {"email", Control::None, "string", {}, "property", "email"},
    {"subscriberid", Control::None, "string", {}, "property", "subscriberid"},
    {"simserial", Control::None, "string", {}, "property", "simserial"},
    {"uri:deviceid", Control::None, "string", {}, "property", "uri:deviceid"},
    {"uri:username", Control::None, "string", {}, "property", "uri:username"},
    {"uri:phonenumber", Control::None, "string", {}, "property", "uri:phonenumber"},
    {"uri:email", Control::None, "string", {}, "property", "uri:email"},
    {"uri:subscriberid", Control::None, "string", {}, "property", "uri:subscriberid"},
    {"uri:simserial", Control::None, "string", {}, "property", "uri:simserial"},
    {"audit", Control::None, "binary"},
    {"start-geopoint", Control::None, "geopoint"},
    {"background-geopoint", Control::None, "geopoint"},
    {"background-audio", Control::None, "binary"},
    {"percentage", Control::Input, "int", {}, {}, {}, false, "0 <= . and . <= 100"},
    {"phone number", Control::Input, "string", {}, {}, {}, false, "regex(., '^\\d*$')"},
    {"number of days in last month", Control::Input, "int", {}, {}, {}, false, "0 <= . and . <= 31"},
    {"number of days in last six months", Control::Input, "int", {}, {}, {}, false, "0 <= . and . <= 183"},
    {"number of days in last year", Control::Input, "int", {}, {}, {}, false, "0 <= . and . <= 365"},
});

using Alias = std::pair<std::string_view, std::string_view>;
constexpr auto kAliases = std::to_array<Alias>({
    {"string", "text"},
    {"int", "integer"},
    {"datetime", "dateTime"},
    {"date time", "dateTime"},
    {"gps", "geopoint"},
    {"location", "geopoint"},
    {"photo", "image"},
    {"trigger", "acknowledge"},
    {"imei", "deviceid"},
    {"device id", "deviceid"},
    {"start time", "start"},
    {"end time", "end"},
    {"get start time", "start"},
    {"get end time", "end"},
    {"get today", "today"},
    {"get device id", "deviceid"},
    {"get subscriber id", "subscriberid"},
    {"get sim id", "simserial"},
    {"get phone number", "phonenumber"},
    {"subscriber id", "subscriberid"},
    {"sim id", "simserial"},
    {"add text prompt", "text"},
    {"add integer prompt", "integer"},
    {"add decimal prompt", "decimal"},
    {"add date prompt", "date"},
    {"add time prompt", "time"},
    {"add date time prompt", "dateTime"},
    {"add location prompt", "geopoint"},
    {"add photo prompt", "image"},
    {"add image prompt", "image"},
    {"add audio prompt", "audio"},
    {"add video prompt", "video"},
    {"add file prompt", "file"},
    {"add barcode prompt", "barcode"},
    {"add note prompt", "note"},
    {"add acknowledge prompt", "acknowledge"},
    {"add calculate prompt", "calculate"},
    {"q text", "text"},
    {"q string", "text"},
    {"q int", "integer"},
    {"q decimal", "decimal"},
    {"q date", "date"},
    {"q time", "time"},
    {"q dateTime", "dateTime"},
    {"q geopoint", "geopoint"},
    {"q location", "geopoint"},
    {"q geotrace", "geotrace"},
    {"q geoshape", "geoshape"},
    {"q image", "image"},
    {"q picture", "image"},
    {"q audio", "audio"},
    {"q video", "video"},
    {"q note", "note"},
    {"q barcode", "barcode"},
    {"q acknowledge", "acknowledge"},
    {"q calculate", "calculate"},
});

/// Select words and what they stand for; the longest that fits wins.
struct SelectWord {
    std::string_view words;
    std::string_view type;
    bool fromFile = false;
    bool external = false;
};
constexpr auto kSelects = std::to_array<SelectWord>({
    {"select_one_from_file", "select_one", true},
    {"select_multiple_from_file", "select_multiple", true},
    {"select one from file", "select_one", true},
    {"select multiple from file", "select_multiple", true},
    {"select_one_external", "select_one", false, true},
    {"select one external", "select_one", false, true},
    {"add select one prompt using", "select_one"},
    {"add select multiple prompt using", "select_multiple"},
    {"select all that apply from", "select_multiple"},
    {"select all that apply", "select_multiple"},
    {"select one from", "select_one"},
    {"select_multiple", "select_multiple"},
    {"select multiple", "select_multiple"},
    {"select_one", "select_one"},
    {"select one", "select_one"},
    {"select1", "select_one"},
    {"rank", "rank"},
});

const QuestionType* byName(std::string_view name)
{
    const auto found = std::find_if(kTypes.begin(), kTypes.end(), [&](const QuestionType& type) { return type.name == name; });
    return found != kTypes.end() ? &*found : nullptr;
}

bool takeSuffix(std::string& text, std::string_view suffix)
{
    if (!text.ends_with(suffix))
        return false;
    text.resize(text.size() - suffix.size());
    return true;
}

TypeCell readStructure(const std::string& cell)
{
    const std::string words = [&] {
        std::string lower = base::toLowerAscii(cell);
        std::replace(lower.begin(), lower.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(lower.size(), 6)), '_', ' ');
        return lower;
    }();
    const bool begins = words.starts_with("begin ");
    if (!begins && !words.starts_with("end "))
        return {};
    const std::string rest = words.substr(begins ? 6 : 4);
    TypeCell type;
    if (rest == "group")
        type.kind = begins ? TypeKind::BeginGroup : TypeKind::EndGroup;
    else if (rest == "repeat" || rest == "lgroup" || rest == "looped group")
        type.kind = begins ? TypeKind::BeginRepeat : TypeKind::EndRepeat;
    else if (rest == "loop" || rest.starts_with("loop over "))
        type.kind = begins ? TypeKind::BeginLoop : TypeKind::EndLoop;
    if (type.kind == TypeKind::BeginLoop && rest.size() > 10)
        type.list = std::string(base::trim(std::string_view(cell).substr(cell.size() - (rest.size() - 10))));
    return type;
}

} // namespace

const QuestionType* findQuestionType(std::string_view cell)
{
    const std::string text = base::normaliseSpace(cell);
    if (const QuestionType* type = byName(text))
        return type;
    for (const auto& [alias, name] : kAliases) {
        if (alias == text)
            return byName(name);
    }
    // The reference accepts lower case only; a person who writes "Text" means text all the same.
    const std::string lower = base::toLowerAscii(text);
    if (const QuestionType* type = byName(lower))
        return type;
    for (const auto& [alias, name] : kAliases) {
        if (alias == lower)
            return byName(name);
    }
    return nullptr;
}

std::string_view nearestType(std::string_view cell)
{
    std::vector<std::string_view> names;
    for (const QuestionType& type : kTypes)
        names.push_back(type.name);
    for (const auto name : {"begin group", "end group", "begin repeat", "end repeat", "begin_group", "end_group", "begin_repeat",
                            "end_repeat", "select_one_from_file", "select_multiple_from_file"})
        names.emplace_back(name);
    const std::size_t blank = cell.find(' ');
    const std::string_view whole = nearest(cell, names);
    return whole.empty() && blank != std::string_view::npos ? nearest(cell.substr(0, blank), names) : whole;
}

TypeCell readType(std::string_view cell)
{
    std::string text = base::normaliseSpace(cell);
    TypeCell type = readStructure(text);
    if (type.kind != TypeKind::Unknown)
        return type;

    const std::string lower = base::toLowerAscii(text);
    for (const SelectWord& select : kSelects) {
        if (!lower.starts_with(select.words) || (lower.size() > select.words.size() && lower[select.words.size()] != ' '))
            continue;
        type.kind = TypeKind::Select;
        type.question = byName(select.type);
        type.fromFile = select.fromFile;
        type.external = select.external;
        type.list = text.substr(std::min(text.size(), select.words.size() + 1));
        for (const std::string_view suffix : {" or_other", " or other", " or specify other"})
            type.orOther = takeSuffix(type.list, suffix) || type.orOther;
        return type;
    }
    if (lower == "osm" || lower.starts_with("osm ")) {
        type.kind = TypeKind::Osm;
        type.question = byName("osm");
        type.list = text.size() > 4 ? text.substr(4) : "";
        return type;
    }
    type.question = findQuestionType(text);
    if (type.question) {
        type.kind = type.question->name == "csv-external" ? TypeKind::CsvExternal
            : type.question->name == "xml-external"       ? TypeKind::XmlExternal
                                                          : TypeKind::Question;
    }
    return type;
}

} // namespace tashilgar::forms::xlsform
