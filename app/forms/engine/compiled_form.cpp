#include "app/forms/engine/compiled_form.h"

#include "app/base/text.h"
#include "app/forms/engine/suggestions.h"
#include "app/forms/secondary/document_dom.h"
#include "app/forms/secondary/table.h"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_set>

namespace tashilgar::forms::engine {

namespace xml = base::xml;
using model::Definition;
using model::DefId;
using model::kNoDef;

namespace {

class Compiler {
public:
    Compiler(std::shared_ptr<const Definition> definition, Diagnostics& diagnostics)
        : m_form(std::make_unique<CompiledForm>())
        , m_definition(*definition)
        , m_diagnostics(diagnostics)
    {
        m_form->definition = std::move(definition);
        m_form->version = {base::FormId(m_definition.id), m_definition.version};
        m_form->namespaces = namespacesOf(m_definition);
        m_form->instanceId = m_definition.meta("instanceID");
    }

    std::unique_ptr<CompiledForm> compile()
    {
        binds();
        repeats();
        controls();
        m_form->graph = BindGraph::build(m_definition, std::move(m_rules), m_diagnostics);
        actions();
        outputs();
        instances();
        fields();
        namespaces();
        return std::move(m_form);
    }

private:
    /// What is wrong with an expression; of unknown functions all, each with the name that was most likely meant.
    void fault(const std::string& text, const std::string& place, const base::Error& error)
    {
        const auto tell = [&](const std::string& sentence, const std::string& remedy) -> Diagnostic& {
            return m_diagnostics.emplace_back(
                Diagnostic{Severity::Error, std::string(error.code.name()).substr(6), place, sentence, remedy});
        };
        if (error.code == xpath::kUnknownFunction) {
            for (const UnknownFunction& unknown : unknownFunctions(text, m_form->namespaces))
                tell(unknown.sentence, unknown.near.empty() ? std::string() : "did you mean " + unknown.near + "()?").details
                    = {{"function", unknown.name}, {"near", unknown.near}};
        } else {
            tell(error.sentence, {}).details = {{"reason", error.sentence}};
        }
    }

    std::optional<CompiledExpression> expression(
        const std::string& text, DefId context, const std::string& place, DefId scope = kNoDef)
    {
        auto compiled = compileAt(m_definition, m_form->namespaces, text, context, scope);
        if (!compiled) {
            fault(text, place, compiled.error());
            return std::nullopt;
        }
        for (const std::string& path : compiled->unknown) {
            const std::string near = nearestPath(m_definition, path);
            m_diagnostics.push_back({Severity::Warning, "unknown-node", place, "the instance has no place '" + path + "'",
                near.empty() ? "the expression reads nothing there" : "did you mean " + near + "?"});
            m_diagnostics.back().details = {{"path", path}, {"near", near}};
        }
        return std::move(*compiled);
    }

    void rule(RuleKind kind, DefId node, const std::string& text, const std::string& place)
    {
        if (base::trim(text).empty())
            return;
        if (auto compiled = expression(text, node, place))
            m_rules.push_back({kind, node, std::move(*compiled), place});
    }

    void binds()
    {
        for (const model::Bind& bind : m_definition.binds) {
            const std::string place = "bind " + m_definition.nodes[bind.node].path + ", ";
            rule(RuleKind::Calculate, bind.node, bind.calculate, place + "calculate");
            rule(RuleKind::Relevant, bind.node, bind.relevant, place + "relevant");
            rule(RuleKind::Readonly, bind.node, bind.readonly, place + "readonly");
            rule(RuleKind::Required, bind.node, bind.required, place + "required");
            rule(RuleKind::Constraint, bind.node, bind.constraint, place + "constraint");
            rule(RuleKind::Expected, bind.node, bind.expected, place + "tsh:expected");
        }
    }

    void repeats()
    {
        for (DefId def = 0; def < m_definition.nodes.size(); ++def) {
            const model::NodeDef& node = m_definition.nodes[def];
            if (node.repeat && !node.count.empty())
                rule(RuleKind::Count, def, node.count, "repeat " + node.path + ", jr:count");
        }
    }

