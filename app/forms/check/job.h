#pragma once

#include "app/forms/check.h"
#include "app/forms/check/lists.h"
#include "app/forms/check/operands.h"
#include "app/forms/check/report.h"
#include "app/forms/engine/compiled_form.h"

#include <deque>
#include <string>
#include <vector>

namespace tashilgar::forms::check {

/// One expression of the form, wherever it stands.
struct Written {
    enum class Use : std::uint8_t { Calculate, Relevant, Readonly, Required, Constraint, Expected, Count, Choices, Action, Output };
    Use use = Use::Calculate;
    const engine::CompiledExpression* compiled = nullptr; ///< owned by the compiled form or by CheckJob::own
    model::DefId node = model::kNoDef;                    ///< that it belongs to
    Where where;
};

/// What the checks of one form share.
struct CheckJob {
    const model::Definition& definition;
    const engine::CompiledForm& form;
    const CheckOptions& options;
    Report& report;
    Lists lists;
    Operands operands;
    std::vector<Written> written;
    std::deque<engine::CompiledExpression> own; ///< of outputs, which the compiled form does not keep

    CheckJob(const engine::CompiledForm& compiled, const CheckOptions& given, Report& into);

    Where whereControl(std::uint32_t control, std::string_view what) const;
    const std::string& pathOf(model::DefId def) const { return definition.nodes[def].path; }
};

/// A path as its author wrote it.
std::string textOf(const engine::CompiledExpression& compiled, const xpath::PathReference& path);

// The checks, each a file of its own.
void checkNames(CheckJob& job);       ///< lists, columns, texts that are named but not there; outputs
void checkTypes(CheckJob& job);       ///< what is compared, added up or selected
void checkConditions(CheckJob& job);  ///< conditions that are always or never true, questions nobody reaches
void checkRepeats(CheckJob& job);     ///< references that leave their repeat, controls outside it
void checkCost(CheckJob& job);        ///< expressions whose cost grows with the data
void checkTexts(CheckJob& job);       ///< translations, choices
void checkMedia(CheckJob& job);       ///< files beside the form
void checkAppearances(CheckJob& job); ///< words that no client knows
void checkPortable(CheckJob& job);    ///< what ODK Collect cannot do

} // namespace tashilgar::forms::check
