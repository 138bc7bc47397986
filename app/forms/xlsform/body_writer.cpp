#include "app/forms/xlsform/form_writer.h"

#include "app/base/text.h"

#include <algorithm>
#include <fmt/format.h>

namespace tashilgar::forms::xlsform {

namespace {

using base::xml::Name;
using base::xml::NodeIndex;

std::string_view elementOf(const Item& item)
{
    if (item.choices.external)
        return "input";
    switch (item.type->control) {
    case Control::Input:
        return "input";
    case Control::Select1:
        return "select1";
    case Control::Select:
        return "select";
    case Control::Rank:
        return "odk:rank";
    case Control::Upload:
        return "upload";
    case Control::Trigger:
        return "trigger";
    case Control::Range:
        return "range";
    case Control::None:
        break;
    }
    return {};
}

/// A calculated question without a text is not shown.
bool isShown(const Item& item)
{
    return item.type && item.type->control != Control::None
        && (item.hasText() || item.appearance == "label"
            || (item.calculation.empty() && item.triggers.empty() && !hasDynamicDefault(item)));
}

class BodyWriter {
public:
    explicit BodyWriter(WriteContext& context)
        : m_context(context)
        , m_parts(context.parts)
    {
    }

    void run(NodeIndex html)
    {
        const NodeIndex body = m_context.document.appendElement(html, Name{std::string(kXhtml), "body", "h"});
        if (!m_parts.settings.style.empty())
            m_context.set(body, "class", m_parts.settings.style);
        writeChildren(m_parts.root, body);
    }

private:
    void writeChildren(const Item& item, NodeIndex element)
    {
        for (const auto& child : item.children) {
            if (child->kind == ItemKind::Question)
                writeQuestion(*child, element);
            else if (child->kind == ItemKind::Group)
                writeGroup(*child, element);
            else if (child->kind == ItemKind::Repeat)
                writeRepeat(*child, element);
        }
    }

    void setControl(const Item& item, NodeIndex element)
    {
        if (!item.appearance.empty())
            m_context.set(element, "appearance", m_context.expand(item.appearance, item));
        for (const Attribute& attribute : item.control)
            m_context.set(element, attribute.name, m_context.expand(attribute.value, item));
    }

    void writeGroup(const Item& item, NodeIndex parent)
    {
        const NodeIndex group = m_context.add(parent, "group");
        m_context.set(group, "ref", item.path());
        setControl(item, group);
        writeLabel(item, group);
        writeChildren(item, group);
    }

    void writeRepeat(const Item& item, NodeIndex parent)
    {
        const NodeIndex group = m_context.add(parent, "group");
        m_context.set(group, "ref", item.path());
        writeLabel(item, group);
        const NodeIndex repeat = m_context.add(group, "repeat");
        m_context.set(repeat, "nodeset", item.path());
        setControl(item, repeat);
        if (!item.repeatCount.empty())
            m_context.set(repeat, "jr:count", m_context.expand(item.repeatCount, item));
        writeChildren(item, repeat);
        // What a fresh instance starts with. Spec: https://getodk.github.io/xforms-spec/#event:odk-new-repeat
        walk(item, [&](const Item& below) {
            if (below.repeatAround() == &item && hasDynamicDefault(below))
                writeSetValue(repeat, "odk-new-repeat", below.path(), m_context.expand(below.defaultValue, below));
        });
        for (const EntityDeclaration& entity : m_parts.entities) {
            const Item* around = entity.container->kind == ItemKind::Repeat ? entity.container : entity.container->repeatAround();
            if (around == &item && entity.entityId.empty())
                writeSetValue(repeat, "odk-new-repeat", entity.container->path() + "/meta/entity/@id", "uuid()");
        }
    }

    void writeSetValue(NodeIndex parent, std::string_view event, const std::string& ref, const std::string& value)
    {
        const NodeIndex action = m_context.add(parent, "setvalue");
        m_context.set(action, "event", std::string(event));
        m_context.set(action, "ref", ref);
        if (!value.empty())
            m_context.set(action, "value", value);
    }

    void writeTexts(const Item& item, NodeIndex element, std::string_view local, bool itext, const Texts& texts)
    {
        if (!itext && texts.empty())
            return;
        const NodeIndex node = m_context.add(element, local);
        if (itext)
            m_context.set(node, "ref", fmt::format("jr:itext('{}:{}')", item.path(), local));
        else
            writeText(m_context.document, node, texts.front().second, m_context.references, {&item, 0, false, nullptr});
    }
    void writeLabel(const Item& item, NodeIndex element) { writeTexts(item, element, "label", labelInItext(item), item.label); }
    void writeHint(const Item& item, NodeIndex element) { writeTexts(item, element, "hint", hintInItext(item), item.hint); }