    std::optional<xpath::Expression> relative(const std::string& text, const std::string& place)
    {
        if (base::trim(text).empty())
            return std::nullopt;
        auto compiled = xpath::Expression::compile(text, m_form->namespaces);
        if (!compiled) {
            fault(text, place, compiled.error());
            return std::nullopt;
        }
        return std::move(*compiled);
    }

    void controls()
    {
        m_form->itemsets.resize(m_definition.controls.size());
        std::vector<bool> hasChoices(m_definition.nodes.size(), false);
        for (std::size_t i = 0; i < m_definition.controls.size(); ++i) {
            const model::Control& control = m_definition.controls[i];
            if (!control.itemset || control.node == kNoDef)
                continue;
            const std::string place = "itemset of " + m_definition.nodes[control.node].path;
            CompiledItemset& itemset = m_form->itemsets[i];
            itemset.value = relative(control.itemset->value, place + ", value");
            itemset.labelIsItext = control.itemset->label.kind == model::Text::Kind::Itext;
            itemset.label = relative(control.itemset->label.expression, place + ", label");
            if (hasChoices[control.node])
                continue;
            hasChoices[control.node] = true;
            const std::size_t before = m_rules.size();
            rule(RuleKind::Choices, control.node, control.itemset->nodeset, place + ", nodeset");
            if (m_rules.size() == before)
                continue;
            CompiledExpression& compiled = m_rules.back().compiled;
            readsOfItems(compiled, itemset);
            itemset.fixed = compiled.dependencies.empty() && !compiled.expression.isVolatile()
                && !compiled.expression.readsContext();
        }
    }

    /// Items taken from a repeat: their values and labels are answers, too.
    void readsOfItems(CompiledExpression& compiled, const CompiledItemset& itemset)
    {
        std::vector<Dependency> more;
        for (const Dependency& dependency : compiled.dependencies) {
            if (!dependency.structural || m_definition.nodes[dependency.target].leaf)
                continue;
            for (const auto* inner : {&itemset.value, &itemset.label}) {
                if (!*inner)
                    continue;
                for (const xpath::PathReference& path : (*inner)->references()) {
                    if (path.steps.empty())
                        continue;
                    for (const DefId child : m_definition.nodes[dependency.target].children) {
                        if (m_definition.nodes[child].name.local == path.steps.front().local)
                            more.push_back({child, dependency.apex, false, true});
                    }
                }
            }
        }
        compiled.dependencies.insert(compiled.dependencies.end(), more.begin(), more.end());
    }

    void actions()
    {
        m_form->onValueChanged.resize(m_definition.nodes.size());
        m_form->onNewRepeat.resize(m_definition.nodes.size());
        for (const model::Action& action : m_definition.actions) {
            const std::string place = "setvalue " + action.targetRef;
            CompiledAction compiled{action, std::nullopt, std::nullopt};
            compiled.target = expression(action.targetRef, action.context, place + ", ref");
            if (!action.value.empty() && action.target != kNoDef) {
                // the value is worked out at the target; an absolute path means the instance of whichever lies deeper
                const DefId scope = m_definition.isAncestorOrSelf(deepRepeat(action.target), action.context)
                    ? action.context : action.target;
                compiled.value = expression(action.value, action.target, place + ", value", scope);
            }
            const auto index = static_cast<std::uint32_t>(m_form->actions.size());
            if (action.events & model::kFirstLoad)
                m_form->onFirstLoad.push_back(index);
            if (action.events & model::kLoad)
                m_form->onLoad.push_back(index);
            if (action.events & model::kRevalidate)
                m_form->onRevalidate.push_back(index);
            if (action.events & model::kValueChanged)
                m_form->onValueChanged[action.context].push_back(index);
            if (action.events & model::kNewRepeat) {
                const DefId repeat = m_definition.nodes[action.context].repeatScope;
                if (repeat == kNoDef)
                    m_diagnostics.push_back({Severity::Error, "misplaced-event", place + ", event",
                        "odk-new-repeat happens in a repeat, so an action for it belongs inside the repeat", {}});
                else
                    m_form->onNewRepeat[repeat].push_back(index);
            }
            m_form->actions.push_back(std::move(compiled));
        }
    }

    /// The repeat a place lies in, or the root.
    DefId deepRepeat(DefId def) const
    {
        const DefId repeat = m_definition.nodes[def].repeatScope;
        return repeat == kNoDef ? 0 : repeat;
    }

