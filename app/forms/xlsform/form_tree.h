#pragma once

#include "app/forms/xlsform/parameters.h"
#include "app/forms/xlsform/question_type.h"
#include "app/forms/xlsform/table.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tashilgar::forms::xlsform {

/// An attribute as it will be written, its value still with ${references}: {"relevant", "${age} > 5"}.
struct Attribute {
    std::string name;
    std::string value;
};

enum class ItemKind : std::uint8_t { Root, Group, Repeat, Question, Meta };

/// Where the choices of a question come from.
struct ChoiceSource {
    std::string list;           ///< list name of the choices sheet, or the file's name without extension
    std::string file;           ///< "blocks.csv" of a select from a file
    std::string repeatQuestion; ///< the question of a repeat whose answers are the choices
    std::string filter;
    std::string valueRef = "name";
    std::string labelRef = "label";
    std::string seed; ///< of a shuffle; may be a reference
    bool randomize = false;
    bool inlineItems = false; ///< search(): the choices stand in the question itself
    bool external = false;    ///< select_one_external, filled from itemsets.csv

    bool empty() const { return list.empty() && repeatQuestion.empty(); }
};

/// A row of the survey (or one the rules of XLSForm add), in its place in the form. Owned by its parent.
struct Item {
    ItemKind kind = ItemKind::Question;
    std::string name;
    const QuestionType* type = nullptr; ///< of questions
    std::string dataType;               ///< of questions; may differ from the type's (range)
    Row row;                            ///< where it comes from; without cells for what we add
    Item* parent = nullptr;
    std::vector<std::unique_ptr<Item>> children;

    Texts label;
    Texts hint;
    Texts guidance;
    std::vector<std::pair<std::string, Texts>> media; ///< "image", "big-image", "audio", "video"
    Texts constraintMessage;
    Texts requiredMessage;
    Texts noAppError;
    Texts expectedMessage; ///< bind::tsh:expectedMsg

    std::vector<Attribute> bind;
    std::vector<Attribute> control;
    std::vector<Attribute> instance;
    std::string defaultValue;
    std::string calculation; ///< in the bind, or in a setvalue when there are triggers
    std::vector<std::string> triggers;
    std::string repeatCount;
    ChoiceSource choices;
    std::vector<std::pair<std::string, std::string>> osmTags; ///< key, label
    Parameters parameters;
    std::string appearance;

    bool isIn(const Item& ancestor) const;
    std::size_t depth() const;
    /// "/data/person/age"
    std::string path() const;
    /// The nearest repeat around this item; null when there is none. A repeat is not around itself.
    const Item* repeatAround() const;
    Item& add(std::unique_ptr<Item> child);
    const Attribute* bindOf(std::string_view attribute) const;
    bool hasText() const { return !label.empty() || !hint.empty() || !media.empty(); }
};

/// Calls \p visit for \p item and all below it, in the order of the form.
template <class ItemType, class Visit>
void walk(ItemType& item, const Visit& visit)
{
    visit(item);
    for (auto& child : item.children)
        walk(static_cast<ItemType&>(*child), visit);
}

/// Items by name. A name may stand for several, in different groups.
class NameIndex {
public:
    explicit NameIndex(const Item& root);
    const std::vector<const Item*>& find(std::string_view name) const;
    /// The one that \p name means when it is used at \p from: the only one, or the nearest within the same repeat.
    const Item* resolve(std::string_view name, const Item& from) const;
    std::vector<std::string_view> names() const;

private:
    std::unordered_map<std::string, std::vector<const Item*>> m_items;
};

} // namespace tashilgar::forms::xlsform
