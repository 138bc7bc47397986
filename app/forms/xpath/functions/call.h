#pragma once

#include "app/forms/xpath/evaluation.h"

#include <cassert>

namespace tashilgar::forms::xpath {

/// One call of a function while it runs: its arguments, evaluated when asked for, and its surroundings. After a failure
/// every argument is empty, so a function may go on and return anything.
class Call {
public:
    Call(Evaluation& evaluation, const Op& op, const CallSite& site, const Focus& focus)
        : m_evaluation(evaluation)
        , m_op(op)
        , m_site(site)
        , m_focus(focus)
    {
    }

    std::size_t count() const { return m_op.count; }
    bool has(std::size_t argument) const { return argument < m_op.count; }
    Value value(std::size_t argument) { return m_evaluation.value(operand(argument), m_focus); }
    std::string text(std::size_t argument) { return m_evaluation.text(operand(argument), m_focus); }
    double number(std::size_t argument) { return m_evaluation.number(operand(argument), m_focus); }
    bool boolean(std::size_t argument) { return m_evaluation.boolean(operand(argument), m_focus); }
    /// Fails for anything but a node set.
    NodeSet nodes(std::size_t argument) { return m_evaluation.nodes(operand(argument), m_focus); }

    /// The argument as a path, when it is one and nothing else; null otherwise.
    const PathReference* path(std::size_t argument) const
    {
        const Program& program = m_evaluation.program();
        const Op& op = program.ops[operand(argument)];
        return op.code == OpCode::Path ? &program.references[op.index] : nullptr;
    }

    /// What the nodes of an argument come to, where the owner of the tree knows it without listing them.
    bool total(std::size_t argument, bool asNumbers, PathResolver::Totals& totals);

    /// The argument, or the context node when there is none: what half of XPath's functions do.
    std::string textOrContext(std::size_t argument);
    NodeSet nodesOrContext(std::size_t argument) { return has(argument) ? nodes(argument) : NodeSet(m_focus.node); }

    const Focus& focus() const { return m_focus; }
    NodeRef current() const { return m_evaluation.context().current; }
    NodeRef root() const { return m_evaluation.context().root; }
    Evaluation& evaluation() { return m_evaluation; }
    /// Only for functions that say ReadsHost or Volatile.
    const Host& host() const
    {
        assert(m_evaluation.host());
        return *m_evaluation.host();
    }
    const base::Zone& zone() { return m_evaluation.zone(); }
    double numberOf(std::string_view text) { return m_evaluation.numberOf(text); }
    bool failed() const { return m_evaluation.failed(); }
    bool spend(std::uint64_t work) { return m_evaluation.spend(work); }
    Value fail(std::string sentence);

    /// What Function::prepare made, if anything.
    template <class T>
    const T* prepared() const
    {
        return static_cast<const T*>(m_site.prepared.get());
    }

private:
    friend class TextArgument;
    OpIndex operand(std::size_t argument) const
    {
        assert(argument < m_op.count);
        return m_evaluation.program().operands[m_op.first + argument];
    }

    Evaluation& m_evaluation;
    const Op& m_op;
    const CallSite& m_site;
    const Focus& m_focus;
};

/// An argument as text that is only looked at: nothing is copied where a Dom or the program can lend it.
class TextArgument {
public:
    TextArgument(Call& call, std::size_t argument)
        : m_view(call.m_evaluation.view(call.operand(argument), call.m_focus, m_value, m_buffer))
    {
    }
    TextArgument(const TextArgument&) = delete;
    TextArgument& operator=(const TextArgument&) = delete;

    std::string_view operator*() const { return m_view; }
    const std::string_view* operator->() const { return &m_view; }

private:
    Value m_value;
    std::string m_buffer;
    std::string_view m_view;
};

} // namespace tashilgar::forms::xpath