    void check(const std::string& text, const std::string& place)
    {
        if (base::trim(text).empty()) {
            m_diagnostics.push_back({Severity::Warning, "empty-output", place, "an output says nothing to put here", {}});
            return;
        }
        if (!m_checked.insert(text).second)
            return;
        if (auto compiled = xpath::Expression::compile(text, m_form->namespaces); !compiled)
            fault(text, place, compiled.error());
    }

    void check(const model::Text& text, const std::string& place)
    {
        for (const model::TextPart& part : text.plain) {
            if (part.output)
                check(part.text, place + ", output");
        }
        if (text.kind == model::Text::Kind::Itext || text.kind == model::Text::Kind::Expression)
            check(text.expression, place);
        if (text.kind == model::Text::Kind::Itext) {
            auto id = xpath::Expression::compile(text.expression, m_form->namespaces);
            if (id && id->constant() && !m_definition.itext.has(id->constant()->toText()))
                m_diagnostics.push_back({Severity::Warning, "unknown-itext", place,
                    "no language has the text '" + id->constant()->toText() + "'", {}, {{"id", id->constant()->toText()}}});
        }
    }

    /// Labels, hints, messages and the outputs in them are compiled where they are shown; here only their faults are found.
    void outputs()
    {
        for (const auto& [id, byLanguage] : m_definition.itext.entries()) {
            for (const auto& values : byLanguage) {
                for (const model::ItextValue& value : values) {
                    for (const model::TextPart& part : value.text) {
                        if (part.output)
                            check(part.text, "itext " + id + ", output");
                    }
                }
            }
        }
        for (const model::Control& control : m_definition.controls) {
            const std::string place
                = control.node == kNoDef ? fmt::format("group in line {}", control.line) : m_definition.nodes[control.node].path;
            check(control.label, "label of " + place);
            check(control.hint, "hint of " + place);
            for (const model::Item& item : control.items)
                check(item.label, "choice " + item.value + " of " + place);
        }
        for (const model::Bind& bind : m_definition.binds) {
            check(bind.constraintMessage, "bind " + m_definition.nodes[bind.node].path + ", jr:constraintMsg");
            check(bind.requiredMessage, "bind " + m_definition.nodes[bind.node].path + ", jr:requiredMsg");
            check(bind.expectedMessage, "bind " + m_definition.nodes[bind.node].path + ", tsh:expectedMsg");
        }
    }

    void instances()
    {
        std::unordered_set<std::string> named;
        const auto addResource = [&](const std::string& uri) {
            if (uri.starts_with("jr://") && named.insert(uri).second)
                m_form->resources.push_back(uri);
        };
        for (const model::SecondaryInstance& instance : m_definition.secondary) {
            if (instance.source.empty())
                m_form->inlineInstances.emplace(instance.id, inlineInstance(m_definition, instance.element));
            else
                addResource(instance.source);
        }
        std::vector<std::string> media;
        for (const auto& [id, byLanguage] : m_definition.itext.entries()) {
            for (const auto& values : byLanguage) {
                for (const model::ItextValue& value : values) {
                    if (!value.form.empty() && value.text.size() == 1 && !value.text.front().output)
                        media.emplace_back(base::trim(value.text.front().text));
                }
            }
        }
        std::sort(media.begin(), media.end());
        for (const std::string& uri : media)
            addResource(uri);
    }

