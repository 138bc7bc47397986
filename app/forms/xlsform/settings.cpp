#include "app/forms/xlsform/settings.h"

#include "app/base/text.h"
#include "app/forms/xlsform/expression.h"

#include <array>
#include <fmt/format.h>

namespace tashilgar::forms::xlsform {

namespace {

/// `tsh="https://…" ex="http://…"`
void readNamespaces(const Row& row, Settings& settings, Messages& messages)
{
    std::string_view text = row.text("namespaces");
    while (!(text = base::trim(text)).empty()) {
        const std::size_t equals = text.find('=');
        const std::size_t open = text.find_first_of("\"'", equals == std::string_view::npos ? 0 : equals);
        const std::size_t close = open == std::string_view::npos ? open : text.find(text[open], open + 1);
        const std::string_view prefix = base::trim(text.substr(0, equals));
        if (equals == std::string_view::npos || close == std::string_view::npos || !isName(prefix)) {
            messages.error(row.place("namespaces"), "namespaces-syntax", say("the namespaces could not be read"),
                           say("Write them as prefix=\"http://example.com/name\", with a blank between two."));
            return;
        }
        settings.namespaces.emplace_back(prefix, text.substr(open + 1, close - open - 1));
        text.remove_prefix(close + 1);
    }
}

} // namespace

bool meansYes(std::string_view text)
{
    const std::string lower = base::toLowerAscii(base::trim(text));
    return lower == "yes" || lower == "true" || lower == "true()";
}

bool meansNo(std::string_view text)
{
    const std::string lower = base::toLowerAscii(base::trim(text));
    return lower == "no" || lower == "false" || lower == "false()";
}

Settings readSettings(const Sheet* sheet, const ConvertOptions& options, Messages& messages)
{
    Settings settings;
    settings.rootName = options.rootName;
    settings.formId = settings.title = options.fallbackName;
    if (sheet) {
        const Table table = readTable(*sheet, SheetKind::Settings, messages);
        if (!table.rows.empty())
            settings.row = table.rows.front();
    }
    const Row& row = settings.row;
    const auto take = [&](std::string_view key, std::string& into) {
        if (row.has(key))
            into = row.text(key);
    };
    const auto flag = [&](std::string_view key, bool& into) {
        if (row.has(key))
            into = meansYes(row.text(key));
    };
    take("form_id", settings.formId);
    settings.title = row.has("form_title") ? row.text("form_title") : settings.formId;
    take("name", settings.rootName);
    take("version", settings.version);
    take("default_language", settings.defaultLanguage);
    take("style", settings.style);
    take("instance_name", settings.instanceName);
    take("instance_id", settings.instanceId);
    take("instance_xmlns", settings.instanceNamespace);
    take("public_key", settings.publicKey);
    take("submission_url", settings.submissionUrl);
    take("auto_send", settings.autoSend);
    take("auto_delete", settings.autoDelete);
    take("prefix", settings.prefix);
    take("delimiter", settings.delimiter);
    flag("client_editable", settings.clientEditable);
    flag("allow_choice_duplicates", settings.allowChoiceDuplicates);
    flag("omit_instanceID", settings.omitInstanceId);
    flag("clean_text_values", settings.cleanTexts);
    flag("add_none_option", settings.addNoneOption);
    for (const auto& cell : row.cells()) {
        const std::string& key = row.column(cell).key;
        if (key.starts_with("attribute:"))
            settings.attributes.emplace_back(key.substr(10), cell.text);
    }
    readNamespaces(row, settings, messages);

    if (!isName(settings.rootName)) {
        const Place place = row.has("name") ? row.place("name") : Place{"settings", 0, "name"};
        messages.error(place, "name-syntax", say("\"{}\" cannot name the form's root", settings.rootName),
                       say("Begin with a letter or an underscore; letters, digits, hyphens, underscores and points may follow."));
    }
    if (row.has("form_id") && settings.formId.empty())
        messages.error(row.place("form_id"), "no-form-id", say("the form has no id"), say("Give it one."));
    return settings;
}

} // namespace tashilgar::forms::xlsform
