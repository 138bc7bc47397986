#include "app/forms/xlsform/entities.h"

#include "app/base/text.h"
#include "app/forms/xlsform/expression.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace tashilgar::forms::xlsform {

namespace {

constexpr std::string_view kSaveTo = "entities:saveto";

/// The repeat, or the root, that bounds where \p item's values can be told apart.
const Item* scopeOf(const Item& item)
{
    const Item* scope = &item;
    while (scope->kind != ItemKind::Repeat && scope->parent)
        scope = scope->parent;
    return scope;
}

struct SaveTo {
    const Item* item;
    std::string list; ///< empty when the cell names none
    std::string property;
};

class EntityReader {
public:
    EntityReader(const Item& root, const NameIndex& names, Messages& messages)
        : m_root(root)
        , m_names(names)
        , m_messages(messages)
    {
    }

    std::vector<EntityDeclaration> run(const Sheet* sheet)
    {
        std::vector<EntityDeclaration> declarations;
        if (sheet) {
            const Table table = readTable(*sheet, SheetKind::Entities, m_messages);
            for (const Row& row : table.rows)
                readRow(row, declarations);
            for (const Column& column : *table.columns) {
                if (column.key.starts_with("extra:"))
                    m_messages.error({table.sheet, 1, column.header}, "unknown-column",
                                     say("the entities sheet has no column \"{}\"", column.header),
                                     say("It knows list_name, label, entity_id, create_if and update_if."));
            }
        }
        collectSaveTo(declarations);
        place(declarations);
        return declarations;
    }

private:
    void readRow(const Row& row, std::vector<EntityDeclaration>& declarations)
    {
        EntityDeclaration entity;
        entity.row = row;
        entity.list = row.text("list_name");
        entity.label = row.text("label");
        entity.entityId = row.text("entity_id");
        entity.createIf = row.text("create_if");
        entity.updateIf = row.text("update_if");
        const Place place = row.place("list_name");
        if (entity.list.empty()) {
            m_messages.error(place, "no-list", say("this entity belongs to no list"), say("Name the list it is kept in."));
            return;
        }
        if (!isName(entity.list) || entity.list.find('.') != std::string::npos || entity.list.starts_with("__"))
            m_messages.error(place, "list-name", say("\"{}\" cannot name an entity list", entity.list),
                             say("Begin with a letter or one underscore; letters, digits, hyphens and underscores may follow."));
        if (std::any_of(declarations.begin(), declarations.end(), [&](const auto& other) { return other.list == entity.list; }))
            m_messages.error(place, "entity-twice", say("the list \"{}\" is declared twice", entity.list),
                             say("A form writes to a list in one place; join the two rows."));
        if (entity.creates() && entity.label.empty() && entity.entityId.empty())
            m_messages.error(row.place("label"), "entity-label", say("new entities of \"{}\" would have no label", entity.list),
                             say("Write the text people will pick them by."));
        if (entity.entityId.empty() && !entity.updateIf.empty())
            m_messages.error(row.place("entity_id"), "entity-id", say("\"{}\" is updated, but which one?", entity.list),
                             say("Give entity_id, usually the answer of a select from the list's file."));
        if (!entity.entityId.empty() && !entity.createIf.empty() && entity.updateIf.empty())
            m_messages.error(row.place("update_if"), "entity-upsert",
                             say("\"{}\" has an entity_id and create_if, but no update_if", entity.list),
                             say("Say when to update, or take entity_id away to create only."));
        for (const std::string_view key : {"label", "entity_id", "create_if", "update_if"}) {
            for (const Reference& reference : findReferences(row.text(key))) {
                if (m_names.find(reference.name).empty()) {
                    const std::string_view meant = m_messages.mayGuess() ? nearest(reference.name, m_names.names()) : std::string_view();
                    m_messages.error(row.place(key), "unknown-reference",
                                     say("${{{}}} refers to no question", reference.name),
                                     meant.empty() ? say("Check the spelling of the name.") : say("Did you mean ${{{}}}?", meant));
                }
            }
        }
        declarations.push_back(std::move(entity));
    }

    void collectSaveTo(const std::vector<EntityDeclaration>& declarations)
    {
        std::set<std::pair<std::string, std::string>> seen;
        walk(m_root, [&](const Item& item) {
            const Attribute* saveTo = item.bindOf(kSaveTo);
            if (!saveTo)
                return;
            const Place place = item.row.place("bind:entities:saveto");
            const std::size_t hash = saveTo->value.find('#');
            SaveTo target{&item, hash == std::string::npos ? "" : saveTo->value.substr(0, hash),
                          hash == std::string::npos ? saveTo->value : saveTo->value.substr(hash + 1)};
            if (declarations.empty()) {
                m_messages.error(place, "no-entity", say("the form declares no entity to save to"), say("Add a sheet named entities."));
                return;
            }
            if (item.kind != ItemKind::Question) {
                m_messages.error(place, "save-to-container", say("a group or repeat cannot be saved to an entity"),
                                 say("Move save_to to a question."));
                return;
            }
            if (target.property.find('#') != std::string::npos) {
                m_messages.error(place, "save-to-syntax", say("\"{}\" has more than one #", saveTo->value),
                                 say("Write list#property."));
                return;
            }
            if (target.list.empty() && declarations.size() == 1)
                target.list = declarations.front().list;
            checkProperty(target, place, declarations);
            if (!seen.emplace(target.list, target.property).second)
                m_messages.error(place, "save-to-twice", say("\"{}\" is saved by another question already", target.property),
                                 say("Save each property once."));
            m_saveTos.push_back(std::move(target));
        });
    }