    void fields()
    {
        std::vector<DefId> open;
        const auto& top = m_definition.nodes[0].children;
        open.insert(open.end(), top.rbegin(), top.rend());
        std::unordered_set<std::string> lists;
        while (!open.empty()) {
            const DefId def = open.back();
            open.pop_back();
            const model::NodeDef& node = m_definition.nodes[def];
            open.insert(open.end(), node.children.rbegin(), node.children.rend());
            if (node.attribute) {
                if (node.name.local == "dataset" && m_definition.nodes[node.parent].name.local == "entity"
                    && !node.defaultValue.empty() && lists.insert(node.defaultValue).second)
                    m_form->entityLists.push_back(node.defaultValue);
                continue;
            }
            if (node.onlyWhenSet)
                continue;
            Field field;
            field.path = node.path;
            field.name = node.name.qualified();
            const model::Control* control = m_definition.controlOf(def);
            const model::Bind* bind = m_definition.bindOf(def);
            if (node.repeat)
                field.kind = NodeKind::Repeat;
            else if (!node.leaf)
                field.kind = NodeKind::Group;
            else if (control)
                field.kind = control->kind;
            field.multiple = control && control->multiple;
            if (bind) {
                field.type = bind->type;
                field.personal = bind->personal;
                field.sensitive = bind->sensitive;
            }
            if (control && control->kind == NodeKind::Upload)
                field.type = DataType::Binary;
            const DefId repeat = node.parent == kNoDef ? kNoDef : m_definition.nodes[node.parent].repeatScope;
            if (repeat != kNoDef)
                field.repeat = m_definition.nodes[repeat].path;
            m_form->fields.push_back(std::move(field));
        }
    }

    /// The prefixes that names of the instance use, and the default namespace that its root itself declares.
    void namespaces()
    {
        std::map<std::string, std::string> used;
        for (const model::NodeDef& node : m_definition.nodes) {
            if (!node.name.prefix.empty() && node.name.prefix != "xml")
                used.emplace(node.name.prefix, node.name.uri);
        }
        for (const auto& declaration : m_definition.document->declarations(m_definition.primary)) {
            if (declaration.prefix.empty() && declaration.uri != "http://www.w3.org/2002/xforms" && !declaration.uri.empty())
                m_form->submissionNamespaces.push_back(declaration);
            else if (!declaration.prefix.empty() && declaration.prefix != "jr")
                used.emplace(declaration.prefix, declaration.uri);
        }
        for (const auto& [prefix, uri] : used)
            m_form->submissionNamespaces.push_back({prefix, uri});
    }

    std::unique_ptr<CompiledForm> m_form;
    const Definition& m_definition;
    Diagnostics& m_diagnostics;
    std::vector<Rule> m_rules;
    std::unordered_set<std::string> m_checked;
};

/// root/item/*: every item a flat row with each column at most once, which a table answers faster.
bool isPlainList(const xml::Document& document, xml::NodeIndex root)
{
    if (document.name(root).local != "root" || document.firstAttribute(root) != xml::kNoNode)
        return false;
    for (auto item = document.firstElement(root); item != xml::kNoNode; item = document.nextElement(item)) {
        if (document.name(item).local != "item" || document.firstAttribute(item) != xml::kNoNode)
            return false;
        std::unordered_set<std::string_view> columns;
        for (auto cell = document.firstElement(item); cell != xml::kNoNode; cell = document.nextElement(cell)) {
            if (document.firstElement(cell) != xml::kNoNode || document.firstAttribute(cell) != xml::kNoNode
                || !document.name(cell).prefix.empty() || !columns.insert(document.name(cell).local).second)
                return false;
        }
    }
    return true;
}

} // namespace

secondary::SecondaryInstance inlineInstance(const Definition& definition, xml::NodeIndex element)
{
    const xml::Document& document = *definition.document;
    const auto root = document.firstElement(element);
    if (root != xml::kNoNode && document.nextElement(root) == xml::kNoNode && isPlainList(document, root)) {
        secondary::Table::Builder builder;
        for (auto item = document.firstElement(root); item != xml::kNoNode; item = document.nextElement(item)) {
            builder.beginRow();
            for (auto cell = document.firstElement(item); cell != xml::kNoNode; cell = document.nextElement(cell))
                builder.set(builder.column(document.name(cell).local), document.stringValue(cell));
        }
        std::shared_ptr<const secondary::Table> table = builder.take();
        return {table, table->rootNode()};
    }
    // a document of its own, so that its order is not counted over the whole form
    auto copy = std::make_shared<xml::Document>();
    if (root != xml::kNoNode)
        copy->appendCopy(xml::Document::root(), document, root);
    const auto dom = std::make_shared<const secondary::DocumentDom>(std::move(copy));
    return {dom, dom->rootNode()};
}

std::unique_ptr<CompiledForm> compileForm(std::shared_ptr<const Definition> definition, Diagnostics& diagnostics)
{
    return Compiler(std::move(definition), diagnostics).compile();
}

} // namespace tashilgar::forms::engine