    void writeQuestion(const Item& item, NodeIndex parent)
    {
        if (!isShown(item))
            return;
        const std::string_view name = elementOf(item);
        const NodeIndex element = name == "odk:rank" ? m_context.document.appendElement(parent, m_context.nameOf(name))
                                                     : m_context.add(parent, name);
        m_context.set(element, "ref", item.path());
        if (item.type->control == Control::Upload)
            m_context.set(element, "mediatype", std::string(item.type->mediaType));
        setControl(item, element);
        writeLabel(item, element);
        writeHint(item, element);
        if (item.type->name == "osm")
            writeTags(item, element);
        else if (item.choices.external)
            m_context.set(element, "query",
                          fmt::format("instance('{}')/root/item[{}]", item.choices.list,
                                      m_context.references.expand(item.choices.filter, {&item, 0, true, nullptr})));
        else if (item.choices.inlineItems)
            writeItems(item, element);
        else if (!item.choices.empty())
            writeItemset(item, element);
        writeTriggered(item, element);
    }

    void writeTriggered(const Item& item, NodeIndex element)
    {
        const auto found = m_context.triggered.find(&item);
        if (found == m_context.triggered.end())
            return;
        for (const Item* target : found->second) {
            if (target->kind != ItemKind::Question)
                continue;
            if (target->type && target->type->name == "background-geopoint") {
                const NodeIndex action = m_context.document.appendElement(element, m_context.nameOf("odk:setgeopoint"));
                m_context.set(action, "event", "xforms-value-changed");
                m_context.set(action, "ref", target->path());
            } else {
                writeSetValue(element, "xforms-value-changed", target->path(), m_context.expand(target->calculation, *target));
            }
        }
    }

    void writeTags(const Item& item, NodeIndex element)
    {
        for (const auto& [key, label] : item.osmTags) {
            const NodeIndex tag = m_context.add(element, "tag");
            m_context.set(tag, "key", key);
            m_context.document.setText(m_context.add(tag, "label"), label);
        }
    }

    void writeItems(const Item& item, NodeIndex element)
    {
        const ChoiceList* list = m_parts.choices.find(item.choices.list);
        const bool itext = list->needsItext();
        for (std::size_t i = 0; i < list->choices.size(); ++i) {
            const Choice& choice = list->choices[i];
            const NodeIndex node = m_context.add(element, "item");
            const NodeIndex label = m_context.add(node, "label");
            if (itext)
                m_context.set(label, "ref", fmt::format("jr:itext('{}-{}')", list->name, i));
            else if (!choice.label.empty())
                writeText(m_context.document, label, choice.label.front().second, m_context.references, {&m_parts.root, 0, false, nullptr});
            m_context.document.setText(m_context.add(node, "value"), choice.name);
        }
    }

    /// Spec: https://getodk.github.io/xforms-spec/#secondary-instances
    void writeItemset(const Item& item, NodeIndex element)
    {
        const ChoiceSource& source = item.choices;
        std::string nodeset;
        std::string valueRef = source.valueRef;
        std::string labelRef = source.labelRef;
        if (!source.repeatQuestion.empty()) {
            nodeset = repeatNodeset(item, valueRef);
            labelRef = valueRef;
        } else {
            nodeset = fmt::format("instance('{}')/root/item", source.list);
            if (!source.filter.empty())
                nodeset += "[" + m_context.references.expand(source.filter, {&item, 0, true, nullptr}) + "]";
            const ChoiceList* list = source.file.empty() ? m_parts.choices.find(source.list) : nullptr;
            if (list && list->needsItext())
                labelRef = "jr:itext(itextId)";
        }
        if (source.randomize) {
            const std::string seed = m_context.expand(source.seed, item);
            nodeset = fmt::format("randomize({}{}{})", nodeset, seed.empty() ? "" : ", ", base::trim(seed));
        }
        const NodeIndex itemset = m_context.add(element, "itemset");
        m_context.set(itemset, "nodeset", nodeset);
        m_context.set(m_context.add(itemset, "value"), "ref", valueRef);
        m_context.set(m_context.add(itemset, "label"), "ref", labelRef);
    }

    /// The instances of the repeat a question lies in, from where \p item stands; \p valueRef becomes the way from such an
    /// instance to the question.
    std::string repeatNodeset(const Item& item, std::string& valueRef)
    {
        const Item* question = m_parts.names.resolve(item.choices.repeatQuestion, item);
        const bool isRepeat = question->kind == ItemKind::Repeat;
        const Item* repeat = isRepeat ? question : question->repeatAround();
        valueRef = isRepeat ? "geometry" : question->path().substr(repeat->path().size() + 1);
        const Item* shared = nullptr;
        if (!isRepeat) {
            shared = repeat->parent;
            while (shared && !item.isIn(*shared))
                shared = shared->parent;
            const bool inside = shared && (shared->kind == ItemKind::Repeat || shared->repeatAround());
            if (!item.isIn(*repeat) && !inside)
                shared = nullptr;
        }
        std::string nodeset = repeat->path();
        if (shared) {
            nodeset = repeat->path().substr(shared->path().size() + 1);
            for (std::size_t steps = item.depth() - shared->depth(); steps > 0; --steps)
                nodeset = "../" + nodeset;
        }
        return nodeset
            + (item.choices.filter.empty()
                   ? fmt::format("[./{} != '']", valueRef)
                   : "[" + m_context.references.expand(item.choices.filter, {&item, 0, true, repeat}) + "]");
    }

    WriteContext& m_context;
    const FormParts& m_parts;
};

} // namespace

void writeBody(WriteContext& context, NodeIndex html) { BodyWriter(context).run(html); }

} // namespace tashilgar::forms::xlsform
