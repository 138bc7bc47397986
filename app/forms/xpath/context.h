#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/base/zones.h"
#include "app/forms/xpath/nodeset.h"
#include "app/forms/xpath/value.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tashilgar::forms::xpath {

struct PathReference;

/// What only the surroundings of an expression know: in an entry the engine, in `tashil form eval` the parsed document.
/// Called on the evaluating thread, during evaluation only.
class Host {
public:
    virtual ~Host() = default;

    /// The root node of a secondary instance (its child is the instance's own root element); null when the form has
    /// none of that name. The Dom behind it outlives the evaluation.
    virtual NodeRef instance(std::string_view id) const = 0;
    virtual base::Instant now() const = 0;
    virtual base::Random& random() const = 0;
    virtual const base::Zone& zone() const = 0;
    /// The active language as the form writes it ("فارسی (fa)"), or empty: names of months and days follow it.
    virtual std::string_view language() const { return {}; }
    /// The text of jr:itext(id) in the active language; nothing when there is none.
    virtual std::optional<std::string> itext(std::string_view id) const
    {
        (void)id;
        return std::nullopt;
    }
    /// The label, in the active language, of the choice \p value of the select at \p path; \p from is the node whose
    /// expression asks. Empty when there is no such choice.
    virtual base::Result<std::string> choiceName(std::string_view value, std::string_view path, NodeRef from) const
    {
        (void)value, (void)path, (void)from;
        return std::string();
    }
    /// deviceid, username …; empty when unknown.
    virtual std::string property(std::string_view name) const
    {
        (void)name;
        return {};
    }
    /// The form's version.
    virtual std::string version() const { return {}; }
    /// What once() finds there already: the value of the node being calculated. By default that of current().
    virtual std::string onceValue(NodeRef current) const
    {
        std::string buffer;
        return current ? std::string(stringValueOf(current, buffer)) : std::string();
    }
};

/// Lets the owner of a Dom answer the first steps of a location path itself, so that a path of a form costs one
/// look-up, and so that an absolute path into a repeat means the own instance (which plain XPath does not know).
class PathResolver {
public:
    virtual ~PathResolver() = default;

    /// Appends to \p found, in document order, the nodes that the first n steps of \p path select, and answers with n;
    /// the evaluator walks the remaining steps from there. 0 (with \p found untouched): the evaluator walks all of
    /// them. \p path is an element of Expression::references(), the same object at each call, so its `id` can index
    /// what the resolver bound beforehand; n may be at most `path.plainSteps`. \p from is the node the path starts
    /// from: the context node for a relative path, current() for one that starts there, the root for an absolute one,
    /// the root of the secondary instance for instance(). \p current is current().
    virtual std::size_t resolve(const PathReference& path, NodeRef from, NodeRef current, NodeSet& found) const = 0;

    /// What the nodes of a path come to.
    struct Totals {
        std::size_t count = 0;
        double sum = 0; ///< NaN when some node is no number, as least and most
        double least = 0; ///< NaN of no nodes
        double most = 0;
    };
    /// The same without a list of the nodes, for count() and, \p asNumbers, for sum(), min() and max(); \p path has
    /// plain steps only. False when this resolver cannot tell, or when dates are among the values, which need a time
    /// zone.
    virtual bool total(const PathReference& path, NodeRef from, bool asNumbers, Totals& totals) const
    {
        (void)path, (void)from, (void)asNumbers, (void)totals;
        return false;
    }

    /// One pair of arguments of indexed-repeat().
    struct Indexed {
        const PathReference* repeat = nullptr;
        double position = 0;
    };
    /// The node that \p target means in the instances that \p repeats number, appended to \p found if there is one; so
    /// that indexed-repeat() need not list all instances. False, and \p found untouched, when this resolver cannot tell.
    virtual bool resolveIndexed(
        const PathReference& target, std::span<const Indexed> repeats, NodeRef current, NodeSet& found) const
    {
        (void)target, (void)repeats, (void)current, (void)found;
        return false;
    }
    /// indexed-repeat() is about to list all instances after all.
    virtual void indexedWalked() const { }
};

/// Where an expression is evaluated. Cheap to make; all pointers are borrowed for the call.
struct EvaluationContext {
    NodeRef node;    ///< the context node
    NodeRef current; ///< current(); null means `node`
    NodeRef root;    ///< what "/" means, also inside predicates over another tree; null means the root of `node`
    std::size_t position = 1;
    std::size_t size = 1;
    const Host* host = nullptr; ///< never null
    const PathResolver* paths = nullptr;
};

} // namespace tashilgar::forms::xpath
