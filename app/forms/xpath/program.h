#pragma once

#include "app/base/error.h"
#include "app/forms/xpath/expression.h"
#include "app/forms/xpath/functions/registry.h"
#include "app/forms/xpath/token.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tashilgar::forms::xpath {

using OpIndex = std::uint32_t;
inline constexpr OpIndex kNoOp = UINT32_MAX;

enum class OpCode : std::uint8_t { Constant, Chain, Negate, Union, Call, Path, Fault };

/// One operation; its operands are `Program::operands[first … first + count)`.
struct Op {
    OpCode code = OpCode::Constant;
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    std::uint32_t index = 0; ///< of the constant, call site, path or fault
};

struct CallSite {
    const Function* function = nullptr;
    std::shared_ptr<const void> prepared;
};

struct RowPlan;

/// How a predicate is answered.
struct Predicate {
    enum class Kind : std::uint8_t {
        Index, ///< [3]: at most one node is kept
        Last,  ///< [last()]
        Truth, ///< true or not, whatever the position: nodes may be tried in any company
        General
    };
    Kind kind = Kind::General;
    double index = 0;
    OpIndex op = kNoOp;
    /// For Truth: what it demands of the columns of a row, so that a table can offer the few rows worth trying. May be
    /// null.
    std::shared_ptr<const RowPlan> rows;
};

/// Parallel to a PathReference.
struct PathCode {
    OpIndex start = kNoOp; ///< of a path that begins with another expression
    std::vector<Predicate> startPredicates;
    std::vector<std::vector<Predicate>> stepPredicates; ///< by step
};

/// A compiled expression: flat, immutable.
struct Program {
    std::string text;
    std::vector<Op> ops;
    std::vector<OpIndex> operands;
    std::vector<TokenKind> operators; ///< parallel to operands: the one before that operand of a chain
    std::vector<Value> constants;
    std::vector<CallSite> calls;
    std::vector<base::Error> faults;
    std::vector<PathReference> references;
    std::vector<PathCode> paths;
    std::vector<std::string> choiceNamePaths;
    OpIndex root = 0;
    bool usesContextPosition = false;
    bool isVolatile = false;
    bool readsLanguage = false;
    bool readsContext = false;
};

} // namespace tashilgar::forms::xpath
