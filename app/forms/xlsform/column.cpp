#include "app/forms/xlsform/column.h"

#include "app/base/text.h"
#include "app/forms/xlsform/messages.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace tashilgar::forms::xlsform {

namespace {

using Alias = std::pair<std::string_view, std::string_view>;

/// Spellings, lower case with underscores for blanks, and the key each stands for.
constexpr auto kSurvey = std::to_array<Alias>({
    {"type", "type"},
    {"command", "type"},
    {"name", "name"},
    {"tag", "name"},
    {"value", "name"},
    {"label", "label"},
    {"caption", "label"},
    {"hint", "hint"},
    {"guidance_hint", "guidance_hint"},
    {"image", "media:image"},
    {"big-image", "media:big-image"},
    {"audio", "media:audio"},
    {"video", "media:video"},
    {"relevant", "bind:relevant"},
    {"relevance", "bind:relevant"},
    {"required", "bind:required"},
    {"constraint", "bind:constraint"},
    {"calculation", "bind:calculate"},
    {"calculate", "bind:calculate"},
    {"read_only", "bind:readonly"},
    {"readonly", "bind:readonly"},
    {"constraint_message", "bind:jr:constraintMsg"},
    {"constraining_message", "bind:jr:constraintMsg"},
    {"required_message", "bind:jr:requiredMsg"},
    {"requiredmsg", "bind:jr:requiredMsg"},
    {"noapperrorstring", "bind:jr:noAppErrorString"},
    {"no_app_error_string", "bind:jr:noAppErrorString"},
    {"appearance", "control:appearance"},
    {"autoplay", "control:autoplay"},
    {"rows", "control:rows"},
    {"repeat_count", "control:jr:count"},
    {"count", "control:jr:count"},
    {"jr:count", "control:jr:count"},
    {"save_to", "bind:entities:saveto"},
    {"compact_tag", "instance:odk:tag"},
    {"sms_field", "sms_field"},
    {"sms_option", "sms_option"},
    {"trigger", "trigger"},
    {"default", "default"},
    {"parameters", "parameters"},
    {"choice_filter", "choice_filter"},
    {"query", "choice_filter"},
    {"disabled", "disabled"},
    {"intent", "control:intent"},
    {"hxl", "hxl"},
});
constexpr auto kChoices = std::to_array<Alias>({
    {"list_name", "list_name"},
    {"name", "name"},
    {"value", "name"},
    {"label", "label"},
    {"caption", "label"},
    {"image", "media:image"},
    {"big-image", "media:big-image"},
    {"audio", "media:audio"},
    {"video", "media:video"},
});
constexpr auto kSettings = std::to_array<Alias>({
    {"form_title", "form_title"},
    {"title", "form_title"},
    {"set_form_title", "form_title"},
    {"form_id", "form_id"},
    {"id_string", "form_id"},
    {"set_form_id", "form_id"},
    {"name", "name"},
    {"form_name", "name"},
    {"version", "version"},
    {"instance_name", "instance_name"},
    {"instance_id", "instance_id"},
    {"instance_xmlns", "instance_xmlns"},
    {"default_language", "default_language"},
    {"style", "style"},
    {"namespaces", "namespaces"},
    {"public_key", "public_key"},
    {"submission_url", "submission_url"},
    {"auto_send", "auto_send"},
    {"auto_delete", "auto_delete"},
    {"client_editable", "client_editable"},
    {"allow_choice_duplicates", "allow_choice_duplicates"},
    {"omit_instanceid", "omit_instanceID"},
    {"clean_text_values", "clean_text_values"},
    {"add_none_option", "add_none_option"},
    {"flat", "flat"},
    {"prefix", "prefix"},
    {"delimiter", "delimiter"},
    {"sms_keyword", "sms_keyword"},
    {"sms_separator", "sms_separator"},
    {"sms_allow_media", "sms_allow_media"},
    {"sms_date_format", "sms_date_format"},
    {"sms_datetime_format", "sms_datetime_format"},
    {"sms_response", "sms_response"},
});
constexpr auto kEntities = std::to_array<Alias>({
    {"list_name", "list_name"},
    {"dataset", "list_name"},
    {"label", "label"},
    {"entity_id", "entity_id"},
    {"create_if", "create_if"},
    {"update_if", "update_if"},
    {"repeat", "repeat"},
});

template <std::size_t N>
std::vector<std::string_view> spellings(const std::array<Alias, N>& aliases)
{
    std::vector<std::string_view> names;
    for (const auto& [from, to] : aliases)
        names.push_back(from);
    return names;
}

template <std::size_t N>
std::string_view lookUp(const std::array<Alias, N>& aliases, std::string_view spelling)
{
    for (const auto& [from, to] : aliases) {
        if (from == spelling)
            return to;
    }
    return {};
}

std::string_view lookUp(SheetKind kind, std::string_view spelling)
{
    switch (kind) {
    case SheetKind::Survey:
        return lookUp(kSurvey, spelling);
    case SheetKind::Choices:
        return lookUp(kChoices, spelling);
    case SheetKind::Settings:
        return lookUp(kSettings, spelling);
    case SheetKind::Entities:
        return lookUp(kEntities, spelling);
    }
    return {};
}

/// "Form Title " -> "form_title"
std::string spellingOf(std::string_view text)
{
    std::string spelling = base::toLowerAscii(base::normaliseSpace(text));
    std::replace(spelling.begin(), spelling.end(), ' ', '_');
    return spelling;
}

std::vector<std::string> piecesOf(std::string_view header, std::string_view separator)
{
    std::vector<std::string> pieces;
    while (true) {
        const std::size_t at = header.find(separator);
        pieces.emplace_back(base::trim(header.substr(0, at)));
        if (at == std::string_view::npos)
            return pieces;
        header.remove_prefix(at + separator.size());
    }
}

/// Prefixes that belong to a name and are no separator: "bind:jr:constraintMsg", "jr:count".
bool isPrefix(std::string_view piece)
{
    return piece == "jr" || piece == "odk" || piece == "orx" || piece == "tsh" || piece == "entities" || piece == "ex";
}

/// With ":" as the separator a prefix has been cut off its name: joined again.
std::vector<std::string> rejoined(const std::vector<std::string>& pieces)
{
    std::vector<std::string> joined;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (isPrefix(pieces[i]) && i + 1 < pieces.size()) {
            joined.push_back(pieces[i] + ":" + pieces[i + 1]);
            ++i;
        } else {
            joined.push_back(pieces[i]);
        }
    }
    return joined;
}

