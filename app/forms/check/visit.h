#pragma once

#include "app/forms/xpath/program.h"

#include <string_view>

namespace tashilgar::forms::check {

/// What the surroundings of an operation make of it.
enum class Wanted : std::uint8_t { Nodes, One, Truth };

/// What \p function makes of its argument; \p outer is what is made of the call.
Wanted wantedOf(std::string_view function, std::uint32_t argument, Wanted outer);

/// Calls \p visit(op, wanted) for \p op and everything in it, predicates included; as deep as the expression is nested.
template <class Visit>
void visitOps(const xpath::Program& program, xpath::OpIndex index, Wanted wanted, Visit& visit)
{
    using xpath::OpCode;
    using xpath::TokenKind;
    visit(index, wanted);
    const xpath::Op& op = program.ops[index];
    if (op.code == OpCode::Path) {
        const xpath::PathCode& path = program.paths[op.index];
        if (path.start != xpath::kNoOp)
            visitOps(program, path.start, Wanted::Nodes, visit);
        for (const xpath::Predicate& predicate : path.startPredicates)
            visitOps(program, predicate.op, Wanted::Truth, visit);
        for (const auto& predicates : path.stepPredicates) {
            for (const xpath::Predicate& predicate : predicates)
                visitOps(program, predicate.op, Wanted::Truth, visit);
        }
        return;
    }
    const bool logical = op.code == OpCode::Chain
        && (program.operators[op.first + 1] == TokenKind::And || program.operators[op.first + 1] == TokenKind::Or);
    for (std::uint32_t i = 0; i < op.count; ++i) {
        const Wanted inner = op.code == OpCode::Call ? wantedOf(program.calls[op.index].function->name, i, wanted)
            : op.code == OpCode::Union               ? Wanted::Nodes
            : logical                                ? Wanted::Truth
                                                     : Wanted::One;
        visitOps(program, program.operands[op.first + i], inner, visit);
    }
}

} // namespace tashilgar::forms::check
