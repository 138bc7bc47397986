#pragma once

#include "app/base/xml/document.h"
#include "app/forms/engine/compiled_form.h"
#include "app/forms/engine/indexed_reads.h"
#include "app/forms/engine/work_list.h"
#include "app/forms/entry.h"
#include "app/forms/instance/tree.h"
#include "app/forms/xpath/context.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace tashilgar::forms::engine {

using instance::kNoNode;
using instance::NodeId;
using instance::Tree;

/// What an itemset offers at one node, before labels.
struct ChoiceList {
    std::vector<xpath::NodeRef> items;
    std::vector<std::string> values;
};

class TreePaths;

/// One filling: the answers, and everything that follows from them. Each concern has a file of its own: loading.cpp
/// fills the tree, recalculation.cpp keeps it right, repeats.cpp, choices.cpp, texts.cpp, actions.cpp, validity.cpp and
/// views.cpp do what they are called. Belongs to one thread.
class Session final : public xpath::Host {
public:
    /// Reads the secondary instances. Fails with kMissingResource or the errors of the readers.
    static base::Result<std::unique_ptr<Session>> create(std::shared_ptr<const CompiledForm> form, EntryHost host);

    // loading.cpp
    base::Result<void> openFresh();
    enum class Continue { Restore, Edit };
    base::Result<void> openSaved(const base::xml::Document& saved, Continue how);

    // actions.cpp, recalculation.cpp
    base::Result<void> answer(NodeId node, std::string_view text);
    void finish(); ///< the revalidate events and the end time
    /// What the host was asked for by an action: a recording, a position. Written also where a person may only read.
    base::Result<void> deliver(NodeId node, std::string_view value);
    AuditLog* audit() const { return m_host.audit; }
    void setLanguage(std::string_view language);

    // repeats.cpp
    base::Result<NodeId> addRepeat(NodeId range);
    base::Result<void> removeRepeat(NodeId instanceNode);
    bool canAdd(NodeId range) const;
    /// What jr:count took away and keeps, the one that comes back first in front.
    std::vector<NodeId> parked(NodeId range) const;

    // views.cpp
    NodeView view(NodeId node) const;
    /// The same without what a select offers.
    NodeView glance(NodeId node) const;

    // walking.cpp
    std::optional<Event> firstEvent() const;
    std::optional<Event> lastEvent() const;
    std::optional<Event> eventAfter(const Event& event) const;
    std::optional<Event> eventBefore(const Event& event) const;

    // explaining.cpp
    Explanation explain(NodeId node) const;

    // views.cpp
    std::vector<NodeView> dump() const;
    std::vector<Event> events() const;
    std::vector<std::string> bodyChildren(NodeId node) const;

    // validity.cpp
    Violation violation(NodeId node) const;
    bool unexpected(NodeId node) const;
    std::vector<ValidationFinding> validate() const;
    std::vector<Doubt> doubts() const;

    // choices.cpp
    const ChoiceList& choices(NodeId node, std::uint32_t control) const;
    /// The value as it was given, also where the choices do not offer it now.
    const std::string& givenValue(NodeId node) const;

    // texts.cpp
    /// \p form as in model::ItextValue.
    std::string text(const model::Text& text, NodeId node, std::string_view form = {}) const;

    const CompiledForm& form() const { return *m_form; }
    const model::Definition& definition() const { return *m_form->definition; }
    const Tree& tree() const { return m_tree; }
    std::uint64_t revision() const { return m_revision; }
    const std::string& languageName() const { return m_languageName; }
    const Diagnostics& problems() const { return m_problems; }

    /// Evaluates \p text as if it stood in a bind of \p node.
    base::Result<xpath::Value> evaluateAt(NodeId node, std::string_view text) const;

    // xpath::Host
    xpath::NodeRef instance(std::string_view id) const override;
    base::Instant now() const override { return m_host.clock->now(); }
    base::Random& random() const override { return *m_host.random; }
    const base::Zone& zone() const override { return *m_host.zone; }
    std::string_view language() const override { return m_languageName; }
    std::optional<std::string> itext(std::string_view id) const override;
    base::Result<std::string> choiceName(
        std::string_view value, std::string_view path, xpath::NodeRef from) const override;
    std::string property(std::string_view name) const override;
    std::string version() const override { return m_form->version.version; }
    std::string onceValue(xpath::NodeRef current) const override;

private:
    Session(std::shared_ptr<const CompiledForm> form, EntryHost host);
    base::Result<void> readInstances();
    base::Result<void> readExternalList(const model::SecondaryInstance& external);

    // loading.cpp
    void fillFromForm(NodeId node, base::xml::NodeIndex element);
    void fillNew(NodeId instanceNode);
    void fillLeaf(NodeId node, std::string text, ChangedBy by);
    void setFirst(NodeId node, std::string value, ChangedBy by);
    void fillFromSaved(NodeId node, const base::xml::Document& saved, base::xml::NodeIndex element,
        base::xml::NodeIndex formElement);
    void preload(NodeId top);
    std::string propertyValue(const std::string& name) const;

    // recalculation.cpp
    void recalculateAll();
    void run();
    void enqueue(RuleIndex rule, NodeId node);
    void enqueueAround(const Watch& watch, NodeId changed);
    void enqueueAllBelow(NodeId top);
    void enqueueIndexed(NodeId changed);
    void enqueueMissed(NodeId added);
    void nodesOfRule(const Rule& rule, NodeId from, std::vector<NodeId>& found) const;
    void work(RuleIndex rule, NodeId node);
    void valueChanged(NodeId node);
    void structureChanged(NodeId node);
    void updateRelevance(NodeId node);
    /// Stores what was worked out or answered, in the form of the node's type; true when that is a change.
    bool store(NodeId node, const std::string& text, instance::Origin origin);
    void problem(const std::string& place, const base::Error& error) const;
    DataType typeOf(NodeId node) const;

