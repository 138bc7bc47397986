#include "app/forms/xlsform/back/survey_rows.h"

#include "app/forms/form.h"
#include "app/forms/xlsform/itext.h"
#include "app/forms/xlsform/settings.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace tashilgar::forms {

using namespace xlsform;
using namespace xlsform::back;
using base::xml::kNoNode;
using base::xml::NodeIndex;

namespace {

const std::vector<std::string_view> kSurveyColumns
    = {"type", "name", "label", "hint", "guidance_hint", "image", "big-image", "audio", "video", "autoplay", "relevant",
        "required", "required_message", "read_only", "constraint", "constraint_message", "calculation", "trigger",
        "default", "appearance", "choice_filter", "repeat_count", "parameters", "save_to", "no_app_error_string"};
const std::vector<std::string_view> kChoicesColumns
    = {"list_name", "name", "label", "image", "big-image", "audio", "video"};
const std::vector<std::string_view> kSettingsColumns
    = {"form_title", "form_id", "version", "default_language", "instance_name"};
const std::vector<std::string_view> kEntitiesColumns = {"list_name", "label", "entity_id", "create_if", "update_if"};

bool repeatsAName(const Draft& choices)
{
    std::set<std::pair<std::string, std::string>> seen;
    return std::any_of(choices.rows.begin(), choices.rows.end(),
        [&](const DraftRow& row) { return !seen.emplace(row.get("list_name"), row.get("name")).second; });
}

Draft settingsOf(const XFormView& view, const FormTexts& texts, const SurveyRows& survey, const Draft& choices)
{
    const auto& document = view.document();
    DraftRow row;
    row.set("form_title", view.title());
    row.set("default_language", texts.defaultLanguage());
    row.set("instance_name", survey.instanceName());
    row.set("style", view.attribute(view.body(), "class"));
    row.set("omit_instanceID", survey.hasInstanceId() ? "" : "yes");
    row.set("allow_choice_duplicates", repeatsAName(choices) ? "yes" : "");

    const auto& rootName = document.name(view.root());
    if (rootName.local != ConvertOptions().rootName)
        row.set("name", rootName.local);
    if (rootName.uri != kXForms && !rootName.uri.empty())
        row.set("instance_xmlns", rootName.uri);
    for (NodeIndex a = document.firstAttribute(view.root()); a != kNoNode; a = document.nextAttribute(a)) {
        const std::string name = view.qualified(document.name(a));
        const std::string value(document.text(a));
        if (name == "id")
            row.set("form_id", value);
        else if (name == "version")
            row.set("version", value);
        else if (name == "odk:prefix" || name == "odk:delimiter")
            row.set(name.substr(4), value);
        else
            row.set("attribute::" + name, value);
    }
    for (NodeIndex part = document.firstElement(view.model()); part != kNoNode; part = document.nextElement(part)) {
        if (document.name(part).local != "submission")
            continue;
        row.set("submission_url", view.attribute(part, "action"));
        row.set("public_key", view.attribute(part, "base64RsaPublicKey"));
        row.set("auto_send", view.attribute(part, "orx:auto-send"));
        row.set("auto_delete", view.attribute(part, "orx:auto-delete"));
        row.set("client_editable", view.attribute(part, "odk:client-editable"));
    }
    std::string namespaces;
    for (const auto& [prefix, uri] : view.foreignNamespaces())
        namespaces += fmt::format("{}{}=\"{}\"", namespaces.empty() ? "" : " ", prefix, uri);
    row.set("namespaces", namespaces);
    return {"settings", {row}};
}

} // namespace

base::Result<Workbook> workbookOfXForm(std::string_view xform, Diagnostics& diagnostics, MessageLanguage language)
{
    const auto view = XFormView::read(xform);
    if (!view)
        return base::fail(view.error());
    Messages messages(diagnostics, language);
    const ItemTree tree = readItems(*view, messages);
    const NameIndex names(*tree.root);
    Paths paths(*tree.root, names);
    const FormTexts texts(*view, paths, messages);
    ChoiceLists lists(*view, paths, texts, messages);
    SurveyRows rows(*view, tree, paths, texts, lists, messages);
    Draft survey = rows.run();
    std::vector<DraftRow> external;
    for (const auto& [type, name] : lists.externalRows(rows.declaredFiles())) {
        DraftRow& row = external.emplace_back();
        row.set("type", type);
        row.set("name", name);
    }
    survey.rows.insert(survey.rows.begin(), external.begin(), external.end());

    Workbook workbook;
    workbook.sheets.push_back(survey.sheet(kSurveyColumns, texts.languages()));
    const Draft choices = lists.sheet();
    if (!choices.rows.empty())
        workbook.sheets.push_back(choices.sheet(kChoicesColumns, texts.languages()));
    workbook.sheets.push_back(settingsOf(*view, texts, rows, choices).sheet(kSettingsColumns, {}));
    if (!rows.entities().rows.empty())
        workbook.sheets.push_back(rows.entities().sheet(kEntitiesColumns, {}));
    return workbook;
}

} // namespace tashilgar::forms
