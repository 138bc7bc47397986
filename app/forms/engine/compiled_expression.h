#pragma once

#include "app/base/result.h"
#include "app/forms/model/definition.h"
#include "app/forms/xpath/expression.h"

#include <string>
#include <vector>

namespace tashilgar::forms::engine {

/// One location path of an expression, bound to the places of the form: how to get from where it starts to what it
/// names without comparing a single name.
struct BoundPath {
    bool bound = false; ///< false: left to the evaluator
    bool absolute = false;
    bool complete = false; ///< all steps are covered, so nodes that are not relevant can be left out
    std::uint32_t consumed = 0; ///< how many steps this covers
    model::DefId from = model::kNoDef; ///< the place a relative path starts from
    model::DefId apex = model::kNoDef; ///< the ancestor-or-self of the start from which the path goes down
    model::DefId target = model::kNoDef;
    std::vector<std::uint32_t> slots; ///< downward from the apex
};

/// One thing an expression reads: a change at \p target, below the same \p apex, may change its worth.
struct Dependency {
    model::DefId target = model::kNoDef;
    model::DefId apex = model::kNoDef;
    bool structural = false; ///< only which nodes there are counts, not what they hold
    bool loose = false; ///< reads other instances of its own repeat, so no cycle by itself
    bool indexed = false; ///< by indexed-repeat(), so which node is read shows when it is worked out
};

/// An expression at its place in the form.
struct CompiledExpression {
    xpath::Expression expression;
    model::DefId context = model::kNoDef; ///< the place of the context node
    model::DefId scope = model::kNoDef; ///< the place whose own instances an absolute path means; mostly the context
    std::vector<BoundPath> paths; ///< as expression.references()
    std::vector<Dependency> dependencies;
    std::vector<std::string> unknown; ///< paths that name nothing in the form
    bool readsByIndex = false; ///< some dependency is indexed
};

/// The prefixes declared anywhere in the document.
xpath::Namespaces namespacesOf(const model::Definition& definition);

/// Fails as xpath::Expression::compile does.
base::Result<CompiledExpression> compileAt(const model::Definition& definition, const xpath::Namespaces& namespaces,
    std::string_view text, model::DefId context, model::DefId scope = model::kNoDef);

} // namespace tashilgar::forms::engine
