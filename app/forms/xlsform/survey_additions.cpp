#include "app/forms/xlsform/survey_additions.h"

#include "app/forms/xlsform/expression.h"

#include <algorithm>
#include <fmt/format.h>

namespace tashilgar::forms::xlsform {

void addRepeatCounter(Item& repeat, Item& parent)
{
    if (repeat.repeatCount.empty() || !soleReference(repeat.repeatCount).empty())
        return;
    auto counter = std::make_unique<Item>();
    counter->name = repeat.name + "_count";
    counter->type = findQuestionType("calculate");
    counter->dataType = "string";
    counter->row = repeat.row.withoutCells();
    counter->calculation = repeat.repeatCount;
    counter->bind.push_back({"readonly", "true()"});
    repeat.repeatCount = "${" + counter->name + "}";
    parent.add(std::move(counter));
}

void TableList::begin(Item& group)
{
    constexpr std::string_view kTableList = "table-list";
    const std::size_t at = group.appearance.find(kTableList);
    if (at == std::string::npos)
        return;
    group.appearance.replace(at, kTableList.size(), "field-list");
    m_state = State::Waiting;
    if (group.label.empty() && group.hint.empty())
        return;
    auto note = std::make_unique<Item>();
    note->name = fmt::format("generated_table_list_label_{}", group.row.number());
    note->type = findQuestionType("note");
    note->dataType = "string";
    note->bind.push_back({"readonly", "true()"});
    note->label = std::exchange(group.label, {});
    note->hint = std::exchange(group.hint, {});
    group.add(std::move(note));
}

void TableList::join(Item& item, Item& parent, Messages& messages)
{
    if (m_state == State::None)
        return;
    if (m_state == State::Waiting) {
        m_state = State::Running;
        m_list = item.choices.list;
        auto labels = std::make_unique<Item>();
        labels->name = fmt::format("reserved_name_for_field_list_labels_{}", item.row.number());
        labels->type = item.type;
        labels->dataType = item.dataType;
        labels->choices = item.choices;
        labels->appearance = "label";
        parent.add(std::move(labels));
    } else if (m_list != item.choices.list) {
        messages.error(item.row.place("type"), "table-list",
                         say("a table-list holds selects of one list, here \"{}\"", m_list),
                         say("Use the same list, or another group."));
    }
    if (item.appearance.empty())
        item.appearance = "list-nolabel";
}

namespace {

void copyInto(Item& to, const Item& from, const Choice& choice)
{
    auto copy = std::make_unique<Item>();
    copy->kind = from.kind;
    copy->name = from.name;
    copy->type = from.type;
    copy->dataType = from.dataType;
    copy->row = from.row;
    copy->media = from.media;
    copy->bind = from.bind;
    copy->control = from.control;
    copy->instance = from.instance;
    copy->defaultValue = from.defaultValue;
    copy->calculation = from.calculation;
    copy->triggers = from.triggers;
    copy->repeatCount = from.repeatCount;
    copy->choices = from.choices;
    copy->osmTags = from.osmTags;
    copy->parameters = from.parameters;
    copy->appearance = from.appearance;
    copy->constraintMessage = from.constraintMessage;
    copy->requiredMessage = from.requiredMessage;
    copy->expectedMessage = from.expectedMessage;
    const auto fill = [&](const Texts& texts) {
        Texts filled = texts;
        for (auto& [language, text] : filled) {
            std::string label = choice.name;
            for (const auto& [choiceLanguage, choiceText] : choice.label) {
                if (choiceLanguage == language || choice.label.size() == 1)
                    label = choiceText;
            }
            for (const auto& [mark, value] : {std::pair{std::string_view("%(label)s"), label},
                                              std::pair{std::string_view("%(name)s"), choice.name}}) {
                for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size()))
                    text.replace(at, mark.size(), value);
            }
        }
        return filled;
    };
    copy->label = fill(from.label);
    copy->hint = fill(from.hint);
    copy->guidance = fill(from.guidance);
    Item& added = to.add(std::move(copy));
    for (const auto& child : from.children)
        copyInto(added, *child, choice);
}

} // namespace

void unrollLoop(Item& loop, const ChoiceList& list)
{
    std::vector<std::unique_ptr<Item>> pattern = std::exchange(loop.children, {});
    for (const Choice& choice : list.choices) {
        auto group = std::make_unique<Item>();
        group->kind = ItemKind::Group;
        group->name = choice.name;
        group->label = choice.label;
        Item& added = loop.add(std::move(group));
        for (const auto& item : pattern)
            copyInto(added, *item, choice);
    }
}

void addOther(Item& select, Item& parent, Choices& choices, Messages& messages)
{
    ChoiceSource& source = select.choices;
    if (!source.filter.empty() || !source.file.empty() || !source.repeatQuestion.empty()) {
        messages.error(select.row.place("type"), "or-other", say("or_other cannot stand with a filter, a file or a repeat"),
                         say("Add the choice \"other\" and a text question by hand."));
        return;
    }
    if (ChoiceList* list = choices.find(source.list)) {
        const bool hasOther = std::any_of(list->choices.begin(), list->choices.end(), [](const Choice& c) { return c.name == "other"; });
        if (!hasOther) {
            Choice other;
            other.name = "other";
            std::vector<std::string> languages;
            for (const Choice& choice : list->choices) {
                for (const auto& [language, text] : choice.label) {
                    if (std::find(languages.begin(), languages.end(), language) == languages.end())
                        languages.push_back(language);
                }
            }
            if (languages.empty())
                languages.emplace_back();
            if (languages.size() > 1 || !languages.front().empty())
                messages.warn(select.row.place("type"), "or-other-translations",
                                say("or_other adds an English \"Other\" in every language"),
                                say("Add the choice \"other\" with its translations, and a text question, by hand."));
            for (const std::string& language : languages)
                other.label.emplace_back(language, "Other");
            list->choices.push_back(std::move(other));
        }
    }
    auto text = std::make_unique<Item>();
    text->name = select.name + "_other";
    text->type = findQuestionType("text");
    text->dataType = "string";
    text->label.emplace_back("", "Specify other.");
    text->bind.push_back({"relevant", fmt::format("selected(../{}, 'other')", select.name)});
    parent.add(std::move(text));
}

void addMeta(Item& root, std::unique_ptr<Item> audit, const Settings& settings)
{
    auto meta = std::make_unique<Item>();
    meta->kind = ItemKind::Meta;
    meta->name = "meta";
    const auto child = [&](std::string name) -> Item& {
        auto item = std::make_unique<Item>();
        item->name = std::move(name);
        item->dataType = "string";
        return meta->add(std::move(item));
    };
    if (audit)
        meta->add(std::move(audit));
    if (!settings.omitInstanceId) {
        Item& id = child("instanceID");
        id.bind.push_back({"readonly", "true()"});
        id.bind.push_back({"jr:preload", settings.instanceId});
    }
    if (!settings.instanceName.empty())
        child("instanceName").calculation = settings.instanceName;
    if (!meta->children.empty())
        root.add(std::move(meta));
}

} // namespace tashilgar::forms::xlsform
