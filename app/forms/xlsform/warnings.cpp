#include "app/forms/xlsform/warnings.h"

#include "app/base/text.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace tashilgar::forms::xlsform {

namespace {

/// "English (en)", "Chinese (zh-Hans)", or a code alone.
bool carriesCode(std::string_view language)
{
    const std::size_t open = language.rfind('(');
    const bool bracketed = open != std::string_view::npos && language.ends_with(')');
    const std::string_view code = bracketed ? language.substr(open + 1, language.size() - open - 2) : language;
    const std::string_view main = code.substr(0, code.find('-'));
    return main.size() >= 2 && main.size() <= 3 && std::all_of(main.begin(), main.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
}

/// Collects the lists that \p text reads by instance('list').
void collectLookups(std::string_view text, std::set<std::string, std::less<>>& lists)
{
    constexpr std::string_view kCall = "instance(";
    for (std::size_t at = text.find(kCall); at != std::string_view::npos; at = text.find(kCall, at + 1)) {
        const std::size_t open = text.find_first_not_of(' ', at + kCall.size());
        if (open == std::string_view::npos || (text[open] != '\'' && text[open] != '"'))
            continue;
        const std::size_t close = text.find(text[open], open + 1);
        if (close != std::string_view::npos)
            lists.emplace(base::trim(text.substr(open + 1, close - open - 1)));
    }
}

void collectLookups(const Row& row, std::set<std::string, std::less<>>& lists)
{
    for (const Row::Cell& cell : row.cells())
        collectLookups(cell.text, lists);
}

} // namespace

/// What a translation leaves out is warned about by column, once a language.
void warnAboutTranslations(
    const Table& table, const std::vector<std::string>& languages, const Settings& settings, Messages& messages)
{
    std::vector<std::string> keys;
    for (const Column& column : *table.columns) {
        const bool translatable = column.key == "label" || column.key == "hint" || column.key == "guidance_hint"
            || column.key.starts_with("media:") || column.key.ends_with("Msg");
        if (translatable && std::find(keys.begin(), keys.end(), column.key) == keys.end())
            keys.push_back(column.key);
    }
    for (const std::string& language : languages) {
        std::string missing;
        for (const std::string& key : keys) {
            bool translated = false;
            bool here = false;
            for (const Column& column : *table.columns) {
                if (column.key != key)
                    continue;
                translated = true;
                here = here || (column.language.empty() ? settings.defaultLanguage : column.language) == language;
            }
            if (translated && !here)
                missing += (missing.empty() ? "" : ", ") + key.substr(key.rfind(':') + 1);
        }
        if (!missing.empty())
            messages.warn({table.sheet, 1, {}}, "missing-translation",
                say("the language \"{}\" lacks: {}", language, missing),
                say("Add these columns with that language; until then people will see \"-\"."));
    }
}

void warnAboutLanguages(const std::vector<std::string>& languages, Messages& messages)
{
    std::string without;
    for (const std::string& language : languages) {
        if (language != "default" && !carriesCode(language))
            without += (without.empty() ? "" : ", ") + language;
    }
    if (!without.empty())
        messages.warn({"survey", 1, {}}, "language-code", say("these languages carry no code: {}", without),
            say("Write name and code, as in label::English (en), so that a device finds its own."));
}

void warnAboutUnusedLists(const Choices& choices, const Item& root, const Table& survey,
    const std::vector<EntityDeclaration>& entities, Messages& messages)
{
    std::set<std::string, std::less<>> used;
    walk(root, [&](const Item& item) {
        used.insert(item.choices.list);
        used.insert(item.parameters.get("reference-geometry"));
    });
    for (const Row& row : survey.rows) {
        collectLookups(row, used);
        const TypeCell type = readType(row.text("type"));
        if (type.kind == TypeKind::BeginLoop)
            used.insert(type.list);
    }
    for (const EntityDeclaration& entity : entities)
        collectLookups(entity.row, used);
    for (const ChoiceList& list : choices.lists()) {
        if (!used.contains(list.name) && !list.choices.empty())
            messages.warn(list.choices.front().row.place("list_name"), "unused-list",
                say("the list \"{}\" is offered by no question", list.name),
                say("Check its name in the type column, or take the list away."));
    }
}

} // namespace tashilgar::forms::xlsform
