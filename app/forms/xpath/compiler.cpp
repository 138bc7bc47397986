#include "app/forms/xpath/compiler.h"

#include "app/forms/xpath/evaluation.h"
#include "app/forms/xpath/lexer.h"
#include "app/forms/xpath/row_plan.h"

#include <cmath>

namespace tashilgar::forms::xpath {
namespace {

constexpr std::string_view kJavaRosaNamespace = "http://openrosa.org/javarosa";

/// What an operation needs besides its operands.
struct Facts {
    bool context = false;  ///< the context node
    bool position = false; ///< its position or the size
    bool current = false;
    bool outside = false;  ///< the root, an instance, the host: anything that is not in the text
    bool changes = false;  ///< volatile
    bool language = false;

    void add(const Facts& other)
    {
        context |= other.context;
        position |= other.position;
        current |= other.current;
        outside |= other.outside;
        changes |= other.changes;
        language |= other.language;
    }
    bool isPure() const { return !context && !position && !current && !outside && !changes && !language; }
};

struct Lowered {
    OpIndex op = kNoOp;
    Facts facts;
};

class Compiler {
public:
    Compiler(std::string_view text, const Namespaces& namespaces, const FunctionRegistry& functions,
        Expression::Faults faults)
        : m_namespaces(namespaces)
        , m_functions(functions)
        , m_faults(faults)
        , m_program(std::make_shared<Program>())
    {
        m_program->text = text;
    }

    base::Result<std::shared_ptr<const Program>> run(const Ast& ast)
    {
        const Lowered whole = lower(ast);
        if (m_error)
            return base::fail(std::move(*m_error));
        m_program->root = whole.op;
        m_program->usesContextPosition = whole.facts.position;
        m_program->isVolatile = whole.facts.changes;
        m_program->readsLanguage = whole.facts.language;
        m_program->readsContext = whole.facts.context || whole.facts.current || whole.facts.position;
        return std::shared_ptr<const Program>(std::move(m_program));
    }

private:
    // --- building blocks ---

    OpIndex add(OpCode code, std::uint32_t index = 0, const std::vector<Lowered>& operands = {},
        const std::vector<TokenKind>& operators = {})
    {
        Op op;
        op.code = code;
        op.index = index;
        op.first = static_cast<std::uint32_t>(m_program->operands.size());
        op.count = static_cast<std::uint32_t>(operands.size());
        for (std::size_t i = 0; i < operands.size(); ++i) {
            m_program->operands.push_back(operands[i].op);
            m_program->operators.push_back(i == 0 || operators.empty() ? TokenKind::End : operators[i - 1]);
        }
        m_program->ops.push_back(op);
        return static_cast<OpIndex>(m_program->ops.size() - 1);
    }

    Lowered constant(Value value)
    {
        m_program->constants.push_back(std::move(value));
        return {add(OpCode::Constant, static_cast<std::uint32_t>(m_program->constants.size() - 1)), {}};
    }

    const Value* constantOf(OpIndex op) const
    {
        const Op& it = m_program->ops[op];
        return it.code == OpCode::Constant ? &m_program->constants[it.index] : nullptr;
    }

    Lowered fault(base::ErrorCode code, std::string_view sentence, std::size_t at)
    {
        base::Error error(code, sentenceAt(m_program->text, sentence, at), m_program->text);
        if (m_faults == Expression::Faults::AtOnce || code == kXPathSyntax) {
            if (!m_error)
                m_error = error;
        }
        m_program->faults.push_back(std::move(error));
        Lowered lowered{add(OpCode::Fault, static_cast<std::uint32_t>(m_program->faults.size() - 1)), {}};
        lowered.facts.outside = true;
        return lowered;
    }

