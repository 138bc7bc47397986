#include "app/forms/engine/suggestions.h"

#include "app/forms/xpath/functions/registry.h"
#include "app/forms/xpath/lexer.h"
#include "app/forms/xpath/parser.h"

#include <algorithm>

namespace tashilgar::forms::engine {

using model::DefId;
using model::kNoDef;

namespace {

/// In larger forms a name is only looked for, not guessed.
constexpr std::size_t kMaxGuessed = 2'000;

std::string nearestPathWithName(const model::Definition& definition, std::string_view name)
{
    std::vector<std::string_view> names;
    DefId same = kNoDef;
    for (DefId def = 1; def < definition.nodes.size(); ++def) {
        const model::NodeDef& node = definition.nodes[def];
        if (node.attribute || node.onlyWhenSet)
            continue;
        if (node.name.local == name && same == kNoDef)
            same = def;
        names.push_back(node.name.local);
    }
    if (same != kNoDef)
        return definition.nodes[same].path;
    if (names.size() > kMaxGuessed)
        return {};
    const std::string near = nearestName(name, names);
    if (near.empty())
        return {};
    for (const model::NodeDef& node : definition.nodes) {
        if (!node.attribute && node.name.local == near)
            return node.path;
    }
    return {};
}

void collect(const xpath::Ast& ast, std::string_view text, const xpath::Namespaces& namespaces, std::vector<UnknownFunction>& found)
{
    if (ast.kind == xpath::Ast::Kind::Call) {
        const xpath::FunctionRegistry& registry = xpath::FunctionRegistry::standard();
        const auto uri = ast.prefix.empty() ? std::nullopt : namespaces.uri(ast.prefix);
        const bool javaRosa = uri == std::optional<std::string_view>("http://openrosa.org/javarosa");
        const std::string written = (ast.prefix.empty() ? "" : std::string(ast.prefix) + ":") + std::string(ast.text);
        const std::string name = javaRosa ? "jr:" + std::string(ast.text) : written;
        if (!registry.find(name))
            found.push_back({written, nearestName(name, registry.names()),
                xpath::sentenceAt(text, "there is no function " + written + "()", ast.at)});
    }
    for (const xpath::AstPtr& child : ast.children)
        collect(*child, text, namespaces, found);
    for (const xpath::AstPtr& predicate : ast.startPredicates)
        collect(*predicate, text, namespaces, found);
    for (const xpath::AstStep& step : ast.steps) {
        for (const xpath::AstPtr& predicate : step.predicates)
            collect(*predicate, text, namespaces, found);
    }
}

} // namespace

std::string nearestPath(const model::Definition& definition, std::string_view path)
{
    const std::string_view name = path.substr(path.rfind('/') + 1); // npos + 1 is 0
    if (name.empty() || name == "." || name == "..")
        return {};
    // beside or below what the path does name
    if (path.starts_with('/')) {
        DefId at = kNoDef;
        std::string_view rest = path.substr(1);
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find('/'), rest.size());
            const std::string_view step = rest.substr(0, end);
            std::vector<std::string_view> names;
            const auto& children = at == kNoDef ? std::vector<DefId>{0} : definition.nodes[at].children;
            DefId next = kNoDef;
            for (const DefId child : children) {
                if (definition.nodes[child].attribute)
                    continue;
                if (definition.nodes[child].name.local == step && next == kNoDef)
                    next = child;
                names.push_back(definition.nodes[child].name.local);
            }
            rest.remove_prefix(std::min(end + 1, rest.size()));
            if (next == kNoDef) {
                const std::string near = names.size() > kMaxGuessed ? std::string() : nearestName(step, names);
                if (near.empty())
                    break;
                const std::string guess = (at == kNoDef ? std::string() : definition.nodes[at].path) + "/" + near
                    + (rest.empty() ? "" : "/" + std::string(rest));
                if (definition.byPath.contains(guess))
                    return guess;
                break;
            }
            at = next;
        }
    }
    return nearestPathWithName(definition, name);
}

std::vector<UnknownFunction> unknownFunctions(std::string_view text, const xpath::Namespaces& namespaces)
{
    std::vector<UnknownFunction> found;
    if (const auto ast = xpath::parse(text))
        collect(**ast, text, namespaces, found);
    return found;
}

} // namespace tashilgar::forms::engine
