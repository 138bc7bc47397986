#include "app/forms/xlsform/choices.h"

#include "app/base/text.h"
#include "app/forms/xlsform/expression.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace tashilgar::forms::xlsform {

namespace {

constexpr std::string_view kMediaKinds[] = {"image", "big-image", "audio", "video"};

Choice readChoice(const Row& row, Messages& messages)
{
    Choice choice;
    choice.row = row;
    choice.name = row.text("name");
    choice.label = row.texts("label");
    for (const std::string_view kind : kMediaKinds) {
        Texts texts = row.texts(fmt::format("media:{}", kind));
        if (!texts.empty())
            choice.media.emplace_back(kind, std::move(texts));
    }
    for (const auto& cell : row.cells()) {
        const std::string& key = row.column(cell).key;
        if (!key.starts_with("extra:"))
            continue;
        const std::string name = key.substr(6);
        if (isName(name))
            choice.extra.emplace_back(name, cell.text);
        else if (name.find(' ') == std::string::npos)
            messages.warn(row.place(key), "choice-column", say("the column \"{}\" is left out", name),
                          say("Give it a name of letters, digits, hyphens and underscores to use it in a filter."));
    }
    return choice;
}

void checkChoices(const ChoiceList& list, const Settings& settings, Messages& messages)
{
    std::set<std::string_view> seen;
    for (const Choice& choice : list.choices) {
        if (choice.name.empty())
            messages.error(choice.row.place("name"), "choice-without-name",
                           say("a choice of the list \"{}\" has no name", list.name),
                           say("The name is what is stored when the choice is picked; give it one."));
        else if (!seen.insert(choice.name).second && !settings.allowChoiceDuplicates)
            messages.error(choice.row.place("name"), "choice-twice",
                           say("the list \"{}\" holds \"{}\" twice", list.name, choice.name),
                           say("Give each choice its own name, or set allow_choice_duplicates to yes in the settings."));
        if (choice.label.empty() && choice.media.empty() && !choice.name.empty())
            messages.warn(choice.row.place("label"), "choice-without-label",
                          say("the choice \"{}\" of the list \"{}\" has no label", choice.name, list.name),
                          say("People will see nothing to pick; give it a label."));
    }
}

} // namespace

bool ChoiceList::needsItext() const
{
    return std::any_of(choices.begin(), choices.end(), [](const Choice& choice) {
        if (isTranslated(choice.label) || !choice.media.empty())
            return true;
        return !choice.label.empty() && !findReferences(choice.label.front().second).empty();
    });
}

Choices Choices::read(const Sheet* sheet, const Settings& settings, Messages& messages)
{
    Choices choices;
    choices.m_hasSheet = sheet != nullptr;
    choices.m_table.columns = std::make_shared<std::vector<Column>>();
    if (!sheet)
        return choices;
    choices.m_table = readTable(*sheet, SheetKind::Choices, messages);
    for (const std::string_view column : {"list_name", "name"}) {
        if (!choices.m_table.rows.empty() && !choices.m_table.hasColumn(column))
            messages.error({choices.m_table.sheet, 1, {}}, "missing-column", say("the sheet has no column {}", column),
                           say("Every choice needs list_name, name and label."));
    }
    for (const Row& row : choices.m_table.rows) {
        const std::string& listName = row.text("list_name");
        if (listName.empty()) {
            if (row.has("name") || row.has("label"))
                messages.warn(row.place("list_name"), "choice-without-list", say("this choice belongs to no list and is left out"),
                              say("Name its list."));
            continue;
        }
        ChoiceList* list = choices.find(listName);
        if (!list) {
            choices.m_places.emplace(listName, choices.m_lists.size());
            list = &choices.m_lists.emplace_back(ChoiceList{listName, {}});
        }
        list->choices.push_back(readChoice(row, messages));
    }
    for (const ChoiceList& list : choices.m_lists)
        checkChoices(list, settings, messages);
    return choices;
}

ChoiceList* Choices::find(std::string_view list)
{
    const auto found = m_places.find(list);
    return found != m_places.end() ? &m_lists[found->second] : nullptr;
}

const ChoiceList* Choices::find(std::string_view list) const { return const_cast<Choices*>(this)->find(list); }

std::vector<std::string_view> Choices::names() const
{
    std::vector<std::string_view> names;
    for (const ChoiceList& list : m_lists)
        names.push_back(list.name);
    return names;
}

} // namespace tashilgar::forms::xlsform