    void checkProperty(const SaveTo& target, const Place& place, const std::vector<EntityDeclaration>& declarations)
    {
        const std::string lower = base::toLowerAscii(target.property);
        if (target.list.empty())
            m_messages.error(place, "save-to-list", say("the form writes to several lists; this does not say to which"),
                             say("Write list#property."));
        else if (std::none_of(declarations.begin(), declarations.end(), [&](const auto& e) { return e.list == target.list; }))
            m_messages.error(place, "save-to-list", say("the entities sheet declares no list \"{}\"", target.list),
                             say("Check the spelling, or add the list there."));
        if (lower == "name" || lower == "label")
            m_messages.error(place, "save-to-reserved", say("\"{}\" is kept by the entity itself", target.property),
                             say("Choose another property; the label has its own column in the entities sheet."));
        else if (target.property.starts_with("__"))
            m_messages.error(place, "save-to-reserved", say("\"{}\" begins like the entity's own properties", target.property),
                             say("Do not begin with two underscores."));
        else if (!isName(target.property))
            m_messages.error(place, "save-to-name", say("\"{}\" cannot name a property", target.property),
                             say("Begin with a letter or an underscore; letters, digits, hyphens and underscores may follow."));
    }

    struct Wish {
        EntityDeclaration* entity;
        const Item* scope;  ///< may not move further out than this
        const Item* wanted; ///< lies within scope
    };

    void place(std::vector<EntityDeclaration>& declarations)
    {
        std::vector<Wish> wishes;
        for (EntityDeclaration& entity : declarations)
            wishes.push_back(wishOf(entity));
        // One list outside repeats stands with the form itself: servers of 2024 know no other place.
        if (wishes.size() == 1 && wishes.front().scope == &m_root)
            wishes.front().wanted = &m_root;
        // The deepest first: it has the least choice.
        std::stable_sort(wishes.begin(), wishes.end(), [](const Wish& a, const Wish& b) { return a.wanted->depth() > b.wanted->depth(); });
        std::map<const Item*, const EntityDeclaration*> taken;
        for (Wish& wish : wishes) {
            const Item* at = wish.wanted;
            while (taken.contains(at) && at != wish.scope)
                at = at->parent;
            if (taken.contains(at)) {
                m_messages.error(wish.entity->row.place(), "entity-place",
                                 say("there is no place left for the list \"{}\": \"{}\" stands at {} already",
                                             wish.entity->list, taken[at]->list, at->path()),
                                 say("Put the questions of each list into a group of their own."));
                continue;
            }
            taken[at] = wish.entity;
            wish.entity->container = at;
        }
    }

    Wish wishOf(EntityDeclaration& entity)
    {
        const Item* scope = &m_root;
        const SaveTo* scopeSource = nullptr;
        std::set<const Item*> parents;
        std::vector<const SaveTo*> saveTos;
        for (const SaveTo& saveTo : m_saveTos) {
            if (saveTo.list != entity.list)
                continue;
            saveTos.push_back(&saveTo);
            parents.insert(saveTo.item->parent);
            const Item* its = scopeOf(*saveTo.item);
            if (its != scope && (scope == &m_root || its->isIn(*scope))) {
                scope = its;
                scopeSource = &saveTo;
            }
        }
        // What the expressions name may lie further out, and lead further in.
        const Item* deepest = nullptr;
        std::vector<std::pair<const Item*, Place>> named;
        for (const std::string_view key : {"label", "entity_id", "create_if", "update_if"}) {
            for (const Reference& reference : findReferences(entity.row.text(key))) {
                const Item* item = m_names.resolve(reference.name, *scope);
                if (!item || reference.lastSaved || item->kind == ItemKind::Root)
                    continue;
                named.emplace_back(item, entity.row.place(key));
                const Item* holder = item->kind == ItemKind::Question ? item->parent : item;
                if (!deepest || holder->depth() > deepest->depth())
                    deepest = holder;
                const Item* its = scopeOf(*holder);
                if (saveTos.empty() && its != scope && (scope == &m_root || its->isIn(*scope)))
                    scope = its;
            }
        }
        for (const SaveTo* saveTo : saveTos) {
            if (scopeOf(*saveTo->item) != scope)
                m_messages.error(saveTo->item->row.place("bind:entities:saveto"), "save-to-scope",
                                 say("the list \"{}\" is written in another repeat{}", entity.list,
                                             scopeSource ? fmt::format(", \"{}\"", scope->name) : std::string()),
                                 say("Copy the answer into that repeat with a calculation, and save it from there."));
        }
        for (const auto& [item, place] : named) {
            const Item* its = scopeOf(item->kind == ItemKind::Question ? *item->parent : *item);
            if (its != scope && !scope->isIn(*its))
                m_messages.error(place, "entity-scope",
                                 say("${{{}}} lies in another repeat than the entity", item->name),
                                 say("Name questions of one repeat, or copy the answer there with a calculation."));
        }
        const Item* wanted = scope;
        if (parents.size() == 1)
            wanted = *parents.begin();
        else if (parents.empty() && deepest && (deepest == scope || deepest->isIn(*scope)))
            wanted = deepest;
        if (wanted != scope && !wanted->isIn(*scope))
            wanted = scope;
        return {&entity, scope, wanted};
    }

    const Item& m_root;
    const NameIndex& m_names;
    Messages& m_messages;
    std::vector<SaveTo> m_saveTos;
};

} // namespace

std::vector<EntityDeclaration> readEntities(const Sheet* sheet, const Item& root, const NameIndex& names, Messages& messages)
{
    return EntityReader(root, names, messages).run(sheet);
}

} // namespace tashilgar::forms::xlsform
