#include "app/forms/convert.h"

#include "app/base/text.h"
#include "app/forms/xlsform/form_writer.h"
#include "app/forms/xlsform/sheets.h"
#include "app/forms/xlsform/survey.h"
#include "app/forms/xlsform/warnings.h"

#include <algorithm>
#include <fmt/format.h>

namespace tashilgar::forms {

using namespace xlsform;

namespace {

/// A sheet that is missing may be there under a name with a slip. Names with a leading underscore are the author's own.
Sentence hintFor(const Workbook& workbook, std::string_view wanted)
{
    for (const Sheet& sheet : workbook.sheets) {
        const std::string name = base::toLowerAscii(base::trim(sheet.name));
        if (!name.starts_with('_') && name != wanted && editDistance(name, wanted) <= 2
            && !isKnownSheet(name))
            return say("Is \"{}\" meant? Rename it to {}.", sheet.name, wanted);
    }
    return {};
}

void collectMedia(const Texts& texts, std::vector<std::string>& files)
{
    for (const auto& [language, file] : texts) {
        if (!file.starts_with("jr://") && std::find(files.begin(), files.end(), file) == files.end())
            files.push_back(file);
    }
}

std::vector<std::string> attachedFiles(const FormParts& parts)
{
    std::vector<std::string> files;
    for (const SecondaryInstance& instance : parts.instances) {
        if (!instance.source.empty() && !instance.source.starts_with("jr://instance/"))
            collectMedia({{"", instance.source.substr(instance.source.rfind('/') + 1)}}, files);
    }
    walk(parts.root, [&](const Item& item) {
        for (const auto& [kind, texts] : item.media)
            collectMedia(texts, files);
    });
    for (const ChoiceList& list : parts.choices.lists()) {
        for (const Choice& choice : list.choices) {
            for (const auto& [kind, texts] : choice.media)
                collectMedia(texts, files);
        }
    }
    return files;
}

} // namespace

base::Result<Converted> convertWorkbook(const Workbook& workbook, const ConvertOptions& options, Diagnostics& diagnostics)
{
    Messages messages(diagnostics, options.messages);
    // The only sheet of a workbook is the survey, whatever it is called.
    const Sheet* surveySheet = workbook.sheets.size() == 1 ? &workbook.sheets.front() : workbook.find("survey");
    if (!surveySheet) {
        const Sentence hint = hintFor(workbook, "survey");
        messages.error({"survey"}, "no-survey", say("the workbook has no sheet named survey"),
                       hint.empty() ? say("Put the questions on a sheet of that name.") : hint);
        return base::fail(kBrokenSheets, "the workbook has no sheet named survey");
    }
    const Settings settings = readSettings(workbook.find("settings"), options, messages);
    Choices choices = Choices::read(workbook.find("choices"), settings, messages);
    const Choices externalChoices = Choices::read(workbook.find("external_choices"), settings, messages);
    const Choices osm = Choices::read(workbook.find("osm"), settings, messages);
    const Table survey = readTable(*surveySheet, SheetKind::Survey, messages, settings.cleanTexts);
    const std::unique_ptr<Item> root = readSurvey(survey, choices, externalChoices, osm, settings, messages);
    if (survey.rows.empty())
        messages.error({"survey"}, "empty-survey", say("the survey sheet has no rows"), say("Add the questions of the form."));

    const NameIndex names(*root);
    checkSurvey(*root, names, survey, knownNamespaces(settings, true), messages);
    checkChoiceReferences(choices, *root, names, messages);
    const std::vector<EntityDeclaration> entities = readEntities(workbook.find("entities"), *root, names, messages);
    const std::vector<SecondaryInstance> instances = collectInstances(*root, choices, entities, messages);
    for (const std::string_view sheet : kKnownSheets) {
        if (workbook.sheets.size() > 1 && !workbook.find(sheet)) {
            if (const Sentence hint = hintFor(workbook, sheet); !hint.empty())
                messages.warn({sheet}, "sheet-name", say("there is no sheet named {}", sheet), hint);
        }
    }
    const Itext itext(*root, choices, settings.defaultLanguage);
    warnAboutLanguages(itext.languages(), messages);
    if (itext.languages().size() > 1) {
        warnAboutTranslations(survey, itext.languages(), settings, messages);
        if (choices.hasSheet())
            warnAboutTranslations(choices.table(), itext.languages(), settings, messages);
    }
    warnAboutUnusedLists(choices, *root, survey, entities, messages);
    if (messages.failed())
        return base::fail(kBrokenSheets, "the sheets do not make a form", settings.formId);
    const FormParts parts{*root, names, settings, choices, entities, instances};
    return Converted{writeForm(parts), {base::FormId(settings.formId), settings.version}, settings.title, attachedFiles(parts)};
}

base::Result<Converted> convertXlsForm(base::ByteView workbook, const ConvertOptions& options, Diagnostics& diagnostics)
{
    const auto read = readWorkbook(workbook);
    if (!read)
        return base::fail(read.error());
    return convertWorkbook(*read, options, diagnostics);
}

base::Result<Converted> convertXlsFormFolder(const std::filesystem::path& folder, const ConvertOptions& options,
                                             Diagnostics& diagnostics)
{
    const auto read = readWorkbookFolder(folder);
    if (!read)
        return base::fail(read.error());
    return convertWorkbook(*read, options, diagnostics);
}

} // namespace tashilgar::forms