    /// Replaces an operation by its worth, if it needs nothing but its constant operands.
    Lowered fold(OpIndex op, const std::vector<Lowered>& operands, const Facts& facts)
    {
        if (m_error || !facts.isPure())
            return {op, facts};
        for (const Lowered& operand : operands) {
            if (!constantOf(operand.op))
                return {op, facts};
        }
        if (std::optional<Value> worth = foldConstant(*m_program, op))
            return constant(std::move(*worth));
        // It fails, or needs the time zone: both belong to run time.
        return {op, facts};
    }

    Lowered lower(const Ast& ast)
    {
        if (m_error)
            return {};
        switch (ast.kind) {
        case Ast::Kind::Number: return constant(ast.number);
        case Ast::Kind::Literal: return constant(Value(ast.text));
        case Ast::Kind::Chain: return lowerOperands(ast, OpCode::Chain);
        case Ast::Kind::Negate: return lowerOperands(ast, OpCode::Negate);
        case Ast::Kind::Union: return lowerOperands(ast, OpCode::Union);
        case Ast::Kind::Call: return lowerCall(ast);
        case Ast::Kind::Path: return lowerPath(ast);
        }
        return {};
    }

    Lowered lowerOperands(const Ast& ast, OpCode code)
    {
        Facts facts;
        std::vector<Lowered> operands;
        for (const AstPtr& child : ast.children) {
            operands.push_back(lower(*child));
            if (m_error)
                return {};
            facts.add(operands.back().facts);
        }
        const OpIndex op = add(code, 0, operands, ast.operators);
        return code == OpCode::Union ? Lowered{op, facts} : fold(op, operands, facts);
    }

    // --- functions ---

    /// "jr:itext" whatever the prefix, as long as it stands for JavaRosa's namespace; empty for an unknown prefix.
    std::string functionName(const Ast& call) const
    {
        if (call.prefix.empty())
            return std::string(call.text);
        const auto uri = m_namespaces.uri(call.prefix);
        if (!uri)
            return std::string(call.prefix) + ":" + std::string(call.text);
        return *uri == kJavaRosaNamespace ? "jr:" + std::string(call.text)
            : call.prefix == "jr"         ? std::string()
                                          : std::string(call.prefix) + ":" + std::string(call.text);
    }

    Lowered lowerCall(const Ast& ast)
    {
        const std::string name = functionName(ast);
        const Function* function = m_functions.find(name);
        if (!function)
            return fault(kUnknownFunction, "there is no function " + std::string(ast.text) + "()", ast.at);
        const int given = static_cast<int>(ast.children.size());
        if (given < function->minArguments
            || (function->maxArguments != Function::kAnyNumber && given > function->maxArguments))
            return fault(kWrongArguments,
                std::string(given < function->minArguments ? "too few" : "too many") + " arguments for " + name + "()",
                ast.at);

        Facts facts;
        std::vector<Lowered> arguments;
        std::vector<const Value*> constants;
        const bool outerEvery = std::exchange(m_everyInstance, (function->traits & Function::EveryInstance) != 0);
        for (const AstPtr& child : ast.children) {
            arguments.push_back(lower(*child));
            if (m_error)
                return {};
            facts.add(arguments.back().facts);
            const Op& op = m_program->ops[arguments.back().op];
            const std::size_t place = arguments.size() - 1;
            if (m_everyInstance && op.code == OpCode::Path && (place == 0 || place % 2 == 1))
                m_program->references[op.index].indexed = true;
        }
        m_everyInstance = outerEvery;

        const std::uint32_t traits = function->traits;
        facts.outside |= (traits & Function::ReadsHost) != 0;
        facts.changes |= (traits & Function::Volatile) != 0;
        facts.language |= (traits & Function::ReadsLanguage) != 0;
        facts.context
            |= (traits & Function::ReadsContextNode) != 0 || ((traits & Function::ContextIfBare) && given == 0);
        facts.position |= (traits & Function::ReadsPosition) && given == 0;
        facts.current |= (traits & Function::ReadsCurrent) != 0;
        noteHiddenReads(name, arguments);

        CallSite site;
        site.function = function;
        if (function->prepare) {
            // Pointers into m_program->constants would not survive its growth, hence only now.
            for (const Lowered& argument : arguments)
                constants.push_back(constantOf(argument.op));
            site.prepared = function->prepare(constants);
        }
        m_program->calls.push_back(std::move(site));
        const OpIndex op = add(OpCode::Call, static_cast<std::uint32_t>(m_program->calls.size() - 1), arguments);
        return fold(op, arguments, facts);
    }

