#include "app/forms/check/operands.h"

#include "app/base/text.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace tashilgar::forms::check {

using engine::CompiledExpression;
using engine::RuleKind;
using model::DefId;
using model::kNoDef;
using xpath::OpCode;
using xpath::TokenKind;

bool isNumeric(std::string_view text) { return !std::isnan(xpath::numberOfText(text)); }

namespace {

/// What a function gives, where that is always the same.
Kind kindOfFunction(std::string_view name)
{
    static const std::unordered_map<std::string_view, Kind> kKinds = {{"count", Kind::Number}, {"count-non-empty", Kind::Number},
        {"position", Kind::Number}, {"last", Kind::Number}, {"number", Kind::Number}, {"int", Kind::Number},
        {"round", Kind::Number}, {"floor", Kind::Number}, {"ceiling", Kind::Number}, {"sum", Kind::Number}, {"abs", Kind::Number},
        {"sqrt", Kind::Number}, {"pow", Kind::Number}, {"exp", Kind::Number}, {"log", Kind::Number}, {"log10", Kind::Number},
        {"pi", Kind::Number}, {"random", Kind::Number}, {"string-length", Kind::Number}, {"count-selected", Kind::Number},
        {"area", Kind::Number}, {"enclosed-area", Kind::Number}, {"distance", Kind::Number}, {"decimal-date-time", Kind::Number},
        {"decimal-time", Kind::Number}, {"true", Kind::Truth}, {"false", Kind::Truth}, {"boolean", Kind::Truth},
        {"not", Kind::Truth}, {"selected", Kind::Truth}, {"is-selected", Kind::Truth}, {"contains", Kind::Truth},
        {"starts-with", Kind::Truth}, {"ends-with", Kind::Truth}, {"regex", Kind::Truth}, {"checklist", Kind::Truth},
        {"weighted-checklist", Kind::Truth}, {"boolean-from-string", Kind::Truth}, {"geofence", Kind::Truth},
        {"intersects", Kind::Truth}, {"today", Kind::Date}, {"date", Kind::Date}, {"now", Kind::DateTime},
        {"date-time", Kind::DateTime}, {"uuid", Kind::Text}};
    const auto found = kKinds.find(name);
    return found == kKinds.end() ? Kind::Unknown : found->second;
}

bool hasWord(std::string_view appearance, std::string_view word)
{
    const auto words = base::splitWords(appearance);
    return std::find(words.begin(), words.end(), word) != words.end();
}

} // namespace

Operands::Operands(const engine::CompiledForm& form, const Lists& lists)
    : m_form(form)
    , m_definition(*form.definition)
    , m_kinds(m_definition.nodes.size(), Kind::Unknown)
    , m_values(m_definition.nodes.size())
    , m_written(m_definition.nodes.size(), false)
{
    for (const model::Action& action : m_definition.actions) {
        if (action.target != kNoDef)
            m_written[action.target] = true;
    }
    for (DefId place = 0; place < m_definition.nodes.size(); ++place) {
        m_values[place] = offeredAt(place, lists);
        m_kinds[place] = kindOfPlace(place);
    }
    // what is calculated as text is whatever its calculation gives; a rule comes after those it reads
    for (const engine::Rule& rule : m_form.graph.rules()) {
        if (rule.kind != RuleKind::Calculate || m_kinds[rule.node] != Kind::Unknown || m_written[rule.node]
            || m_definition.controlOf(rule.node))
            continue;
        const model::Bind* bind = m_definition.bindOf(rule.node);
        const Kind kind = of(rule.compiled, rule.compiled.expression.program().root).kind;
        if (bind && bind->type == DataType::String && (kind == Kind::Number || kind == Kind::Date || kind == Kind::DateTime))
            m_kinds[rule.node] = kind;
    }
}

Kind Operands::kindOfPlace(DefId place) const
{
    const model::NodeDef& node = m_definition.nodes[place];
    if (!node.leaf && !node.attribute)
        return Kind::Structure;
    const model::Control* control = m_definition.controlOf(place);
    if (control && (control->kind == NodeKind::Select || control->kind == NodeKind::Rank))
        return Kind::Choice;
    const model::Bind* bind = m_definition.bindOf(place);
    switch (bind ? bind->type : DataType::String) {
    case DataType::Int:
    case DataType::Decimal: return Kind::Number;
    case DataType::Date: return Kind::Date;
    case DataType::Time: return Kind::Time;
    case DataType::DateTime: return Kind::DateTime;
    case DataType::Geopoint:
    case DataType::Geotrace:
    case DataType::Geoshape: return Kind::Geo;
    case DataType::Binary: return Kind::Text;
    case DataType::String: break;
    default: return Kind::Unknown;
    }
    // a text question, unless somebody or something else writes numbers there
    const bool typed = control && control->kind == NodeKind::Input && !hasWord(control->appearance, "numbers")
        && control->query.empty() && !node.attribute;
    const bool calculated = bind && (!bind->calculate.empty() || bind->preload.kind != model::PreloadKind::None);
    return typed && bind && bind->hasType && !calculated && !m_written[place] && !isNumeric(node.defaultValue) ? Kind::Text : Kind::Unknown;
}

