#pragma once

#include "app/base/ids.h"
#include "app/forms/diagnostics.h"
#include "app/forms/engine/bind_graph.h"
#include "app/forms/model/definition.h"
#include "app/forms/secondary/reader.h"
#include "app/forms/submission.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace tashilgar::forms::engine {

/// An action with its expressions.
struct CompiledAction {
    model::Action action;
    std::optional<CompiledExpression> target; ///< nothing where the place has no repeat of its own and no predicate
    std::optional<CompiledExpression> value;
};

/// The itemset of a control with its expressions. The value and the label are evaluated at each item.
struct CompiledItemset {
    std::optional<xpath::Expression> value;
    std::optional<xpath::Expression> label; ///< the text, or what gives the itext id
    bool labelIsItext = false;
    bool fixed = false; ///< reads no answer, so one list serves all
};

/// Everything about a form that can be known before somebody fills it. Immutable; shared between threads.
struct CompiledForm {
    std::shared_ptr<const model::Definition> definition;
    base::FormVersion version;
    xpath::Namespaces namespaces;
    model::DefId instanceId = model::kNoDef; ///< meta/instanceID
    BindGraph graph;
    std::vector<CompiledAction> actions;
    /// Actions by event: those of load events in order; those of value changes and new repeats by place.
    std::vector<std::uint32_t> onFirstLoad, onLoad, onRevalidate;
    std::vector<std::vector<std::uint32_t>> onValueChanged, onNewRepeat;
    std::vector<CompiledItemset> itemsets; ///< by control
    std::map<std::string, secondary::SecondaryInstance, std::less<>> inlineInstances;

    std::vector<std::string> resources;
    std::vector<std::string> entityLists;
    std::vector<Field> fields;
    /// What the root element of a submission declares.
    std::vector<base::xml::NamespaceDeclaration> submissionNamespaces;
};

/// Compiles what \p definition says. Problems go to \p diagnostics; the outcome is of use when none is an error.
std::unique_ptr<CompiledForm> compileForm(std::shared_ptr<const model::Definition> definition, Diagnostics& diagnostics);

/// An inline instance as XPath sees it: a table where it is a plain list, else the document's own tree.
secondary::SecondaryInstance inlineInstance(const model::Definition& definition, base::xml::NodeIndex element);

} // namespace tashilgar::forms::engine
