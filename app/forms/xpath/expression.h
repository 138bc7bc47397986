#pragma once

#include "app/base/result.h"
#include "app/forms/xpath/context.h"
#include "app/forms/xpath/value.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::forms::xpath {

/// "expected ')' at 14": positions count characters from 1.
inline constexpr base::ErrorCode kXPathSyntax{"forms.xpath-syntax"};
inline constexpr base::ErrorCode kUnknownFunction{"forms.unknown-function"};
/// Too few or too many arguments, or one of a type that cannot be converted.
inline constexpr base::ErrorCode kWrongArguments{"forms.wrong-arguments"};
/// The expression is sound, its outcome is not: an unknown instance, distance('nonsense'), more work than is allowed.
inline constexpr base::ErrorCode kXPathEvaluation{"forms.xpath-evaluation"};

class FunctionRegistry;

/// What the prefixes of an expression stand for.
class Namespaces {
public:
    void declare(std::string prefix, std::string uri) { m_uris.insert_or_assign(std::move(prefix), std::move(uri)); }
    std::optional<std::string_view> uri(std::string_view prefix) const
    {
        const auto found = m_uris.find(prefix);
        return found == m_uris.end() ? std::nullopt : std::optional<std::string_view>(found->second);
    }

private:
    std::map<std::string, std::string, std::less<>> m_uris;
};

inline constexpr std::string_view kXFormsNamespace = "http://www.w3.org/2002/xforms";

enum class Axis : std::uint8_t {
    Child, Parent, Self, Attribute, Descendant, DescendantOrSelf, Ancestor, AncestorOrSelf, FollowingSibling,
    PrecedingSibling, Following, Preceding, Namespace
};

/// One step of a location path, as far as it matters without a tree.
struct PathStep {
    enum class Test : std::uint8_t { Name, AnyName, AnyOfNamespace, AnyNode, Text, Comment, ProcessingInstruction };

    Axis axis = Axis::Child;
    Test test = Test::Name;
    bool prefixed = false;      ///< an unprefixed name means no namespace or that of XForms
    bool hasPredicates = false;
    std::string uri;            ///< of a prefixed name, or of `p:*`
    std::string local;          ///< of Test::Name; the target of a processing-instruction test

    /// Whether this is a child step with a name, ".." or ".": what forms are made of.
    bool isPlain() const
    {
        return (axis == Axis::Child && test == Test::Name)
            || ((axis == Axis::Parent || axis == Axis::Self) && test == Test::AnyNode);
    }
};

/// A location path that an expression reads. The list of them is what a dependency graph is built from: whatever an
/// expression can read lies on one of its paths or below it (string values reach below), apart from what flags() tells.
struct PathReference {
    enum class Start : std::uint8_t {
        Root,     ///< /data/x
        Context,  ///< x, ../x, .
        Current,  ///< current()/../x
        Instance, ///< instance('x')/root/item, with the name in `instance`; empty when it is worked out at run time
        Nodes     ///< (a | b)/x, randomize(a)/x: what is inside is listed as references of its own
    };

    std::uint32_t id = 0; ///< its index in Expression::references()
    std::uint32_t at = 0, length = 0; ///< where it stands in Expression::text(); no length: it is not written there as a path
    Start start = Start::Context;
    std::string instance;
    std::vector<PathStep> steps;
    /// How many leading steps are plain and without predicates: what a PathResolver may answer.
    std::uint32_t plainSteps = 0;
    /// A step that is not plain: an axis, a wildcard, a node test. To be on the safe side, treat it as reading the
    /// whole tree below the plain steps, and with an axis that looks sideways or up, the whole tree.
    bool unusual = false;
    /// For a Context path inside a predicate: the path whose step carries the predicate, and how many of its steps lead
    /// to the node that is the context there (the step with the predicate included). Otherwise kNone.
    static constexpr std::uint32_t kNone = UINT32_MAX;
    std::uint32_t enclosing = kNone;
    std::uint32_t enclosingSteps = 0;
    /// An argument of indexed-repeat(): the path means every instance of each repeat on it, so a resolver that narrows
    /// absolute paths to the own instance does not narrow this one.
    bool everyInstance = false;
    /// The target or a repeat of an indexed-repeat(), named by this path alone: a PathResolver that answers it knows
    /// which one node is read.
    bool indexed = false;
};

/// An XPath 1.0 expression with the functions of ODK XForms, parsed, checked and folded once. Immutable, shared
/// cheaply, evaluated from any thread. Refuses variables, and nesting deeper than kMaxDepth. Spec:
/// https://www.w3.org/TR/1999/REC-xpath-19991116/ and https://getodk.github.io/xforms-spec/#xpath-functions
class Expression {
public:
    static constexpr int kMaxDepth = 300;
    static constexpr std::size_t kMaxLength = 1u << 20;

    /// When an unknown function or a wrong number of arguments is a failure: at compile(), as a form wants it, or only
    /// when evaluation comes to the call, as a language without a compiler would have it.
    enum class Faults { AtOnce, WhenReached };

    /// Fails with kXPathSyntax, kUnknownFunction or kWrongArguments; the sentence tells the position, the place is \p
    /// text.
    static base::Result<Expression> compile(std::string_view text, const Namespaces& namespaces);
    static base::Result<Expression> compile(std::string_view text, const Namespaces& namespaces,
        const FunctionRegistry& functions, Faults faults = Faults::AtOnce);

    const std::string& text() const;
    const std::vector<PathReference>& references() const;
    /// The second arguments of jr:choice-name() calls, as written ("/data/q"): their choices are read, too. Holds an
    /// empty text for one that is not a literal.
    const std::vector<std::string>& choiceNamePaths() const;

    /// position() or last() of the context the whole expression is evaluated in.
    bool usesContextPosition() const;
    /// Two evaluations may differ though nothing it reads has changed: now(), today(), random(), uuid(), once(),
    /// randomize() without a seed …
    bool isVolatile() const;
    /// jr:itext(), jr:choice-name(), format-date(): its worth depends on the active language.
    bool readsLanguage() const;
    /// Reads relative to the context node or current(), so its worth differs from node to node.
    bool readsContext() const;
    /// The worth of an expression that reads nothing at all ("'a'", "2 * 3", "true()"); null otherwise.
    const Value* constant() const;
    /// When the whole expression is one location path: that path. Null otherwise.
    const PathReference* asPath() const;

    const struct Program& program() const { return *m_program; }

private:
    explicit Expression(std::shared_ptr<const Program> program);
    std::shared_ptr<const Program> m_program;
};

/// Fails with kXPathEvaluation or kWrongArguments; the place is the expression's text.
base::Result<Value> evaluate(const Expression& expression, const EvaluationContext& context);

/// The same, with the outcome as one of the four types. Dates follow the rules of the evaluator (a date as a number is
/// its local days since 1970-01-01).
base::Result<std::string> evaluateText(const Expression& expression, const EvaluationContext& context);
base::Result<double> evaluateNumber(const Expression& expression, const EvaluationContext& context);
base::Result<bool> evaluateBoolean(const Expression& expression, const EvaluationContext& context);
/// Fails with kWrongArguments when the outcome is no node set.
base::Result<NodeSet> evaluateNodes(const Expression& expression, const EvaluationContext& context);

} // namespace tashilgar::forms::xpath
