#include "app/forms/xlsform/instances.h"

#include "app/forms/xlsform/expression.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace tashilgar::forms::xlsform {

namespace {

class Collector {
public:
    explicit Collector(Messages& messages)
        : m_messages(messages)
    {
    }
    std::vector<SecondaryInstance> instances;

    void add(SecondaryInstance instance)
    {
        const auto [place, isNew] = m_places.emplace(instance.id, instances.size());
        if (!isNew) {
            const SecondaryInstance& known = instances[place->second];
            if (known.source != instance.source)
                m_messages.error(instance.place, "instance-clash",
                                 say("\"{}\" would stand for two things: {} and {}", known.id, nameOf(known), nameOf(instance)),
                                 say("Rename the list, or one of the files."));
            return;
        }
        instances.push_back(std::move(instance));
    }

private:
    static Sentence nameOf(const SecondaryInstance& instance)
    {
        return instance.list ? say("a list of choices") : say("the file {}", instance.source);
    }
    Messages& m_messages;
    std::map<std::string, std::size_t> m_places; ///< id -> place in instances
};

std::string sourceOfFile(std::string_view file)
{
    return fmt::format("jr://{}/{}", file.ends_with(".csv") ? "file-csv" : "file", file);
}

/// Every expression of an item, with the column it stands in.
template <class Visit>
void forEachExpression(const Item& item, const Visit& visit)
{
    if (!item.calculation.empty())
        visit(item.calculation, "bind:calculate");
    for (const Attribute& attribute : item.bind)
        visit(attribute.value, "bind:" + attribute.name);
    if (!item.choices.filter.empty())
        visit(item.choices.filter, "choice_filter");
    if (!item.defaultValue.empty())
        visit(item.defaultValue, "default");
    if (!item.repeatCount.empty())
        visit(item.repeatCount, "control:jr:count");
    for (const Texts* texts : {&item.label, &item.hint, &item.guidance}) {
        for (const auto& [language, text] : *texts)
            visit(text, "label");
    }
}

} // namespace

std::vector<SecondaryInstance> collectInstances(const Item& root, const Choices& choices,
                                                const std::vector<EntityDeclaration>& entities, Messages& messages)
{
    Collector collector(messages);
    std::set<std::string> onlySearched;
    bool readsLastSaved = false;
    walk(root, [&](const Item& item) {
        const std::string_view type = item.type ? item.type->name : std::string_view();
        if (type == "csv-external")
            collector.add({item.name, "jr://file-csv/" + item.name + ".csv", nullptr, item.row.place("name")});
        else if (type == "xml-external")
            collector.add({item.name, "jr://file/" + item.name + ".xml", nullptr, item.row.place("name")});
        else if (!item.choices.file.empty() && !item.choices.list.empty())
            collector.add({item.choices.list, sourceOfFile(item.choices.file), nullptr, item.row.place("type")});
        forEachExpression(item, [&](const std::string& expression, const std::string& column) {
            for (const std::string& list : pulldataLists(expression))
                collector.add({list, "jr://file-csv/" + list + ".csv", nullptr, item.row.place(column)});
            for (const Reference& reference : findReferences(expression))
                readsLastSaved = readsLastSaved || reference.lastSaved;
        });
        if (item.choices.inlineItems)
            onlySearched.insert(item.choices.list);
    });
    walk(root, [&](const Item& item) {
        if (!item.choices.inlineItems)
            onlySearched.erase(item.choices.list);
    });
    for (const EntityDeclaration& entity : entities) {
        if (entity.updates())
            collector.add({entity.list, "jr://file-csv/" + entity.list + ".csv", nullptr, entity.row.place("list_name")});
    }
    for (const ChoiceList& list : choices.lists()) {
        if (!onlySearched.contains(list.name) && !list.choices.empty())
            collector.add({list.name, {}, &list, list.choices.front().row.place("list_name")});
    }
    walk(root, [&](const Item& item) {
        const std::string reference = item.parameters.get("reference-geometry");
        if (reference.empty() || reference.starts_with("${"))
            return;
        const SecondaryInstance* found = nullptr;
        for (const SecondaryInstance& instance : collector.instances) {
            if (instance.id == reference)
                found = &instance;
        }
        // A pulldata alone does not make a list of choices.
        bool listed = found && found->list;
        walk(root, [&](const Item& other) {
            const bool external = other.type && (other.type->name == "csv-external" || other.type->name == "xml-external");
            listed = listed || (external && other.name == reference) || (!other.choices.file.empty() && other.choices.list == reference);
        });
        for (const EntityDeclaration& entity : entities)
            listed = listed || (entity.updates() && entity.list == reference);
        if (!listed)
            messages.error(item.row.place("parameters"), "unknown-list",
                           say("reference-geometry names \"{}\", which is neither a list nor a file of this form", reference),
                           say("Name a list of the choices sheet, an attached file without its extension, or a repeat as ${name}."));
    });
    if (readsLastSaved)
        collector.add({"__last-saved", "jr://instance/last-saved", nullptr, {}});
    return std::move(collector.instances);
}

} // namespace tashilgar::forms::xlsform
