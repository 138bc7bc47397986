#include "app/forms/submission.h"

#include "app/base/text.h"
#include "app/base/uuid.h"
#include "app/forms/engine/compiled_form.h"

#include <algorithm>

namespace tashilgar::forms {

SubmissionSettings submissionSettings(const Form& form)
{
    const model::SubmissionSettings& written = form.compiled().definition->submission;
    const auto truth = [](std::string_view text) -> std::optional<bool> {
        const std::string word = base::toLowerAscii(base::trim(text));
        if (word == "true" || word == "true()" || word == "1")
            return true;
        return word == "false" || word == "false()" || word == "0" ? std::optional(false) : std::nullopt;
    };
    return {written.action, written.publicKey, truth(written.autoSend), truth(written.autoDelete), truth(written.clientEditable)};
}

bool appliesLocally(const EntityChange& change)
{
    constexpr std::size_t kVersion = 14, kVariant = 19; // RFC 9562, section 4
    if (!base::isUuid(change.id) || change.id[kVersion] != '4')
        return false;
    const bool variant = std::string_view("89abAB").find(change.id[kVariant]) != std::string_view::npos;
    return variant && (!change.create || !base::trim(change.label).empty());
}

const std::vector<Field>& fields(const Form& form) { return form.compiled().fields; }

namespace {

std::string plainText(const model::Definition& definition, const model::Text& text, std::size_t language)
{
    const model::TextTemplate* parts = nullptr;
    if (text.kind == model::Text::Kind::Plain)
        parts = &text.plain;
    if (text.kind == model::Text::Kind::Itext && text.expression.size() > 2)
        parts = definition.itext.find(text.expression.substr(1, text.expression.size() - 2), language, {});
    std::string result;
    if (parts) {
        for (const model::TextPart& part : *parts)
            result += part.output ? std::string() : part.text;
    }
    return result;
}

} // namespace

std::string choiceLabel(const Form& form, std::string_view path, std::string_view value, std::string_view language)
{
    const model::Definition& definition = *form.compiled().definition;
    const auto found = definition.byPath.find(std::string(path));
    const model::Control* control = found == definition.byPath.end() ? nullptr : definition.controlOf(found->second);
    if (!control)
        return std::string(value);
    const auto& languages = definition.itext.languages;
    const auto at = std::find(languages.begin(), languages.end(), language);
    const std::size_t index
        = at == languages.end() ? definition.itext.defaultLanguage : static_cast<std::size_t>(at - languages.begin());
    for (const model::Item& item : control->items) {
        if (item.value != value)
            continue;
        const std::string label = plainText(definition, item.label, index);
        return label.empty() ? std::string(value) : label;
    }
    return std::string(value);
}

} // namespace tashilgar::forms