    /// What some functions read beyond their arguments: the paths must tell.
    void noteHiddenReads(std::string_view name, const std::vector<Lowered>& arguments)
    {
        const auto literal = [&](std::size_t i) {
            const Value* value = constantOf(arguments[i].op);
            return value ? value->toText() : std::string();
        };
        if (name == "jr:choice-name")
            m_program->choiceNamePaths.push_back(literal(1));
        if (name == "pulldata" || name == "search") {
            PathReference all;
            all.start = PathReference::Start::Instance;
            all.instance = literal(0);
            all.unusual = true;
            addReference(std::move(all));
        }
    }

    // --- paths ---

    std::uint32_t addReference(PathReference reference)
    {
        reference.id = static_cast<std::uint32_t>(m_program->references.size());
        m_program->references.push_back(std::move(reference));
        m_program->paths.emplace_back();
        return m_program->references.back().id;
    }

    bool resolveStep(const AstStep& ast, PathStep& step)
    {
        step.axis = ast.axis;
        step.test = ast.test;
        step.local = ast.local;
        step.hasPredicates = !ast.predicates.empty();
        if (ast.prefix.empty())
            return true;
        step.prefixed = true;
        const auto uri = m_namespaces.uri(ast.prefix);
        if (!uri) {
            fault(kXPathSyntax, "the prefix " + std::string(ast.prefix) + " is not declared", ast.at);
            return false;
        }
        step.uri = *uri;
        return true;
    }

    /// `a//b` walks far less as `a/descendant::b`, and means the same unless a predicate asks for positions.
    static bool canMergeDescendants(const AstStep& all, const AstStep& next)
    {
        return all.axis == Axis::DescendantOrSelf && all.test == PathStep::Test::AnyNode && all.predicates.empty()
            && next.axis == Axis::Child && next.predicates.empty();
    }

    Lowered lowerPath(const Ast& ast)
    {
        PathReference reference;
        std::vector<const AstStep*> steps;
        for (std::size_t i = 0; i < ast.steps.size(); ++i) {
            PathStep step;
            const bool merge = i + 1 < ast.steps.size() && canMergeDescendants(ast.steps[i], ast.steps[i + 1]);
            i += merge;
            if (!resolveStep(ast.steps[i], step))
                return {};
            if (merge)
                step.axis = Axis::Descendant;
            reference.unusual |= !step.isPlain();
            reference.steps.push_back(std::move(step));
            steps.push_back(&ast.steps[i]);
        }
        for (const PathStep& step : reference.steps) {
            if (!step.isPlain() || step.hasPredicates)
                break;
            ++reference.plainSteps;
        }
        reference.everyInstance = m_everyInstance;
        reference.at = static_cast<std::uint32_t>(ast.at);
        reference.length = static_cast<std::uint32_t>(ast.end - ast.at);

        Facts facts;
        OpIndex start = kNoOp;
        switch (ast.start) {
        case Ast::Start::Context:
            reference.start = PathReference::Start::Context;
            reference.enclosing = m_enclosing;
            reference.enclosingSteps = m_enclosingSteps;
            facts.context = true;
            break;
        case Ast::Start::Root:
            reference.start = PathReference::Start::Root;
            facts.outside = true;
            break;
        case Ast::Start::Primary: {
            const Lowered first = lower(*ast.children[0]);
            if (m_error)
                return {};
            start = first.op;
            facts.add(first.facts);
            facts.outside = true;
            if (!ast.startPredicates.empty())
                reference.plainSteps = 0;
            classifyStart(ast, start, reference);
            break;
        }
        }
        const std::uint32_t id = addReference(std::move(reference));
        m_program->paths[id].start = start;
        if (!lowerAllPredicates(ast, steps, id, facts))
            return {};
        return {add(OpCode::Path, id), facts};
    }