    base::Result<xpath::Value> evaluate(const CompiledExpression& compiled, NodeId node, NodeId scope = kNoNode) const;
    /// The same for a rule, noting what it reads by index.
    base::Result<xpath::Value> evaluateRule(RuleIndex rule, NodeId node);
    base::Result<xpath::Value> evaluateAlong(
        const TreePaths& paths, const CompiledExpression& compiled, NodeId node) const;
    std::string textOf(const xpath::Value& value, DataType type) const;
    bool truthOf(const base::Result<xpath::Value>& value, bool otherwise, const std::string& place);
    const CompiledExpression* compileCached(const std::string& text, model::DefId context) const;

    // repeats.cpp
    void matchCount(RuleIndex rule, NodeId range);
    NodeId growRange(NodeId range);
    void shrinkRange(NodeId instanceNode, bool keep);
    void initialise(NodeId instanceNode);

    // actions.cpp
    void fire(const std::vector<std::uint32_t>& actions, NodeId within, model::EventBit event);
    void perform(std::uint32_t action, NodeId context, model::EventBit event);
    void settle(); ///< recalculates, fires value changes, until nothing moves

    // explaining.cpp
    Reason reasonOf(const Rule& rule, NodeId node) const;
    std::vector<Reading> readingsOf(const CompiledExpression& compiled, NodeId node) const;
    std::vector<Reason> reasonsAbove(NodeId node, RuleKind kind) const;
    Change changeOf(NodeId node) const;

    // choices.cpp
    void choicesChanged(RuleIndex rule, NodeId node);
    std::string offered(NodeId node, std::uint32_t control, const std::string& given) const;
    std::string choiceLabelOf(
        NodeId node, std::uint32_t control, const ChoiceList& list, std::size_t index, std::string_view form) const;
    std::string arranged(NodeId node, const model::Control& control, std::string_view text) const;

    // texts.cpp
    std::string render(const model::TextTemplate& text, NodeId node) const;

    // views.cpp
    NodeId nodeFor(model::DefId def, NodeId context) const;
    NodeKind kindOf(NodeId node) const;
    void addChoices(NodeId node, const model::Control& control, NodeView& view) const;
    void eventsOf(std::uint32_t control, NodeId context, std::vector<Event>& events) const;
    void bodyRefs(std::uint32_t control, NodeId context, std::vector<std::string>& refs) const;

    // walking.cpp
    const std::vector<std::uint32_t>& siblingsOf(std::uint32_t control) const;
    std::optional<Event> enter(std::uint32_t control, NodeId context) const;
    std::optional<Event> enterLast(std::uint32_t control, NodeId context) const;
    std::optional<Event> lastWithin(NodeId node, std::uint32_t control, Event::Kind kind) const;
    std::optional<Event> leave(std::uint32_t control, NodeId context) const;
    std::optional<Event> leaveBackwards(std::uint32_t control, NodeId context) const;
    bool isFrame(std::uint32_t control) const;
    bool isFirst(std::uint32_t control) const;
    bool prompts(NodeId range) const;

    std::shared_ptr<const CompiledForm> m_form;
    EntryHost m_host;
    Tree m_tree;
    std::map<std::string, secondary::SecondaryInstance, std::less<>> m_instances;
    std::size_t m_language = 0;
    std::string m_languageName;
    std::uint64_t m_revision = 1;
    mutable Diagnostics m_problems;
    mutable std::unordered_set<std::string> m_problemPlaces;

    WorkList m_pending;
    IndexedReads m_indexedReads;
    /// While everything is worked out in order, rules beyond this one come anyway.
    std::optional<RuleIndex> m_fullPass;
    bool m_quiet = false; ///< a saved record is being read: value changes fire nothing
    std::vector<NodeId> m_changed; ///< with actions waiting for them

    std::unordered_map<NodeId, std::vector<NodeId>> m_parked; ///< by range: what jr:count took away, the last one first
    std::unordered_map<NodeId, std::string> m_given; ///< values that the choices do not offer now
    /// What has been asked before, until something it reads changes.
    mutable std::unordered_map<std::uint64_t, ChoiceList> m_choices;
    mutable std::unordered_map<std::string, std::optional<CompiledExpression>> m_compiled;
};

/// Answers the bound steps of one expression's paths from the tree.
class TreePaths final : public xpath::PathResolver {
public:
    /// \p log, which may be null, is told what indexed-repeat() reads.
    TreePaths(const Tree& tree, const CompiledExpression& compiled, NodeId scope, IndexedReads::Log* log = nullptr)
        : m_tree(tree)
        , m_compiled(compiled)
        , m_scope(scope)
        , m_log(log)
    {
    }
    std::size_t resolve(const xpath::PathReference& path, xpath::NodeRef from, xpath::NodeRef current,
        xpath::NodeSet& found) const override;
    bool resolveIndexed(const xpath::PathReference& target, std::span<const Indexed> repeats, xpath::NodeRef current,
        xpath::NodeSet& found) const override;
    bool total(const xpath::PathReference& path, xpath::NodeRef from, bool asNumbers, Totals& totals) const override;
    void indexedWalked() const override
    {
        if (m_log)
            m_log->walked = true;
    }

private:
    NodeId apexOf(const BoundPath& bound, xpath::NodeRef from) const;
    bool appendColumn(NodeId range, const std::uint32_t* slot, bool relevantOnly, xpath::NodeSet& found) const;
    model::DefId placeOf(const xpath::PathReference& path) const;

    const Tree& m_tree;
    const CompiledExpression& m_compiled;
    NodeId m_scope;
    IndexedReads::Log* m_log;
};

} // namespace tashilgar::forms::engine
