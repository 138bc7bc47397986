#include "app/forms/xlsform/survey.h"

#include "app/base/text.h"
#include "app/forms/xlsform/expression.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace tashilgar::forms::xlsform {

namespace {

void checkSiblings(const Item& group, Messages& messages)
{
    std::map<std::string, const Item*> seen;
    std::map<std::string, const Item*> seenFolded;
    for (const auto& child : group.children) {
        if (child->kind == ItemKind::Meta)
            continue;
        const auto [same, isNew] = seen.emplace(child->name, child.get());
        const auto [alike, isNewFolded] = seenFolded.emplace(base::toLowerAscii(child->name), child.get());
        if (!isNew)
            messages.error(child->row.place("name"), "name-twice",
                           say("\"{}\" is also the name of row {}", child->name, same->second->row.number()),
                           say("Names within one group must differ."));
        else if (!isNewFolded)
            messages.warn(child->row.place("name"), "name-alike",
                          say("\"{}\" differs from \"{}\" of row {} only in capital letters", child->name,
                                      alike->second->name, alike->second->row.number()),
                          say("Some programs that read the answers will take them for one; rename one of them."));
    }
}

void checkRepeatNames(const Item& root, Messages& messages)
{
    std::map<std::string, const Item*> repeats;
    walk(root, [&](const Item& item) {
        if (item.kind != ItemKind::Repeat)
            return;
        const auto [same, isNew] = repeats.emplace(item.name, &item);
        if (!isNew && same->second->parent != item.parent)
            messages.error(item.row.place("name"), "repeat-twice",
                           say("\"{}\" is also the repeat of row {}", item.name, same->second->row.number()),
                           say("Repeats must differ in name throughout the form."));
        if (item.name == root.name)
            messages.error(item.row.place("name"), "repeat-root", say("\"{}\" is the name of the form's root", item.name),
                           say("Choose another name."));
    });
}

/// Cells in which ${} has no meaning.
bool isPlain(std::string_view key)
{
    return key == "name" || key.starts_with("extra:") || key == "parameters" || key.starts_with("sms_") || key == "disabled";
}

void checkReference(const Reference& reference, const Item& from, const NameIndex& names, const Place& place, Messages& messages)
{
    const auto& found = names.find(reference.name);
    if (found.empty()) {
        const std::string_view meant = messages.mayGuess() ? nearest(reference.name, names.names()) : std::string_view();
        messages.error(place, "unknown-reference", say("${{{}}} refers to no question", reference.name),
                       meant.empty() ? say("Check the spelling of the name.") : say("Did you mean ${{{}}}?", meant));
    } else if (found.size() > 1 && !names.resolve(reference.name, from)) {
        messages.error(place, "ambiguous-reference",
                       say("${{{}}} could mean any of {} questions of that name", reference.name, found.size()),
                       say("Give the question that is meant a name of its own."));
    }
}

/// All cells of \p row, whose expressions stand at \p item.
void checkCells(const Row& row, const Item& item, const NameIndex& names, Messages& messages)
{
    for (const auto& cell : row.cells()) {
        const Column& column = row.column(cell);
        if (isPlain(column.key))
            continue;
        Place place = row.place();
        place.column = column.header;
        for (const Reference& reference : findReferences(cell.text))
            checkReference(reference, item, names, place, messages);
        // What begins like a reference and is none.
        std::size_t at = 0;
        const auto references = findReferences(cell.text);
        while ((at = cell.text.find("${", at)) != std::string::npos) {
            const bool read = std::any_of(references.begin(), references.end(), [&](const Reference& r) { return r.begin == at; });
            if (!read)
                messages.error(place, "reference-syntax", say("a \"${\" here is not followed by a name and \"}\""), say("Write ${name}."));
            at += 2;
        }
    }
}

void checkReferences(const Item& item, const NameIndex& names, Messages& messages)
{
    checkCells(item.row, item, names, messages);
    for (const Reference& reference : findReferences(item.parameters.get("seed")))
        checkReference(reference, item, names, item.row.place("parameters"), messages);
    for (const Reference& reference : findReferences(item.parameters.get("reference-geometry")))
        checkReference(reference, item, names, item.row.place("parameters"), messages);
}

void checkTriggers(const Item& item, const NameIndex& names, Messages& messages)
{
    for (const std::string& trigger : item.triggers) {
        const Item* asked = names.resolve(trigger, item);
        if (!asked)
            continue;
        const bool visible = asked->kind == ItemKind::Question && asked->type
            && ((asked->type->control != Control::None && (asked->hasText() || (asked->calculation.empty() && asked->triggers.empty())))
                || asked->type->name == "background-geopoint" || asked->type->name == "start-geopoint");
        if (!visible)
            messages.error(item.row.place("trigger"), "hidden-trigger",
                           say("${{{}}} is never shown, so nobody can change it to trigger \"{}\"", trigger, item.name),
                           say("Name a question that is asked."));
    }
}

/// Only the questions of a repeat can be its choices, and then the repeat must be found.
void checkRepeatChoices(const Item& item, const NameIndex& names, Messages& messages)
{
    const std::string& name = item.choices.repeatQuestion;
    if (name.empty())
        return;
    const Item* question = names.resolve(name, item);
    if (!question)
        return; // already reported
    const bool isGeometry = item.type->control == Control::Input;
    if (isGeometry ? question->kind != ItemKind::Repeat && !question->repeatAround() : !question->repeatAround())
        messages.error(item.row.place(isGeometry ? "parameters" : "type"), "no-repeat",
                       say("${{{}}} lies in no repeat, so it has no list of answers to choose from", name),
                       say("Name a question inside a repeat."));
}

/// "tsh:privacy" needs to say what tsh is.
void checkPrefixes(const Item& item, const std::vector<std::pair<std::string, std::string>>& namespaces, Messages& messages)
{
    for (const auto& cell : item.row.cells()) {
        const Column& column = item.row.column(cell);
        if (!column.key.starts_with("bind:") && !column.key.starts_with("instance:") && !column.key.starts_with("control:"))
            continue;
        const std::string_view name = std::string_view(column.key).substr(column.key.find(':') + 1);
        const std::string_view prefix = name.substr(0, name.find(':'));
        if (prefix.size() < name.size()
            && std::none_of(namespaces.begin(), namespaces.end(), [&](const auto& known) { return known.first == prefix; }))
            messages.error(item.row.place(column.key), "unknown-prefix", say("nothing says what \"{}:\" stands for", prefix),
                           say("Add {}=\"address\" to the column namespaces of the settings.", prefix));
    }
}

void checkEmptyGroup(const Item& item, Messages& messages)
{
    if (item.kind == ItemKind::Repeat && item.children.empty())
        messages.error(item.row.place("type"), "empty-repeat", say("the repeat \"{}\" holds nothing", item.name),
                       say("Add its questions, or take it away."));
    if (item.kind == ItemKind::Repeat && item.label.empty() && item.media.empty())
        messages.warn(item.row.place("label"), "repeat-without-label", say("the repeat \"{}\" has no label", item.name),
                      say("Name what is repeated; people are asked whether to add another."));
}

} // namespace

void checkSurvey(const Item& root, const NameIndex& names, const Table& survey,
                 const std::vector<std::pair<std::string, std::string>>& namespaces, Messages& messages)
{
    if (!survey.rows.empty() && !survey.hasColumn("type"))
        messages.error({"survey", 1, {}}, "missing-column", say("the survey sheet has no column type"),
                       say("Every row needs a type, a name and a label."));
    checkRepeatNames(root, messages);
    walk(root, [&](const Item& item) {
        checkSiblings(item, messages);
        checkReferences(item, names, messages);
        checkTriggers(item, names, messages);
        if (item.type)
            checkRepeatChoices(item, names, messages);
        checkEmptyGroup(item, messages);
        checkPrefixes(item, namespaces, messages);
    });
}

void checkChoiceReferences(const Choices& choices, const Item& root, const NameIndex& names, Messages& messages)
{
    for (const ChoiceList& list : choices.lists()) {
        for (const Choice& choice : list.choices)
            checkCells(choice.row, root, names, messages);
    }
}

} // namespace tashilgar::forms::xlsform
