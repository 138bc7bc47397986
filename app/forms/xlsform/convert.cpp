#include "app/forms/convert.h"

#include "app/base/files.h"
#include "app/base/text.h"
#include "app/forms/xlsform/csv_reader.h"
#include "app/forms/xlsform/form_writer.h"
#include "app/forms/xlsform/survey.h"
#include "app/forms/xlsform/xlsx_reader.h"
#include "app/forms/xlsform/zip_archive.h"

#include <algorithm>
#include <fmt/format.h>

namespace tashilgar::forms {

using namespace xlsform;

namespace xlsform {

const Sheet* Workbook::find(std::string_view name) const
{
    for (const Sheet& sheet : sheets) {
        if (base::toLowerAscii(base::trim(sheet.name)) == name)
            return &sheet;
    }
    return nullptr;
}

} // namespace xlsform

namespace {

constexpr std::string_view kSheets[] = {"survey", "choices", "settings", "entities", "external_choices", "osm"};

/// A sheet that is missing may be there under a name with a slip. Names with a leading underscore are the author's own.
std::string hintFor(const Workbook& workbook, std::string_view wanted)
{
    for (const Sheet& sheet : workbook.sheets) {
        const std::string name = base::toLowerAscii(base::trim(sheet.name));
        if (!name.starts_with('_') && name != wanted && editDistance(name, wanted) <= 2
            && std::find(std::begin(kSheets), std::end(kSheets), name) == std::end(kSheets))
            return fmt::format("Is \"{}\" meant? Rename it to {}.", sheet.name, wanted);
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

/// What a translation leaves out is warned about by column, once a language.
void warnAboutTranslations(const Table& table, const std::vector<std::string>& languages, const Settings& settings, Messages& messages)
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
        bool any = false;
        for (const std::string& key : keys) {
            bool translated = false;
            bool here = false;
            for (const Column& column : *table.columns) {
                if (column.key != key)
                    continue;
                translated = true;
                here = here || (column.language.empty() ? settings.defaultLanguage : column.language) == language;
            }
            any = any || here;
            if (translated && !here)
                missing += (missing.empty() ? "" : ", ") + key.substr(key.rfind(':') + 1);
        }
        if (!missing.empty() && !languages.empty())
            messages.warn({table.sheet, 1, {}}, "missing-translation", fmt::format("the language \"{}\" lacks: {}", language, missing),
                          "Add these columns with that language; until then people will see \"-\".");
    }
}

base::Result<Converted> convertWorkbook(const Workbook& workbook, const ConvertOptions& options, Diagnostics& diagnostics)
{
    Messages messages(diagnostics);
    // The only sheet of a workbook is the survey, whatever it is called.
    const Sheet* surveySheet = workbook.sheets.size() == 1 ? &workbook.sheets.front() : workbook.find("survey");
    if (!surveySheet) {
        const std::string hint = hintFor(workbook, "survey");
        messages.error({"survey"}, "no-survey", "the workbook has no sheet named survey",
                       hint.empty() ? "Put the questions on a sheet of that name." : hint);
        return base::fail(kBrokenSheets, "the workbook has no sheet named survey");
    }
    const Settings settings = readSettings(workbook.find("settings"), options, messages);
    Choices choices = Choices::read(workbook.find("choices"), settings, messages);
    const Choices externalChoices = Choices::read(workbook.find("external_choices"), settings, messages);
    const Choices osm = Choices::read(workbook.find("osm"), settings, messages);
    const Table survey = readTable(*surveySheet, SheetKind::Survey, messages, settings.cleanTexts);
    const std::unique_ptr<Item> root = readSurvey(survey, choices, externalChoices, osm, settings, messages);
    if (survey.rows.empty())
        messages.error({"survey"}, "empty-survey", "the survey sheet has no rows", "Add the questions of the form.");

    const NameIndex names(*root);
    checkSurvey(*root, names, survey, knownNamespaces(settings, true), messages);
    checkChoiceReferences(choices, *root, names, messages);
    const std::vector<EntityDeclaration> entities = readEntities(workbook.find("entities"), *root, names, messages);
    const std::vector<SecondaryInstance> instances = collectInstances(*root, choices, entities, messages);
    for (const std::string_view sheet : kSheets) {
        if (workbook.sheets.size() > 1 && !workbook.find(sheet)) {
            if (const std::string hint = hintFor(workbook, sheet); !hint.empty())
                messages.warn({sheet}, "sheet-name", fmt::format("there is no sheet named {}", sheet), hint);
        }
    }
    if (messages.failed())
        return base::fail(kBrokenSheets, "the sheets do not make a form", settings.formId);

    const Itext itext(*root, choices, settings.defaultLanguage);
    if (itext.languages().size() > 1) {
        warnAboutTranslations(survey, itext.languages(), settings, messages);
        if (choices.hasSheet())
            warnAboutTranslations(choices.table(), itext.languages(), settings, messages);
    }
    const FormParts parts{*root, names, settings, choices, entities, instances};
    return Converted{writeForm(parts), {base::FormId(settings.formId), settings.version}, settings.title, attachedFiles(parts)};
}

/// How a compound document begins, which .xls is and .xlsx is not.
constexpr std::string_view kOldExcel = "\xD0\xCF\x11\xE0";

/// A zip of CSV sheets, perhaps inside one folder.
base::Result<Workbook> readCsvArchive(ZipArchive& archive)
{
    Workbook workbook;
    for (const std::string& name : archive.names()) {
        const std::string stem = std::filesystem::path(name).stem().string();
        if (!name.ends_with(".csv") || std::find(std::begin(kSheets), std::end(kSheets), stem) == std::end(kSheets))
            continue;
        auto text = archive.readAll(name);
        if (!text)
            return base::fail(text.error());
        auto sheet = readCsvSheet(stem, *text);
        if (!sheet)
            return base::fail(sheet.error());
        workbook.sheets.push_back(std::move(*sheet));
    }
    if (workbook.sheets.empty())
        return base::fail(kNotAWorkbook, "this zip file holds no spreadsheet");
    return workbook;
}

} // namespace

base::Result<Converted> convertXlsForm(base::ByteView workbook, const ConvertOptions& options, Diagnostics& diagnostics)
{
    if (base::textOf(workbook).starts_with(kOldExcel))
        return base::fail(kNotAWorkbook, "this workbook is in the format of Excel 97 (.xls); save it as .xlsx");
    auto archive = ZipArchive::open(workbook, SheetLimits().maxUnpackedBytes);
    if (!archive)
        return base::fail(archive.error());
    auto read = archive->has("xl/workbook.xml") ? readXlsx(*archive) : readCsvArchive(*archive);
    if (!read)
        return base::fail(read.error());
    return convertWorkbook(*read, options, diagnostics);
}

base::Result<Converted> convertXlsFormFolder(const std::filesystem::path& folder, const ConvertOptions& options,
                                             Diagnostics& diagnostics)
{
    Workbook workbook;
    base::SystemFiles files;
    for (const std::string_view name : kSheets) {
        const std::filesystem::path path = folder / fmt::format("{}.csv", name);
        if (!files.exists(path))
            continue;
        auto bytes = files.readAll(path, SheetLimits().maxUnpackedBytes);
        if (!bytes)
            return base::fail(bytes.error());
        auto sheet = readCsvSheet(std::string(name), base::textOf(*bytes));
        if (!sheet)
            return base::fail(sheet.error());
        workbook.sheets.push_back(std::move(*sheet));
    }
    if (workbook.sheets.empty())
        return base::fail(base::kNotFound, "this folder holds no survey.csv", folder.string());
    return convertWorkbook(workbook, options, diagnostics);
}

} // namespace tashilgar::forms