std::string joinedFrom(const std::vector<std::string>& pieces, std::size_t first)
{
    std::string text;
    for (std::size_t i = first; i < pieces.size(); ++i)
        text += (i > first ? "::" : "") + pieces[i];
    return text;
}

} // namespace

Column readHeader(std::string_view header, SheetKind kind, bool singleColon)
{
    Column column{{}, {}, std::string(base::trim(header))};
    std::vector<std::string> pieces =
        header.find("::") != std::string_view::npos || !singleColon ? piecesOf(header, "::") : rejoined(piecesOf(header, ":"));
    const std::string first = spellingOf(pieces[0]);

    if (kind == SheetKind::Survey || kind == SheetKind::Choices) {
        std::string group = first == "body" ? "control" : first;
        if (pieces.size() > 1 && (group == "bind" || group == "control" || group == "instance" || group == "media")
            && (kind == SheetKind::Survey || group == "media")) {
            // "bind::constraint message" is the column constraint_message by its long name.
            const std::string_view known = lookUp(kind, spellingOf(pieces[1]));
            column.key = known.starts_with(group + ":") ? std::string(known) : group + ":" + pieces[1];
            column.language = joinedFrom(pieces, 2);
            return column;
        }
    }
    if (kind == SheetKind::Settings && first == "attribute" && pieces.size() > 1) {
        column.key = "attribute:" + joinedFrom(pieces, 1);
        return column;
    }
    const std::string_view known = lookUp(kind, first);
    if (!known.empty()) {
        column.key = known;
        column.language = joinedFrom(pieces, 1);
        return column;
    }
    column.key = "extra:" + column.header;
    return column;
}

std::string_view nearestHeader(std::string_view header, SheetKind kind)
{
    const std::string first = spellingOf(header.substr(0, header.find(':')));
    switch (kind) {
    case SheetKind::Survey:
        return nearest(first, spellings(kSurvey));
    case SheetKind::Choices:
        return nearest(first, spellings(kChoices));
    case SheetKind::Settings:
        return nearest(first, spellings(kSettings));
    case SheetKind::Entities:
        return nearest(first, spellings(kEntities));
    }
    return {};
}

} // namespace tashilgar::forms::xlsform
