#include "app/forms/glance.h"

#include "app/base/text.h"
#include "app/forms/engine/compiled_form.h"

#include <algorithm>

namespace tashilgar::forms {

namespace {

std::string withoutOutputs(const model::TextTemplate& parts)
{
    std::string words;
    for (const model::TextPart& part : parts)
        words += part.output ? std::string() : part.text;
    // What stood beside an output is left alone at the edges: "${name}: age", "${no}."
    const auto loose = [](char c) { return std::string_view(" :.,;-").find(c) != std::string_view::npos; };
    while (!words.empty() && loose(words.front()))
        words.erase(words.begin());
    while (!words.empty() && loose(words.back()))
        words.pop_back();
    words = base::normaliseSpace(words);
    if (const std::size_t gap = words.find(" :"); gap != std::string::npos)
        words.erase(gap, 1);
    return words;
}

void gather(const model::Definition& definition, const model::Control& from, std::vector<Field>& found)
{
    for (const std::uint32_t index : from.children) {
        const model::Control& control = definition.controls[index];
        if (control.kind == NodeKind::Group) {
            gather(definition, control, found);
            continue;
        }
        if (control.node == model::kNoDef)
            continue;
        const model::NodeDef& node = definition.nodes[control.node];
        const model::Bind* bind = definition.bindOf(control.node);
        Field& field = found.emplace_back();
        field.path = node.path;
        field.name = node.name.local;
        field.kind = control.kind;
        field.multiple = control.multiple;
        if (bind) {
            field.type = bind->type;
            field.personal = bind->personal;
            field.sensitive = bind->sensitive;
        }
    }
}

/// \p most less the questions of a group; negative when there are more, or a repeat is among them.
std::ptrdiff_t leftAfter(const model::Definition& definition, const model::Control& group, std::ptrdiff_t most)
{
    for (const std::uint32_t index : group.children) {
        const model::Control& control = definition.controls[index];
        if (control.kind == NodeKind::RepeatRange)
            return -1;
        most = control.kind == NodeKind::Group ? leftAfter(definition, control, most) : most - 1;
        if (most < 0)
            return -1;
    }
    return most;
}

} // namespace

std::vector<Field> fieldsWithin(const Form& form, std::string_view path)
{
    const model::Definition& definition = *form.compiled().definition;
    std::vector<Field> found;
    const auto place = definition.byPath.find(std::string(path));
    if (place == definition.byPath.end())
        return found;
    if (const model::Control* control = definition.controlOf(place->second); control && control->kind == NodeKind::RepeatRange)
        gather(definition, *control, found);
    for (Field& field : found)
        field.repeat = path;
    return found;
}

bool isShortGroup(const Form& form, std::string_view path, std::size_t most)
{
    const model::Definition& definition = *form.compiled().definition;
    const auto place = definition.byPath.find(std::string(path));
    const model::Control* control = place == definition.byPath.end() ? nullptr : definition.controlOf(place->second);
    return control && leftAfter(definition, *control, static_cast<std::ptrdiff_t>(most)) >= 0;
}

std::string columnLabel(const Form& form, std::string_view path, std::string_view language)
{
    const model::Definition& definition = *form.compiled().definition;
    const auto found = definition.byPath.find(std::string(path));
    const model::Control* control = found == definition.byPath.end() ? nullptr : definition.controlOf(found->second);
    if (!control)
        return {};
    if (control->label.kind == model::Text::Kind::Plain)
        return withoutOutputs(control->label.plain);
    if (control->label.kind != model::Text::Kind::Itext || control->label.expression.size() <= 2)
        return {};
    const std::string id = control->label.expression.substr(1, control->label.expression.size() - 2);
    const auto& languages = definition.itext.languages;
    const auto at = std::find(languages.begin(), languages.end(), language);
    const std::size_t index
        = at == languages.end() ? definition.itext.defaultLanguage : static_cast<std::size_t>(at - languages.begin());
    const model::TextTemplate* text = definition.itext.hasForm("short") ? definition.itext.find(id, index, "short") : nullptr;
    if (!text)
        text = definition.itext.find(id, index, {});
    return text ? withoutOutputs(*text) : std::string();
}

} // namespace tashilgar::forms
