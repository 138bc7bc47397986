#include "app/forms/workbook.h"

#include "app/base/text.h"
#include "app/forms/xlsform/print/answers.h"
#include "app/forms/xlsform/print/style.h"
#include "app/forms/xlsform/settings.h"
#include "app/forms/xlsform/survey.h"

#include <algorithm>
#include <fmt/format.h>

namespace tashilgar::forms {

using namespace xlsform;
using namespace xlsform::print;

namespace {

/// Walks the form once and writes what a person reads or fills.
class Questionnaire {
public:
    Questionnaire(const PrintedForm& form, const Settings& settings)
        : m_form(form)
        , m_words(form.words())
        , m_settings(settings)
    {
    }

    std::string run(std::string_view languageCode)
    {
        m_out = fmt::format("<!doctype html>\n<html lang=\"{}\" dir=\"{}\">\n<head><meta "
                            "charset=\"utf-8\"><title>{}</title>\n<style>{}</style></head>\n<body>\n",
            languageCode, m_words.persian ? "rtl" : "ltr", html(m_settings.title), kStyle);
        m_out += fmt::format("<header><div><h1>{}</h1><small dir=\"ltr\">{}{}</small></div>\n", html(m_settings.title),
            html(m_settings.formId), m_settings.version.empty() ? std::string() : " · " + html(m_settings.version));
        m_out += fmt::format("<div "
                             "class=\"fields\"><span>{}</span><i></i><span>{}</span><i></i><span>{}</span><i></"
                             "i><span>{}</span><i></i></div></header>\n",
            m_words.facilitator, m_words.date, m_words.code, m_words.page);
        m_out += fmt::format("<div class=\"legend\"><span><i class=\"circle\"></i>{}</span><span><i "
                             "class=\"box\"></i>{}</span><span><b>*</b> {}</span></div>\n",
            m_words.one, m_words.several, m_words.required);
        writeChildren(m_form.root());
        m_out += fmt::format("<footer>— {} —</footer>\n</body>\n</html>\n", m_words.end);
        return std::move(m_out);
    }

private:
    static bool hasContent(const Item& item)
    {
        if (item.kind == ItemKind::Question)
            return PrintedForm::isPrinted(item);
        return item.kind != ItemKind::Meta
            && std::any_of(
                item.children.begin(), item.children.end(), [](const auto& child) { return hasContent(*child); });
    }

    std::string conditionOf(const Item& item) const
    {
        const Attribute* relevant = item.bindOf("relevant");
        if (!relevant)
            return {};
        const std::string said = m_form.condition(relevant->value, item);
        return fmt::format("<div class=\"if\">{} {}</div>", m_words.onlyIf,
            said.empty() ? fmt::format("<code>{}</code>", html(relevant->value)) : said);
    }

    void writeChildren(const Item& item)
    {
        for (std::size_t i = 0; i < item.children.size(); ++i) {
            const Item& child = *item.children[i];
            if (!hasContent(child))
                continue;
            if (child.kind != ItemKind::Question)
                writeSection(child);
            else if (child.appearance == "label")
                i = writeTable(item, i);
            else if (child.type->name == "note")
                m_out += fmt::format(
                    "<div class=\"note\">{}{}</div>\n", conditionOf(child), m_form.filled(child.label, child));
            else
                writeQuestion(child);
        }
    }

    void writeSection(const Item& item)
    {
        const bool repeat = item.kind == ItemKind::Repeat;
        const std::string label = m_form.filled(item.label, item);
        m_out += fmt::format("<section{}>\n", repeat ? " class=\"repeat\"" : "");
        if (!label.empty())
            m_out += fmt::format("<h2>{}</h2>\n", label);
        m_out += conditionOf(item);
        if (repeat)
            m_out += fmt::format("<p class=\"about\">{}{}</p>\n", timesOf(item), m_words.copies);
        writeChildren(item);
        m_out += "</section>\n";
    }

    /// "4 times: " for a count that is a number.
    std::string timesOf(const Item& item) const
    {
        std::string count = item.repeatCount;
        for (const auto& sibling : item.parent->children) {
            if (sibling->name == item.name + "_count")
                count = sibling->calculation;
        }
        const bool isNumber = !count.empty() && count.find_first_not_of("0123456789") == std::string::npos;
        return isNumber ? fmt::format("<b>{} {}</b>. ", m_words.digits(count), m_words.times) : std::string();
    }