    void classifyStart(const Ast& ast, OpIndex start, PathReference& reference) const
    {
        reference.start = PathReference::Start::Nodes;
        const Op& op = m_program->ops[start];
        if (op.code != OpCode::Call || !ast.startPredicates.empty())
            return;
        const std::string& name = m_program->calls[op.index].function->name;
        if (name == "current")
            reference.start = PathReference::Start::Current;
        if (name == "instance") {
            reference.start = PathReference::Start::Instance;
            if (const Value* id = constantOf(m_program->operands[op.first]))
                reference.instance = id->toText();
        }
    }

    bool lowerAllPredicates(const Ast& ast, const std::vector<const AstStep*>& steps, std::uint32_t id, Facts& facts)
    {
        // An argument that means every instance does so as a whole; what its predicates read is read as usual.
        const bool outerEvery = std::exchange(m_everyInstance, false);
        const std::uint32_t outerEnclosing = std::exchange(m_enclosing, id);
        const std::uint32_t outerSteps = m_enclosingSteps;
        bool sound = true;
        const auto all = [&](const std::vector<AstPtr>& predicates, std::uint32_t depth) {
            std::vector<Predicate> lowered;
            for (const AstPtr& predicate : predicates) {
                m_enclosingSteps = depth;
                if (sound)
                    sound = lowerPredicate(*predicate, lowered, facts);
            }
            return lowered;
        };
        std::vector<Predicate> atStart = all(ast.startPredicates, 0);
        std::vector<std::vector<Predicate>> byStep;
        for (std::size_t i = 0; i < steps.size(); ++i)
            byStep.push_back(all(steps[i]->predicates, static_cast<std::uint32_t>(i + 1)));
        m_program->paths[id].startPredicates = std::move(atStart);
        m_program->paths[id].stepPredicates = std::move(byStep);
        m_everyInstance = outerEvery;
        m_enclosing = outerEnclosing;
        m_enclosingSteps = outerSteps;
        return sound;
    }

    bool lowerPredicate(const Ast& ast, std::vector<Predicate>& into, Facts& outer)
    {
        const Lowered inner = lower(ast);
        if (m_error)
            return false;
        Facts passed = inner.facts;
        passed.context = false;
        passed.position = false;
        passed.outside = true;
        outer.add(passed);

        Predicate predicate;
        predicate.op = inner.op;
        const Op& op = m_program->ops[inner.op];
        const Value* worth = constantOf(inner.op);
        if (worth && worth->isNumber()) {
            predicate.kind = Predicate::Kind::Index;
            predicate.index = worth->number();
        } else if (op.code == OpCode::Call && op.count == 0 && m_program->calls[op.index].function->name == "last") {
            predicate.kind = Predicate::Kind::Last;
        } else if (!inner.facts.position && isTruth(*m_program, inner.op)) {
            predicate.kind = Predicate::Kind::Truth;
            predicate.rows = planRows(*m_program, inner.op);
        }
        into.push_back(std::move(predicate));
        return true;
    }

    const Namespaces& m_namespaces;
    const FunctionRegistry& m_functions;
    Expression::Faults m_faults;
    std::shared_ptr<Program> m_program;
    std::optional<base::Error> m_error;
    bool m_everyInstance = false;
    std::uint32_t m_enclosing = PathReference::kNone;
    std::uint32_t m_enclosingSteps = 0;
};

} // namespace

base::Result<std::shared_ptr<const Program>> compile(std::string_view text, const Ast& ast,
    const Namespaces& namespaces, const FunctionRegistry& functions, Expression::Faults faults)
{
    return Compiler(text, namespaces, functions, faults).run(ast);
}

} // namespace tashilgar::forms::xpath
