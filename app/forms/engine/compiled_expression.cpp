#include "app/forms/engine/compiled_expression.h"

#include <algorithm>
#include <optional>

namespace tashilgar::forms::engine {

using model::Definition;
using model::DefId;
using model::kNoDef;
using xpath::PathReference;
using xpath::PathStep;

namespace {

/// Where a path has got to after some of its steps, as far as the form alone can tell.
struct Standing {
    DefId at = kNoDef;
    DefId apex = kNoDef;
    bool atDocument = false; ///< above the root element
    bool known = false;
    bool predicates = false; ///< one of the steps so far chooses among instances
};

class Binder {
public:
    Binder(const Definition& definition, CompiledExpression& compiled)
        : m_definition(definition)
        , m_compiled(compiled)
        , m_references(compiled.expression.references())
    {
        for (const PathReference& path : m_references) {
            if (path.everyInstance) {
                const Standing end = walk(path, path.steps.size(), false);
                if (end.known && end.at != kNoDef) {
                    if (m_definition.nodes[end.at].repeat)
                        m_everyInstanceOf.push_back(end.at);
                    else if (m_definition.nodes[end.at].repeatScope != kNoDef)
                        m_everyInstanceOf.push_back(m_definition.nodes[end.at].repeatScope);
                }
            }
        }
    }

    void bindAll()
    {
        m_compiled.paths.resize(m_references.size());
        for (const PathReference& path : m_references) {
            bind(path, m_compiled.paths[path.id]);
            depend(path);
        }
        for (const std::string& path : m_compiled.expression.choiceNamePaths())
            dependOnChoices(path);
    }

private:
    /// A repeat whose own instance an absolute path means, rather than all of them.
    bool narrowsAt(const PathReference& path, DefId def) const
    {
        if (!m_definition.isAncestorOrSelf(def, m_compiled.scope))
            return false;
        if (!m_definition.nodes[def].repeat)
            return true;
        return !path.everyInstance
            || std::find(m_everyInstanceOf.begin(), m_everyInstanceOf.end(), def) == m_everyInstanceOf.end();
    }

    static bool matches(const model::NodeDef& def, const PathStep& step)
    {
        if (def.name.local != step.local)
            return false;
        return step.prefixed ? !def.name.prefix.empty() && def.name.uri == step.uri : def.name.prefix.empty();
    }

    DefId childOf(DefId parent, const PathStep& step) const
    {
        for (const DefId child : m_definition.named(parent, step.local, step.axis == xpath::Axis::Attribute)) {
            if (matches(m_definition.nodes[child], step))
                return child;
        }
        return kNoDef;
    }

    Standing start(const PathReference& path, bool narrow) const
    {
        Standing standing;
        switch (path.start) {
        case PathReference::Start::Root:
            standing.atDocument = true;
            standing.known = true;
            break;
        case PathReference::Start::Context:
            if (path.enclosing != PathReference::kNone) {
                const PathReference& around = m_references[path.enclosing];
                standing = walk(around, std::min<std::size_t>(path.enclosingSteps, around.steps.size()), narrow);
                break;
            }
            [[fallthrough]];
        case PathReference::Start::Current:
            standing.at = standing.apex = m_compiled.context;
            standing.known = true;
            break;
        default:
            break;
        }
        return standing;
    }

    /// Follows \p steps steps of \p path. Not known as soon as a step leaves the plain ones or names nothing.
    Standing walk(const PathReference& path, std::size_t steps, bool narrow = true) const
    {
        Standing standing = start(path, narrow);
        for (std::size_t i = 0; i < steps && standing.known; ++i)
            step(path, path.steps[i], standing, narrow);
        return standing;
    }

    void step(const PathReference& path, const PathStep& step, Standing& standing, bool narrow) const
    {
        if (step.axis == xpath::Axis::Self && step.test == PathStep::Test::AnyNode) {
        } else if (step.axis == xpath::Axis::Parent && step.test == PathStep::Test::AnyNode) {
            if (standing.atDocument || standing.at == kNoDef) {
                standing.known = false;
                return;
            }
            const DefId parent = m_definition.nodes[standing.at].parent;
            if (parent == kNoDef) {
                standing.atDocument = true;
                standing.at = standing.apex = kNoDef;
            } else {
                if (standing.apex == standing.at)
                    standing.apex = parent;
                standing.at = parent;
            }
        } else if ((step.axis == xpath::Axis::Child || step.axis == xpath::Axis::Attribute)
            && step.test == PathStep::Test::Name) {
            if (standing.atDocument) {
                standing.known = step.axis == xpath::Axis::Child && matches(m_definition.nodes[0], step);
                standing.atDocument = false;
                standing.at = standing.apex = 0;
            } else {
                const DefId child = childOf(standing.at, step);
                standing.known = child != kNoDef;
                const bool ownSoFar = standing.apex == standing.at;
                standing.at = child;
                if (standing.known && narrow && path.start == PathReference::Start::Root && ownSoFar && !standing.predicates
                    && !step.hasPredicates && narrowsAt(path, child))
                    standing.apex = child;
            }
        } else {
            standing.known = false;
        }
        if (step.hasPredicates)
            standing.predicates = true;
    }

