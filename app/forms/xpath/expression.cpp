#include "app/forms/xpath/expression.h"

#include "app/forms/xpath/compiler.h"
#include "app/forms/xpath/evaluation.h"
#include "app/forms/xpath/parser.h"

#include <cassert>

namespace tashilgar::forms::xpath {

Expression::Expression(std::shared_ptr<const Program> program)
    : m_program(std::move(program))
{
}

base::Result<Expression> Expression::compile(std::string_view text, const Namespaces& namespaces)
{
    return compile(text, namespaces, FunctionRegistry::standard());
}

base::Result<Expression> Expression::compile(
    std::string_view text, const Namespaces& namespaces, const FunctionRegistry& functions, Faults faults)
{
    const base::Result<AstPtr> ast = parse(text);
    if (!ast)
        return base::fail(ast.error());
    return xpath::compile(text, **ast, namespaces, functions, faults)
        .map([](std::shared_ptr<const Program> program) { return Expression(std::move(program)); });
}

const std::string& Expression::text() const { return m_program->text; }
const std::vector<PathReference>& Expression::references() const { return m_program->references; }
const std::vector<std::string>& Expression::choiceNamePaths() const { return m_program->choiceNamePaths; }
bool Expression::usesContextPosition() const { return m_program->usesContextPosition; }
bool Expression::isVolatile() const { return m_program->isVolatile; }
bool Expression::readsLanguage() const { return m_program->readsLanguage; }
bool Expression::readsContext() const { return m_program->readsContext; }

const Value* Expression::constant() const
{
    const Op& op = m_program->ops[m_program->root];
    return op.code == OpCode::Constant ? &m_program->constants[op.index] : nullptr;
}

const PathReference* Expression::asPath() const
{
    const Op& op = m_program->ops[m_program->root];
    return op.code == OpCode::Path ? &m_program->references[op.index] : nullptr;
}

namespace {

/// Runs \p read on an evaluation of the whole expression and hands back what it gave, or why not.
template <class Read>
auto evaluated(const Expression& expression, const EvaluationContext& context, Read read)
    -> base::Result<decltype(read(std::declval<Evaluation&>(), OpIndex(), std::declval<const Focus&>()))>
{
    assert(context.host);
    Evaluation evaluation(expression.program(), context);
    auto outcome = read(evaluation, expression.program().root, evaluation.focus());
    if (evaluation.failed())
        return base::fail(std::move(*evaluation.error()));
    return outcome;
}

} // namespace

base::Result<Value> evaluate(const Expression& expression, const EvaluationContext& context)
{
    return evaluated(expression, context,
        [](Evaluation& evaluation, OpIndex op, const Focus& focus) { return evaluation.value(op, focus); });
}

base::Result<std::string> evaluateText(const Expression& expression, const EvaluationContext& context)
{
    return evaluated(expression, context,
        [](Evaluation& evaluation, OpIndex op, const Focus& focus) { return evaluation.text(op, focus); });
}

base::Result<double> evaluateNumber(const Expression& expression, const EvaluationContext& context)
{
    return evaluated(expression, context,
        [](Evaluation& evaluation, OpIndex op, const Focus& focus) { return evaluation.number(op, focus); });
}

base::Result<bool> evaluateBoolean(const Expression& expression, const EvaluationContext& context)
{
    return evaluated(expression, context,
        [](Evaluation& evaluation, OpIndex op, const Focus& focus) { return evaluation.boolean(op, focus); });
}

base::Result<NodeSet> evaluateNodes(const Expression& expression, const EvaluationContext& context)
{
    return evaluated(expression, context,
        [](Evaluation& evaluation, OpIndex op, const Focus& focus) { return evaluation.nodes(op, focus); });
}

} // namespace tashilgar::forms::xpath
