#pragma once

#include "app/base/error.h"
#include "app/forms/xpath/context.h"
#include "app/forms/xpath/program.h"
#include "app/forms/xpath/temporal.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tashilgar::forms::xpath {

/// Where in a tree an operation stands.
struct Focus {
    NodeRef node;
    std::size_t position = 1;
    std::size_t size = 1;
};

/// One evaluation of one program. A failure is kept rather than passed about: once it has happened every call answers
/// with something empty at once, and the caller of the whole looks at error(). Recursion is as deep as the expression
/// is nested, which the parser limits; work is counted, so that no expression runs for ever.
class Evaluation {
public:
    /// Nodes and pairs of nodes that one evaluation may look at: some seconds of work.
    static constexpr std::uint64_t kMaxWork = 100'000'000;

    Evaluation(const Program& program, const EvaluationContext& context);

    Value value(OpIndex op, const Focus& focus);
    /// What value() would give, converted; without building strings or sets that are only looked at.
    bool boolean(OpIndex op, const Focus& focus);
    double number(OpIndex op, const Focus& focus);
    std::string text(OpIndex op, const Focus& focus);
    /// As text(), but lent: by the program, a Dom, or by \p keep or \p buffer, which must live as long.
    std::string_view view(OpIndex op, const Focus& focus, Value& keep, std::string& buffer);
    /// Fails with kWrongArguments for anything but a node set.
    NodeSet nodes(OpIndex op, const Focus& focus);

    Focus focus() const { return {m_context.node, m_context.position, m_context.size}; }
    const EvaluationContext& context() const { return m_context; }
    const Program& program() const { return m_program; }
    const Host* host() const { return m_context.host; }
    /// The host's, or UTC while folding (which is then given up).
    const base::Zone& zone();

    /// Text as a number: what XPath says, else the local days of a date.
    double numberOf(std::string_view text);
    double numberOf(const Value& value);
    /// Where two dates or moments are put in order, the time of day counts: days since 1970-01-01T00:00 UTC.
    double orderOf(std::string_view text);

    void fail(base::ErrorCode code, std::string sentence);
    bool failed() const { return m_error.has_value(); }
    /// Forgets the failure: what failed was tried before it was asked for.
    void forgive() { m_error.reset(); }
    std::optional<base::Error>& error() { return m_error; }
    /// Counts work; false once there was too much of it.
    bool spend(std::uint64_t amount);

private:
    friend class Walker;

    Value chain(const Op& op, const Focus& focus);
    Value unionOf(const Op& op, const Focus& focus);
    Value call(const Op& op, const Focus& focus);
    NodeSet path(std::uint32_t id, const Focus& focus);
    bool compare(TokenKind how, const Value& left, const Value& right);
    bool compareNodes(TokenKind how, const NodeSet& nodes, const Value& other);
    bool compareSets(TokenKind how, const NodeSet& left, const NodeSet& right);
    bool compareScalars(TokenKind how, const Value& left, const Value& right);

    const Program& m_program;
    EvaluationContext m_context;
    std::optional<base::Error> m_error;
    std::uint64_t m_work = 0;
};

/// The worth of an operation that needs nothing from outside; nothing when it fails or does need something.
std::optional<Value> foldConstant(const Program& program, OpIndex op);

} // namespace tashilgar::forms::xpath