    void bind(const PathReference& path, BoundPath& bound) const
    {
        if (path.start == PathReference::Start::Instance || path.start == PathReference::Start::Nodes)
            return;
        Standing standing = start(path, true);
        if (!standing.known || (path.enclosing != PathReference::kNone && path.start == PathReference::Start::Context
                && standing.at == kNoDef))
            return;
        bound.absolute = path.start == PathReference::Start::Root;
        bound.from = standing.at;
        const DefId startApex = standing.at;
        // inside a predicate the apex is counted from the node that is filtered
        standing.apex = startApex;
        std::vector<std::uint32_t> slots;
        const std::size_t limit = std::min<std::size_t>(path.plainSteps, path.steps.size());
        std::size_t done = 0;
        while (done < limit) {
            Standing next = standing;
            step(path, path.steps[done], next, true);
            if (!next.known || next.atDocument)
                break;
            const bool wentUp = path.steps[done].axis == xpath::Axis::Parent;
            if (wentUp && !slots.empty())
                break;
            const bool wentDown = path.steps[done].axis == xpath::Axis::Child || path.steps[done].axis == xpath::Axis::Attribute;
            if (wentDown) {
                if (next.apex == next.at)
                    slots.clear();
                else
                    slots.push_back(m_definition.nodes[next.at].slot);
            }
            standing = next;
            ++done;
        }
        if (done == 0)
            return;
        bound.bound = true;
        bound.consumed = static_cast<std::uint32_t>(done);
        bound.complete = done == path.steps.size();
        bound.apex = standing.apex;
        bound.target = standing.at;
        bound.slots = std::move(slots);
    }

    void add(Dependency dependency)
    {
        m_compiled.dependencies.push_back(dependency);
        m_compiled.readsByIndex = m_compiled.readsByIndex || dependency.indexed;
    }

    void addBelow(DefId def, DefId apex, bool loose)
    {
        add({def, apex, true, loose, false});
        if (m_definition.nodes[def].leaf && m_definition.nodes[def].children.empty()) {
            add({def, apex, false, loose, false});
            return;
        }
        std::vector<DefId> open{def};
        while (!open.empty()) {
            const DefId at = open.back();
            open.pop_back();
            if (m_definition.nodes[at].leaf)
                add({at, apex, false, true, false});
            open.insert(open.end(), m_definition.nodes[at].children.begin(), m_definition.nodes[at].children.end());
        }
    }

    void depend(const PathReference& path)
    {
        if (path.start == PathReference::Start::Instance)
            return;
        if (path.start == PathReference::Start::Nodes) {
            dependOnNames(path);
            return;
        }
        Standing standing = start(path, true);
        const bool startKnown = standing.known;
        for (std::size_t i = 0; i < path.steps.size() && standing.known; ++i) {
            const Standing before = standing;
            step(path, path.steps[i], standing, true);
            if (!standing.known && !before.atDocument && before.at != kNoDef) {
                if (path.steps[i].isPlain()) { // a name that is not there
                    noteUnknown(path);
                    add({before.at, before.apex, true, true, false});
                    return;
                }
                const bool below = path.steps[i].axis == xpath::Axis::Child || path.steps[i].axis == xpath::Axis::Attribute
                    || path.steps[i].axis == xpath::Axis::Descendant || path.steps[i].axis == xpath::Axis::DescendantOrSelf
                    || path.steps[i].axis == xpath::Axis::Self;
                const bool backUp = std::any_of(path.steps.begin() + static_cast<std::ptrdiff_t>(i), path.steps.end(),
                    [](const PathStep& s) { return s.axis != xpath::Axis::Child && s.axis != xpath::Axis::Attribute
                          && s.axis != xpath::Axis::Descendant && s.axis != xpath::Axis::DescendantOrSelf
                          && s.axis != xpath::Axis::Self; });
                if (below && !backUp)
                    addBelow(before.at, before.apex, true);
                else
                    addBelow(0, 0, true);
                return;
            }
        }
        if (!standing.known) {
            if (startKnown && path.start == PathReference::Start::Root && !path.steps.empty()) {
                if (path.unusual)
                    addBelow(0, 0, true);
                else
                    noteUnknown(path);
            }
            return;
        }
        if (standing.at == kNoDef) { // the document itself
            if (!path.steps.empty() || path.start == PathReference::Start::Root)
                addBelow(0, 0, true);
            return;
        }
        DefId apex = standing.apex == kNoDef ? 0 : standing.apex;
        bool loose = standing.predicates;
        if (path.everyInstance) {
            loose = true;
            for (const DefId repeat : m_everyInstanceOf) { // relative arguments of indexed-repeat() reach their siblings, too
                if (m_definition.isAncestorOrSelf(repeat, apex) && !m_definition.nodes[standing.at].repeat)
                    apex = m_definition.nodes[repeat].parent;
            }
        }
        const model::NodeDef& target = m_definition.nodes[standing.at];
        // whoever filters or counts nodes wants to know which there are; what they hold is told by the inner paths
        const bool onlyStructure = path.everyInstance || isFilteredInside(path);
        if (target.leaf) {
            add({standing.at, apex, false, loose, path.indexed});
            add({standing.at, apex, true, loose, path.indexed});
        } else if (onlyStructure || target.repeat) {
            // The string value of a repeat instance is all it holds, but no known form reads it: its count and its
            // position are what a path to a repeat is for.
            add({standing.at, apex, true, loose, path.indexed});
        } else {
            addBelow(standing.at, apex, loose);
        }
    }

