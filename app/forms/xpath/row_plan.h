#pragma once

#include "app/forms/list_table.h"
#include "app/forms/xpath/program.h"

#include <vector>

namespace tashilgar::forms::xpath {

class Evaluation;

/// What a predicate demands of the columns of a row, found once when the expression is compiled: comparisons of a
/// column with what is the same for every row, or with another column, contains() and starts-with(), under `and` and
/// `or`. What is not of this kind is left out, so more rows meet the plan than meet the predicate, never fewer.
struct RowPlan {
    RowCondition::Kind kind = RowCondition::Kind::Anything;
    Comparison how = Comparison::Equal;
    bool whole = true; ///< nothing was left out
    std::string column;
    std::string other;
    OpIndex key = kNoOp;
    std::vector<RowPlan> parts;
};

/// Whether the worth of \p op is certainly no number, which in a predicate would be a position.
bool isTruth(const Program& program, OpIndex op);

/// Nothing where the columns decide nothing.
std::shared_ptr<const RowPlan> planRows(const Program& program, OpIndex predicate);

/// A plan with its keys worked out.
struct RowDemand {
    RowCondition condition;
    bool whole = true; ///< a row that meets the condition meets the predicate
};

/// Works out the keys where \p from is the parent of the rows. A key that fails demands nothing: the predicate will
/// fail at the first row that comes so far.
RowDemand demandOf(const RowPlan& plan, Evaluation& evaluation, NodeRef from);

} // namespace tashilgar::forms::xpath
