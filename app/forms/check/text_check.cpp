#include "app/base/text.h"
#include "app/forms/check/job.h"

#include <algorithm>
#include <set>
#include <fmt/format.h>

namespace tashilgar::forms::check {

namespace {

using model::ItextValue;
using model::kNoDef;

/// So many ids are named; the rest is counted.
constexpr std::size_t kMaxNamed = 8;

std::string listed(const std::vector<std::string>& names)
{
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), kMaxNamed); ++i)
        text += (i == 0 ? "" : ", ") + names[i];
    return names.size() > kMaxNamed ? text + ", …" : text;
}

bool isFilled(const ItextValue& value) { return !value.text.empty() && !(value.text.size() == 1 && base::trim(value.text[0].text) == "-"); }

/// Texts that one language has in some form (words, a picture) and another has not. "-" is what converters write for an
/// empty cell.
void checkTranslations(CheckJob& job)
{
    const model::Itext& itext = job.definition.itext;
    std::map<std::pair<std::size_t, std::string>, std::vector<std::string>> missing; // language and form -> ids
    for (const auto& [id, byLanguage] : itext.entries()) {
        std::set<std::string> forms;
        for (const auto& values : byLanguage) {
            for (const ItextValue& value : values) {
                if (isFilled(value))
                    forms.insert(value.form);
            }
        }
        for (std::size_t language = 0; language < itext.languages.size(); ++language) {
            for (const std::string& form : forms) {
                const bool has = language < byLanguage.size()
                    && std::any_of(byLanguage[language].begin(), byLanguage[language].end(),
                        [&](const ItextValue& value) { return value.form == form && isFilled(value); });
                if (!has)
                    missing[{language, form}].push_back(id);
            }
        }
    }
    for (auto& [where, ids] : missing) {
        const auto& [language, form] = where;
        std::sort(ids.begin(), ids.end());
        const bool words = form.empty() || form == "short" || form == "guidance";
        job.report.add(words ? Severity::Warning : Severity::Hint, words ? "missing-translation" : "missing-translated-media",
            {"itext, " + itext.languages[language], 0},
            {{"language", itext.languages[language]}, {"form", form}, {"count", std::to_string(ids.size())}, {"ids", listed(ids)}});
    }
    if (itext.languages.size() > 1) {
        bool marked = false;
        const auto& document = *job.definition.document;
        for (auto block = document.firstElement(job.definition.modelElement); block != base::xml::kNoNode; block = document.nextElement(block)) {
            for (auto one = document.firstElement(block); one != base::xml::kNoNode; one = document.nextElement(one))
                marked = marked || (document.name(one).local == "translation" && document.attribute(one, "default"));
        }
        if (!marked)
            job.report.add(Severity::Hint, "no-default-language", {"itext", 0}, {{"language", itext.languages[0]}});
    }
}

/// Values that a person cannot tell apart, or that a list of several cannot hold.
void checkChoices(CheckJob& job)
{
    for (std::uint32_t index = 0; index < job.definition.controls.size(); ++index) {
        const model::Control& control = job.definition.controls[index];
        if (control.node == kNoDef)
            continue;
        std::vector<std::string> values;
        for (const model::Item& item : control.items)
            values.push_back(item.value);
        std::sort(values.begin(), values.end());
        const auto twice = std::adjacent_find(values.begin(), values.end());
        if (twice != values.end())
            job.report.add(Severity::Warning, "doubled-choice", job.whereControl(index, {}), {{"value", *twice}});
        if (!control.multiple)
            continue;
        if (const auto& offered = job.operands.valuesOf(control.node))
            values = *offered;
        const auto blank = std::find_if(values.begin(), values.end(),
            [](const std::string& value) { return base::splitWords(value).size() > 1; });
        if (blank != values.end())
            job.report.add(Severity::Warning, "choice-with-blank", job.whereControl(index, {}), {{"value", *blank}});
    }
}

} // namespace

void checkTexts(CheckJob& job)
{
    checkTranslations(job);
    checkChoices(job);
}

} // namespace tashilgar::forms::check