/// The values of every control of the place, where all of them are known.
std::optional<std::vector<std::string>> Operands::offeredAt(DefId place, const Lists& lists) const
{
    const model::NodeDef& node = m_definition.nodes[place];
    if (node.control == model::kNone)
        return std::nullopt;
    std::vector<std::string> values;
    for (std::size_t index = 0; index < m_definition.controls.size(); ++index) {
        const model::Control& control = m_definition.controls[index];
        if (control.node != place)
            continue;
        if ((control.kind != NodeKind::Select && control.kind != NodeKind::Rank)
            || control.appearance.find('(') != std::string::npos) // search('list') adds choices of its own
            return std::nullopt;
        for (const model::Item& item : control.items)
            values.push_back(item.value);
        if (!control.itemset)
            continue;
        const engine::RuleIndex rule = m_form.graph.ruleOf(place, RuleKind::Choices);
        const engine::CompiledItemset& itemset = m_form.itemsets[index];
        if (rule == engine::kNoRule || node.control != index || !itemset.value)
            return std::nullopt;
        const auto& references = m_form.graph.rules()[rule].compiled.expression.references();
        const xpath::PathReference* column = itemset.value->asPath();
        std::string id;
        for (const xpath::PathReference& path : references) {
            if (path.start == xpath::PathReference::Start::Instance && path.enclosing == xpath::PathReference::kNone && id.empty())
                id = path.instance;
        }
        const List* list = lists.find(id);
        if (!list || !list->flat || !column || column->steps.size() != 1)
            return std::nullopt;
        auto listed = list->valuesOf(column->steps[0].local);
        if (listed.empty())
            return std::nullopt;
        values.insert(values.end(), listed.begin(), listed.end());
    }
    if (values.empty())
        return std::nullopt;
    return values;
}

bool Operands::isMultiple(DefId place) const
{
    const model::Control* control = m_definition.controlOf(place);
    return control && control->multiple;
}

bool Operands::hasWords(DefId place) const
{
    const auto& values = m_values[place];
    return values && std::any_of(values->begin(), values->end(), [](const std::string& value) { return !isNumeric(value); });
}

Operand Operands::of(const CompiledExpression& compiled, xpath::OpIndex index) const
{
    const xpath::Program& program = compiled.expression.program();
    const xpath::Op& op = program.ops[index];
    switch (op.code) {
    case OpCode::Constant: {
        const xpath::Value& value = program.constants[op.index];
        return {value.isNumber() ? Kind::Number : value.isBoolean() ? Kind::Truth : Kind::Text, kNoDef, &value};
    }
    case OpCode::Negate:
        return {Kind::Number, kNoDef, nullptr};
    case OpCode::Chain:
        switch (program.operators[op.first + 1]) {
        case TokenKind::Plus:
        case TokenKind::Minus:
        case TokenKind::Multiply:
        case TokenKind::Divide:
        case TokenKind::Modulo: return {Kind::Number, kNoDef, nullptr};
        default: return {Kind::Truth, kNoDef, nullptr};
        }
    case OpCode::Call: {
        const std::string& name = program.calls[op.index].function->name;
        if (name == "if" || name == "coalesce") { // what both ways agree on
            const std::uint32_t first = name == "if" ? 1 : 0;
            if (op.count != first + 2)
                return {};
            const Kind one = of(compiled, program.operands[op.first + first]).kind;
            const Kind other = of(compiled, program.operands[op.first + first + 1]).kind;
            return {one == other && one != Kind::Text ? one : Kind::Unknown, kNoDef, nullptr};
        }
        if (name == "once")
            return {of(compiled, program.operands[op.first]).kind, kNoDef, nullptr};
        return {kindOfFunction(name), kNoDef, nullptr};
    }
    case OpCode::Path: {
        const engine::BoundPath& path = compiled.paths[op.index];
        if (!path.bound || !path.complete)
            return {};
        return {m_kinds[path.target], path.target, nullptr};
    }
    default:
        return {};
    }
}

} // namespace tashilgar::forms::check
