#include "app/forms/xpath/row_key.h"

namespace tashilgar::forms::xpath {
namespace {

/// The first operator of a chain; End for any other operation.
TokenKind operatorOf(const Program& program, OpIndex op)
{
    const Op& it = program.ops[op];
    return it.code == OpCode::Chain ? program.operators[it.first + 1] : TokenKind::End;
}

/// A single unprefixed child step of the node tried.
bool isColumn(const Program& program, OpIndex op)
{
    if (program.ops[op].code != OpCode::Path)
        return false;
    const PathReference& path = program.references[program.ops[op].index];
    return path.start == PathReference::Start::Context && path.steps.size() == 1 && path.plainSteps == 1
        && path.steps[0].axis == Axis::Child && !path.steps[0].prefixed;
}

/// Whether the worth of \p op can differ from one node tried to the next. That of a volatile call can, too.
bool readsNode(const Program& program, OpIndex index)
{
    const Op& op = program.ops[index];
    if (op.code == OpCode::Fault)
        return true;
    if (op.code == OpCode::Path) {
        const PathReference& path = program.references[op.index];
        const OpIndex start = program.paths[op.index].start;
        return path.start == PathReference::Start::Context || (start != kNoOp && readsNode(program, start));
    }
    if (op.code == OpCode::Call) {
        const std::uint32_t traits = program.calls[op.index].function->traits;
        if (traits & (Function::Volatile | Function::ReadsContextNode))
            return true;
        if (op.count == 0 && (traits & (Function::ContextIfBare | Function::ReadsPosition)))
            return true;
    }
    for (std::uint32_t i = 0; i < op.count; ++i) {
        if (readsNode(program, program.operands[op.first + i]))
            return true;
    }
    return false;
}

void findKeyOfEquality(const Program& program, OpIndex index, Predicate& predicate)
{
    const Op& op = program.ops[index];
    if (operatorOf(program, index) != TokenKind::Equal || op.count != 2)
        return;
    for (std::uint32_t side = 0; side < 2; ++side) {
        const OpIndex column = program.operands[op.first + side];
        const OpIndex key = program.operands[op.first + 1 - side];
        if (isColumn(program, column) && !readsNode(program, key)) {
            predicate.key = key;
            predicate.column = program.references[program.ops[column].index].steps[0].local;
            return;
        }
    }
}

} // namespace

bool isTruth(const Program& program, OpIndex op)
{
    switch (program.ops[op].code) {
    case OpCode::Path:
    case OpCode::Union: return true;
    case OpCode::Chain: break;
    default: return false;
    }
    switch (operatorOf(program, op)) {
    case TokenKind::Plus:
    case TokenKind::Minus:
    case TokenKind::Multiply:
    case TokenKind::Divide:
    case TokenKind::Modulo: return false;
    default: return true;
    }
}

void findKey(const Program& program, Predicate& predicate)
{
    const Op& op = program.ops[predicate.op];
    if (operatorOf(program, predicate.op) == TokenKind::And) {
        for (std::uint32_t i = 0; i < op.count && predicate.key == kNoOp; ++i)
            findKeyOfEquality(program, program.operands[op.first + i], predicate);
        return;
    }
    findKeyOfEquality(program, predicate.op, predicate);
    predicate.keyIsAll = predicate.key != kNoOp;
}

} // namespace tashilgar::forms::xpath