    bool isFilteredInside(const PathReference& path) const { return path.steps.empty() ? false : path.steps.back().hasPredicates; }

    /// (a | b)/x, randomize(a)/x: every place of that name.
    void dependOnNames(const PathReference& path)
    {
        if (path.steps.empty())
            return;
        const PathStep& last = path.steps.back();
        for (DefId def = 0; def < m_definition.nodes.size(); ++def) {
            if (last.test != PathStep::Test::Name || matches(m_definition.nodes[def], last))
                add({def, 0, false, true, false});
        }
    }

    /// jr:choice-name(…, '/data/q') reads what the choices of that question read.
    void dependOnChoices(const std::string& path)
    {
        const auto found = m_definition.byPath.find(path);
        if (found == m_definition.byPath.end())
            return;
        const model::Control* control = m_definition.controlOf(found->second);
        if (!control || !control->itemset)
            return;
        for (DefId def = 0; def < m_definition.nodes.size(); ++def) {
            if (m_definition.nodes[def].leaf
                && (control->itemset->nodeset.find(m_definition.nodes[def].name.local) != std::string::npos
                    || control->itemset->label.expression == m_definition.nodes[def].name.local))
                add({def, 0, false, true, false});
        }
    }

    void noteUnknown(const PathReference& path)
    {
        std::string text;
        for (const PathStep& step : path.steps) {
            text += path.start == PathReference::Start::Root || !text.empty() ? "/" : "";
            if (step.axis == xpath::Axis::Parent)
                text += "..";
            else if (step.axis == xpath::Axis::Self)
                text += ".";
            else
                text += step.local;
        }
        m_compiled.unknown.push_back(text);
    }

    const Definition& m_definition;
    CompiledExpression& m_compiled;
    const std::vector<PathReference>& m_references;
    std::vector<DefId> m_everyInstanceOf;
};

} // namespace

xpath::Namespaces namespacesOf(const Definition& definition)
{
    namespace xml = base::xml;
    xpath::Namespaces namespaces;
    const xml::Document& document = *definition.document;
    // innermost wins where a prefix is declared twice on the way to the primary instance
    std::vector<xml::NodeIndex> chain;
    for (auto at = definition.primary; at != xml::kNoNode && at != xml::Document::root(); at = document.parent(at))
        chain.push_back(at);
    for (auto at = chain.rbegin(); at != chain.rend(); ++at) {
        for (const auto& declaration : document.declarations(*at)) {
            if (!declaration.prefix.empty())
                namespaces.declare(declaration.prefix, declaration.uri);
        }
    }
    for (const model::NodeDef& def : definition.nodes) {
        if (!def.name.prefix.empty() && !namespaces.uri(def.name.prefix))
            namespaces.declare(def.name.prefix, def.name.uri);
    }
    for (const auto& [prefix, uri] : std::initializer_list<std::pair<const char*, const char*>>{
             {"jr", "http://openrosa.org/javarosa"}, {"orx", "http://openrosa.org/xforms"},
             {"odk", "http://www.opendatakit.org/xforms"}, {"tsh", "https://tashilgar.org/ns/forms"}}) {
        if (!namespaces.uri(prefix))
            namespaces.declare(prefix, uri);
    }
    return namespaces;
}

base::Result<CompiledExpression> compileAt(const Definition& definition, const xpath::Namespaces& namespaces,
    std::string_view text, DefId context, DefId scope)
{
    auto expression = xpath::Expression::compile(text, namespaces);
    if (!expression)
        return base::fail(std::move(expression).error());
    CompiledExpression compiled{std::move(*expression), context, scope == kNoDef ? context : scope, {}, {}, {}, false};
    Binder(definition, compiled).bindAll();
    return compiled;
}

} // namespace tashilgar::forms::engine
