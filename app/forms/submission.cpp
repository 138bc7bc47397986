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

/// The id in "instance('id')/…"; empty for an itemset over anything else.
std::string instanceOf(std::string_view nodeset)
{
    constexpr std::string_view kCall = "instance(";
    nodeset = base::trim(nodeset);
    if (!nodeset.starts_with(kCall))
        return {};
    const std::string_view argument = base::trim(nodeset.substr(kCall.size(), nodeset.find(')') - kCall.size()));
    return argument.size() > 2 ? std::string(argument.substr(1, argument.size() - 2)) : std::string();
}

const model::SecondaryInstance* secondaryOf(const model::Definition& definition, const model::Itemset& itemset)
{
    const std::string id = instanceOf(itemset.nodeset);
    const auto found = std::find_if(definition.secondary.begin(), definition.secondary.end(),
        [&](const model::SecondaryInstance& instance) { return instance.id == id; });
    return id.empty() || found == definition.secondary.end() ? nullptr : &*found;
}

std::string childText(const base::xml::Document& document, base::xml::NodeIndex item, std::string_view name)
{
    for (auto child = document.firstElement(item); child != base::xml::kNoNode; child = document.nextElement(child)) {
        if (document.name(child).local == name)
            return document.stringValue(child);
    }
    return {};
}

/// The label of \p value among the rows that stand in the form itself; empty where they do not.
std::string labelInForm(const model::Definition& definition, const model::Itemset& itemset, std::string_view value, std::size_t language)
{
    const model::SecondaryInstance* instance = secondaryOf(definition, itemset);
    if (!instance || !instance->source.empty() || instance->element == base::xml::kNoNode)
        return {};
    const base::xml::Document& document = *definition.document;
    const auto root = document.firstElement(instance->element);
    for (auto item = root == base::xml::kNoNode ? root : document.firstElement(root); item != base::xml::kNoNode;
         item = document.nextElement(item)) {
        if (childText(document, item, itemset.value) != value)
            continue;
        const std::string label = childText(document, item, itemset.label.expression);
        if (itemset.label.kind != model::Text::Kind::Itext)
            return label;
        const model::TextTemplate* parts = definition.itext.find(label, language, {});
        model::Text text{model::Text::Kind::Plain, parts ? *parts : model::TextTemplate(), {}};
        return plainText(definition, text, language);
    }
    return {};
}

const model::Control* controlAt(const model::Definition& definition, std::string_view path)
{
    const auto found = definition.byPath.find(std::string(path));
    return found == definition.byPath.end() ? nullptr : definition.controlOf(found->second);
}

} // namespace

std::string choiceLabel(const Form& form, std::string_view path, std::string_view value, std::string_view language)
{
    const model::Definition& definition = *form.compiled().definition;
    const model::Control* control = controlAt(definition, path);
    if (!control)
        return std::string(value);
    const auto& languages = definition.itext.languages;
    const auto at = std::find(languages.begin(), languages.end(), language);
    const std::size_t index
        = at == languages.end() ? definition.itext.defaultLanguage : static_cast<std::size_t>(at - languages.begin());
    std::string label;
    for (const model::Item& item : control->items) {
        if (item.value == value)
            label = plainText(definition, item.label, index);
    }
    if (label.empty() && control->itemset)
        label = labelInForm(definition, *control->itemset, value, index);
    return label.empty() ? std::string(value) : label;
}

std::optional<ChoiceList> attachedChoices(const Form& form, std::string_view path)
{
    const model::Definition& definition = *form.compiled().definition;
    const model::Control* control = controlAt(definition, path);
    const model::SecondaryInstance* instance = control && control->itemset ? secondaryOf(definition, *control->itemset) : nullptr;
    if (!instance || instance->source.empty())
        return std::nullopt;
    const std::string file = instance->source.substr(instance->source.rfind('/') + 1);
    return ChoiceList{file.substr(0, file.rfind('.')), control->itemset->value, control->itemset->label.expression};
}

const std::vector<std::string>& languages(const Form& form) { return form.compiled().definition->itext.languages; }

} // namespace tashilgar::forms