    /// The selects after a row of labels, as one table; returns the place of the last.
    std::size_t writeTable(const Item& parent, std::size_t first)
    {
        const Item& labels = *parent.children[first];
        m_out += "<table><tr><th></th>";
        const std::vector<std::string> columns = choiceLabels(labels, m_form);
        for (const std::string& label : columns)
            m_out += fmt::format("<th>{}</th>", label);
        m_out += "</tr>\n";
        std::size_t last = first;
        for (std::size_t i = first + 1; i < parent.children.size(); ++i) {
            const Item& row = *parent.children[i];
            if (row.kind != ItemKind::Question || row.appearance.find("list-nolabel") == std::string::npos)
                break;
            last = i;
            const std::string_view mark
                = row.type->control == Control::Select1 ? "<i class=\"circle\"></i>" : "<i class=\"box\"></i>";
            m_out += fmt::format("<tr><td><b>{}</b> {}{}</td>", m_words.digits(std::to_string(m_form.number(row))),
                m_form.filled(row.label, row), mustOf(row));
            for (std::size_t c = 0; c < columns.size(); ++c)
                m_out += fmt::format("<td>{}</td>", mark);
            m_out += "</tr>\n";
        }
        m_out += "</table>\n";
        return last;
    }

    std::string mustOf(const Item& item) const
    {
        const Attribute* required = item.bindOf("required");
        return required && required->value == "true()"
            ? fmt::format(" <span class=\"must\" title=\"{}\">*</span>", m_words.required)
            : std::string();
    }

    std::string marksOf(const Item& item) const
    {
        const Attribute* privacy = item.bindOf("tsh:privacy");
        if (!privacy)
            return {};
        return fmt::format(
            " <span class=\"mark\">{}</span>", privacy->value == "sensitive" ? m_words.sensitive : m_words.personal);
    }

    void writeQuestion(const Item& item)
    {
        m_out += fmt::format("<div class=\"q\"><b>{}</b><div>{}<div class=\"label\">{}{}{}</div>",
            m_words.digits(std::to_string(m_form.number(item))), conditionOf(item), m_form.filled(item.label, item),
            mustOf(item), marksOf(item));
        std::string hint = m_form.filled(item.hint, item);
        if (item.type->control == Control::Select)
            hint += fmt::format("{}{}", hint.empty() ? "" : " · ", m_words.several);
        else if (item.type->control == Control::Rank)
            hint += fmt::format("{}{}", hint.empty() ? "" : " · ", m_words.rankHint);
        if (!hint.empty())
            m_out += fmt::format("<div class=\"hint\">{}</div>", hint);
        m_out += answerArea(item, m_form);
        if (!item.constraintMessage.empty())
            m_out += fmt::format("<div class=\"limits\">{}</div>", m_form.filled(item.constraintMessage, item));
        m_out += "</div></div>\n";
    }

    const PrintedForm& m_form;
    const Words& m_words;
    const Settings& m_settings;
    std::string m_out;
};

/// "فارسی (fa)" -> "fa"
std::string codeOf(std::string_view language)
{
    const std::size_t open = language.rfind('(');
    return open == std::string_view::npos || !language.ends_with(')')
        ? std::string()
        : std::string(language.substr(open + 1, language.size() - open - 2));
}

/// \p wanted by its name or its code among the languages of the survey.
std::string languageNamed(const Table& survey, std::string_view wanted)
{
    for (const Column& column : *survey.columns) {
        if (!column.language.empty() && (column.language == wanted || codeOf(column.language) == wanted))
            return column.language;
    }
    return {};
}

} // namespace

base::Result<std::string> printQuestionnaire(
    const Workbook& workbook, std::string_view language, const ConvertOptions& options, Diagnostics& diagnostics)
{
    const auto converted = convertWorkbook(workbook, options, diagnostics);
    if (!converted)
        return base::fail(converted.error());
    // The same sheets once more, for their items; what is wrong with them has been said.
    Diagnostics said;
    Messages messages(said, options.messages);
    const Settings settings = readSettings(workbook.find("settings"), options, messages);
    Choices choices = Choices::read(workbook.find("choices"), settings, messages);
    const Choices external = Choices::read(workbook.find("external_choices"), settings, messages);
    const Choices osm = Choices::read(workbook.find("osm"), settings, messages);
    const Sheet& sheet = workbook.sheets.size() == 1 ? workbook.sheets.front() : *workbook.find("survey");
    const Table survey = readTable(sheet, SheetKind::Survey, messages, settings.cleanTexts);
    const std::unique_ptr<Item> root = readSurvey(survey, choices, external, osm, settings, messages);
    const NameIndex names(*root);

    std::string chosen = settings.defaultLanguage;
    if (!language.empty()) {
        chosen = languageNamed(survey, language);
        if (chosen.empty())
            return base::fail(base::kNotFound, "the form has no texts in this language", std::string(language));
    }
    const std::string code = codeOf(chosen);
    const bool persian = code == "fa";
    const PrintedForm form(*root, names, choices, chosen, wordsFor(persian), settings.defaultLanguage);
    return Questionnaire(form, settings).run(code.empty() ? "en" : code);
}

} // namespace tashilgar::forms
