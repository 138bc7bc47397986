#include "app/forms/xlsform/back/survey_rows.h"

#include "app/base/text.h"
#include "app/forms/xlsform/expression.h"
#include "app/forms/xlsform/question_type.h"

#include <algorithm>
#include <fmt/format.h>

namespace tashilgar::forms::xlsform::back {

using base::xml::kNoNode;
using base::xml::NodeIndex;

namespace {

/// yes and no as authors write them; expressions as they are.
std::string truthCell(const std::string& text)
{
    const std::string_view trimmed = base::trim(text);
    return trimmed == "true()" ? "yes" : trimmed == "false()" ? "no" : text;
}

} // namespace

SurveyRows::SurveyRows(const XFormView& view, const ItemTree& tree, const Paths& paths, const FormTexts& texts,
    ChoiceLists& lists, Messages& messages)
    : m_view(view)
    , m_tree(tree)
    , m_paths(paths)
    , m_texts(texts)
    , m_lists(lists)
    , m_messages(messages)
{
    walk(*tree.root, [&](const Item& item) {
        if (item.name == "entity" && item.parent && item.parent->name == "meta")
            ++m_entityCount;
    });
}

std::string SurveyRows::said(std::string_view expression, const Item& at)
{
    for (std::string& list : pulldataLists(expression))
        m_declared.insert(std::move(list));
    return m_paths.inSheet(expression, {&at, 0, false, nullptr});
}

void SurveyRows::addParameter(DraftRow& row, std::string_view key, const std::string& value)
{
    if (value.empty())
        return;
    const std::string before = row.get("parameters");
    row.set("parameters", fmt::format("{}{}{}={}", before, before.empty() ? "" : " ", key, value));
}

std::string SurveyRows::referenceTo(NodeIndex control) const
{
    const Item* item = m_paths.itemAt(m_view.path(control));
    return item ? "${" + item->name + "}" : std::string();
}

Draft SurveyRows::run()
{
    for (const auto& child : m_tree.root->children)
        write(*child);
    for (const NodeIndex element : m_view.leftOver())
        m_messages.warn({"survey"}, "no-place",
            say("a {} of the body (line {}) has no place of its own in the record and is left out; what it holds is "
                "kept",
                m_view.document().name(element).local, m_view.document().line(element)));
    return std::move(m_survey);
}

void SurveyRows::write(const Item& item)
{
    if (item.kind == ItemKind::Meta) {
        writeMeta(item);
        return;
    }
    // The entity of a group or repeat.
    if (item.name == "meta" && item.kind == ItemKind::Group
        && std::any_of(item.children.begin(), item.children.end(), [](const auto& c) { return c->name == "entity"; })) {
        for (const auto& child : item.children) {
            if (child->name == "entity")
                writeEntity(*child, *item.parent);
        }
        return;
    }
    const NodeIndex control = m_view.control(item.path());
    DraftRow row;
    row.set("name", item.name);
    const bool container = item.kind == ItemKind::Group || item.kind == ItemKind::Repeat;
    const std::string_view word = item.kind == ItemKind::Repeat ? "repeat" : "group";
    row.set("type", container ? fmt::format("begin {}", word) : typeOf(item, control, row));
    putTexts(item, control, row);
    putBind(item, row);
    putControl(item, control, row);
    putNode(item, row);
    putActions(item, row);
    m_survey.rows.push_back(std::move(row));
    if (!container)
        return;
    for (const auto& child : item.children)
        write(*child);
    DraftRow end;
    end.set("type", fmt::format("end {}", word));
    end.set("name", item.name);
    m_survey.rows.push_back(std::move(end));
}

void SurveyRows::writeMeta(const Item& meta)
{
    for (const auto& child : meta.children) {
        const std::string path = child->path();
        const NodeIndex bind = m_view.bind(path);
        if (child->name == "instanceID") {
            m_hasInstanceId = true;
        } else if (child->name == "instanceName") {
            m_instanceName = said(m_view.attribute(bind, "calculate"), *child);
        } else if (child->name == "audit") {
            DraftRow row;
            row.set("type", "audit");
            row.set("name", "audit");
            for (const std::string_view key : {"location-priority", "location-min-interval", "location-max-age",
                     "track-changes", "track-changes-reasons", "identify-user"})
                addParameter(row, key, m_view.attribute(bind, fmt::format("odk:{}", key)));
            m_survey.rows.push_back(std::move(row));
        } else if (child->name == "entity") {
            writeEntity(*child, *m_tree.root);
        } else if (child->name != "deprecatedID") {
            m_messages.warn({"survey"}, "meta",
                say("the form's own \"{}\" is left out; a spreadsheet has no row for it", child->name));
        }
    }
}

/// Spec: https://getodk.github.io/xforms-spec/entities
void SurveyRows::writeEntity(const Item& entity, const Item& container)
{
    const NodeIndex node = m_tree.node(entity);
    const std::string path = entity.path();
    const ExpressionPlace at{&container, 3, false, nullptr};
    const auto calculated = [&](std::string_view below) {
        return m_paths.inSheet(m_view.attribute(m_view.bind(path + std::string(below)), "calculate"), at);
    };
    DraftRow row;
    const std::string list = m_view.attribute(node, "dataset");
    row.set("list_name", list);
    row.set("label", calculated("/label"));
    row.set("entity_id", calculated("/@id"));
    row.set("create_if", calculated("/@create"));
    row.set("update_if", calculated("/@update"));
    if (!m_view.attribute(node, "update").empty())
        m_declared.insert(list);
    m_entities.rows.push_back(std::move(row));
}

void SurveyRows::putTexts(const Item& item, NodeIndex control, DraftRow& row)
{
    const auto& document = m_view.document();
    NodeIndex from = control;
    if (item.kind == ItemKind::Repeat) {
        from = m_view.repeatGroup(item.path());
        if (from == kNoNode)
            from = control;
    }
    for (NodeIndex part = from == kNoNode ? kNoNode : document.firstElement(from); part != kNoNode;
         part = document.nextElement(part)) {
        const std::string& local = document.name(part).local;
        if (local == "label" || local == "hint")
            m_texts.put(row, part, local, item);
    }
    if (item.kind != ItemKind::Question || control == kNoNode)
        return;
    const bool hasText = std::any_of(row.cells().begin(), row.cells().end(), [](const auto& cell) {
        return cell.first.starts_with("label") || cell.first.starts_with("hint") || cell.first.starts_with("image")
            || cell.first.starts_with("audio") || cell.first.starts_with("video")
            || cell.first.starts_with("big-image");
    });
    if (!hasText && m_view.attribute(control, "appearance") != "label") {
        m_messages.warn({"survey"}, "no-label",
            say("\"{}\" is asked without a word; its name stands for its label", item.name), say("Say what is asked."));
        row.set("label", item.name);
    }
}

void SurveyRows::putBind(const Item& item, DraftRow& row)
{
    const NodeIndex bind = m_view.bind(item.path());
    if (bind == kNoNode)
        return;
    const auto& document = m_view.document();
    const std::string type = row.get("type");
    for (NodeIndex a = document.firstAttribute(bind); a != kNoNode; a = document.nextAttribute(a)) {
        const std::string name = m_view.qualified(document.name(a));
        const std::string value(document.text(a));
        if (name == "nodeset" || name == "id" || name == "type" || name == "jr:preload" || name == "jr:preloadParams")
            continue;
        if (name == "relevant" || name == "constraint")
            row.set(name, said(value, item));
        else if (name == "calculate")
            row.set("calculation", said(value, item));
        else if (name == "required")
            row.set("required", truthCell(said(value, item)));
        else if (name == "readonly")
            row.set("read_only", type == "note" ? "" : truthCell(said(value, item)));
        else if (name == "jr:constraintMsg")
            m_texts.putMessage(row, value, "constraint_message", item);
        else if (name == "jr:requiredMsg")
            m_texts.putMessage(row, value, "required_message", item);
        else if (name == "jr:noAppErrorString")
            m_texts.putMessage(row, value, "no_app_error_string", item);
        else if (name == "tsh:expectedMsg")
            m_texts.putMessage(row, value, "bind::tsh:expectedMsg", item);
        else if (name == "entities:saveto")
            row.set("save_to", value);
        else if (name == "orx:max-pixels" && type == "image")
            addParameter(row, "max-pixels", value);
        else if (name == "odk:quality" && type == "audio")
            addParameter(row, "quality", value);
        else if (name == "odk:allow-mock-accuracy" && type.starts_with("geo"))
            addParameter(row, "allow-mock-accuracy", value);
        else
            row.set("bind::" + name, said(value, item));
    }
    // Of several lists, the one whose entity stands nearest around the question.
    if (const std::string property = row.get("save_to"); !property.empty() && m_entityCount > 1) {
        for (const Item* around = item.parent; around; around = around->parent) {
            const Item* entity = m_paths.itemAt(around->path() + "/meta/entity");
            if (entity) {
                row.set("save_to", m_view.attribute(m_tree.node(*entity), "dataset") + "#" + property);
                break;
            }
        }
    }
}

void SurveyRows::putControl(const Item& item, NodeIndex control, DraftRow& row)
{
    if (control == kNoNode)
        return;
    const auto& document = m_view.document();
    const std::string type = row.get("type");
    std::vector<NodeIndex> elements = {control};
    if (const NodeIndex group = item.kind == ItemKind::Repeat ? m_view.repeatGroup(item.path()) : kNoNode;
        group != kNoNode)
        elements.push_back(group);
    for (const NodeIndex element : elements) {
        for (NodeIndex a = document.firstAttribute(element); a != kNoNode; a = document.nextAttribute(a)) {
            const std::string name = m_view.qualified(document.name(a));
            const std::string value(document.text(a));
            if (name == "ref" || name == "nodeset" || name == "bind" || name == "mediatype" || name == "id")
                continue;
            if (name == "appearance")
                row.set("appearance", said(value, item));
            else if (name == "autoplay")
                row.set("autoplay", value);
            else if (name == "jr:count")
                row.set("repeat_count", said(value, item));
            else if (name == "rows" && type == "text")
                addParameter(row, "rows", value);
            else if (type == "range" && (name == "start" || name == "end" || name == "step"))
                addParameter(row, name, value);
            else if (type == "range" && name == "odk:tick-interval")
                addParameter(row, "tick_interval", value);
            else if (type == "range" && name == "odk:placeholder")
                addParameter(row, "placeholder", value);
            else if (type == "geopoint" && name == "accuracyThreshold")
                addParameter(row, "capture-accuracy", value);
            else if (type == "geopoint" && name == "unacceptableAccuracyThreshold")
                addParameter(row, "warning-accuracy", value);
            else if ((type == "geotrace" || type == "geoshape") && name == "incremental")
                addParameter(row, "incremental", value);
            else if (type == "image" && name == "intent")
                addParameter(row, "app", value);
            else
                row.set("body::" + name, said(value, item));
        }
    }
    if (type == "range") {
        const ChoiceCells cells = m_lists.read(control, item);
        addParameter(row, "tick_labelset", cells.list);
    } else if (type.starts_with("geo")) {
        const ChoiceCells cells = m_lists.read(control, item);
        addParameter(row, "reference-geometry", cells.list);
        row.set("choice_filter", cells.filter);
    }
}

void SurveyRows::putNode(const Item& item, DraftRow& row)
{
    const auto& document = m_view.document();
    const NodeIndex node = m_tree.node(item);
    const auto putAttributes = [&](NodeIndex element) {
        for (NodeIndex a = document.firstAttribute(element); a != kNoNode; a = document.nextAttribute(a)) {
            const std::string name = m_view.qualified(document.name(a));
            if (name != "jr:template")
                row.set("instance::" + name, std::string(document.text(a)));
        }
    };
    putAttributes(node);
    if (item.kind == ItemKind::Repeat) { // converters put them on the first row alone, not on the template before it
        const NodeIndex first = document.nextElement(node);
        if (first != kNoNode && document.name(first) == document.name(node))
            putAttributes(first);
    }
    if (item.kind == ItemKind::Question)
        row.set("default", std::string(base::trim(document.stringValue(node))));
}

void SurveyRows::putActions(const Item& item, DraftRow& row)
{
    std::string triggers;
    for (const FoundAction& action : m_view.actions(item.path())) {
        std::string value = m_view.attribute(action.element, "value");
        const std::string text = m_view.document().stringValue(action.element);
        if (action.name == "recordaudio")
            addParameter(row, "quality", m_view.attribute(action.element, "odk:quality"));
        for (const std::string& event : action.events) {
            if (event == "xforms-value-changed") {
                const std::string trigger = referenceTo(action.control);
                if (trigger.empty())
                    continue;
                triggers += (triggers.empty() ? "" : ", ") + trigger;
                if (action.name == "setvalue" && !value.empty())
                    row.set("calculation", said(value, item));
                else if (action.name == "setvalue" && !text.empty())
                    row.set("calculation", fmt::format("\"{}\"", text));
            } else if (action.name != "setvalue") {
                continue;
            } else if (event == "odk-instance-first-load" || event == "odk-new-repeat") {
                std::string cell = value.empty() ? text : said(value, item);
                const QuestionType* type = findQuestionType(row.get("type"));
                // The converter tells an expression by its looks; what looks like a text is wrapped.
                if (!value.empty() && !isDynamicDefault(cell, type ? type->dataType : std::string_view("string")))
                    cell = fmt::format("string({})", cell);
                row.set("default", std::move(cell));
            } else {
                m_messages.warn({"survey"}, "event",
                    say("\"{}\" is also set at {}, which a spreadsheet cannot say", item.name, event));
            }
        }
    }
    row.set("trigger", triggers);
}

} // namespace tashilgar::forms::xlsform::back
