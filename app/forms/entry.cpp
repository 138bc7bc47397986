#include "app/forms/entry.h"

#include "app/base/text.h"
#include "app/base/uuid.h"
#include "app/base/xml/reader.h"
#include "app/forms/engine/session.h"
#include "app/forms/glance.h"
#include "app/forms/serialise/compact_writer.h"
#include "app/forms/serialise/instance_writer.h"
#include "app/forms/submission.h"

namespace tashilgar::forms {

using engine::Session;
using instance::kNoNode;
using instance::NodeId;
using instance::Tree;

class Entry::Internals {
public:
    std::shared_ptr<const Form> form;
    std::unique_ptr<Session> session;
    std::vector<std::string> shown; ///< on the screen now

    void note(AuditEvent event, std::string_view node = {}) const
    {
        if (AuditLog* log = session->audit())
            log->note(event, node);
    }

    std::string valueOf(const std::string& ref) const
    {
        const NodeId node = session->tree().find(ref);
        return node == kNoNode || session->tree().isRange(node) ? std::string() : session->tree().value(node);
    }

    base::Result<NodeId> find(std::string_view ref) const
    {
        const NodeId node = session->tree().find(ref);
        if (node == kNoNode)
            return base::fail(kUnknownNode, "the entry has no such place", std::string(ref));
        return node;
    }

    std::string metaValue(std::string_view local) const
    {
        const model::DefId def = session->definition().meta(local);
        std::vector<NodeId> nodes;
        if (def != model::kNoDef)
            session->tree().collect(Tree::rootElement(), def, false, nodes);
        return nodes.empty() ? std::string() : session->tree().value(nodes.front());
    }
};

namespace {

base::Result<std::unique_ptr<Session>> newSession(const std::shared_ptr<const Form>& form, EntryHost host)
{
    // the compiled form lives in the Form, which the entry keeps alive
    return Session::create(std::shared_ptr<const engine::CompiledForm>(form, &form->compiled()), std::move(host));
}

} // namespace

Entry::Entry(std::unique_ptr<Internals> internals)
    : m_internals(std::move(internals))
{
}

Entry::~Entry() = default;

base::Result<std::unique_ptr<Entry>> Entry::open(std::shared_ptr<const Form> form, EntryHost host)
{
    auto session = newSession(form, std::move(host));
    if (!session)
        return base::fail(std::move(session).error());
    TASHILGAR_TRY((*session)->openFresh());
    return std::unique_ptr<Entry>(
        new Entry(std::unique_ptr<Internals>(new Internals{std::move(form), std::move(*session), {}})));
}

namespace {

base::Result<std::unique_ptr<Session>> continued(
    const std::shared_ptr<const Form>& form, EntryHost host, std::string_view xml, Session::Continue how)
{
    auto saved = base::xml::read(xml);
    if (!saved)
        return base::fail(std::move(saved).error());
    auto session = newSession(form, std::move(host));
    if (!session)
        return base::fail(std::move(session).error());
    TASHILGAR_TRY((*session)->openSaved(*saved, how));
    return std::move(*session);
}

} // namespace

base::Result<std::unique_ptr<Entry>> Entry::restore(
    std::shared_ptr<const Form> form, EntryHost host, std::string_view instanceXml)
{
    auto session = continued(form, std::move(host), instanceXml, Session::Continue::Restore);
    if (!session)
        return base::fail(std::move(session).error());
    return std::unique_ptr<Entry>(
        new Entry(std::unique_ptr<Internals>(new Internals{std::move(form), std::move(*session), {}})));
}

base::Result<std::unique_ptr<Entry>> Entry::edit(
    std::shared_ptr<const Form> form, EntryHost host, std::string_view instanceXml)
{
    auto session = continued(form, std::move(host), instanceXml, Session::Continue::Edit);
    if (!session)
        return base::fail(std::move(session).error());
    return std::unique_ptr<Entry>(
        new Entry(std::unique_ptr<Internals>(new Internals{std::move(form), std::move(*session), {}})));
}

const Form& Entry::form() const { return *m_internals->form; }

base::Result<void> Entry::answer(std::string_view ref, std::string_view value)
{
    const auto node = m_internals->find(ref);
    if (!node)
        return base::fail(node.error());
    return m_internals->session->answer(*node, value);
}

base::Result<void> Entry::deliver(std::string_view ref, std::string_view value)
{
    const auto node = m_internals->find(ref);
    if (!node)
        return base::fail(node.error());
    return m_internals->session->deliver(*node, value);
}

void Entry::enterScreen(std::span<const std::string> refs, std::string_view screen)
{
    leaveScreen();
    AuditLog* log = m_internals->session->audit();
    if (!log)
        return;
    const bool several = refs.size() > 1 || !screen.empty();
    if (several)
        log->enter(AuditEvent::GroupQuestions, screen);
    if (several && !log->settings().trackChanges)
        return;
    m_internals->shown.assign(refs.begin(), refs.end());
    for (const std::string& ref : refs)
        log->enter(AuditEvent::Question, ref, m_internals->valueOf(ref));
}

void Entry::leaveScreen()
{
    AuditLog* log = m_internals->session->audit();
    if (!log)
        return;
    for (const std::string& ref : m_internals->shown)
        log->leave(ref, m_internals->valueOf(ref));
    m_internals->shown.clear();
    log->leave();
}

base::Result<std::string> Entry::addRepeat(std::string_view range)
{
    const auto node = m_internals->find(range);
    if (!node)
        return base::fail(node.error());
    const auto added = m_internals->session->addRepeat(*node);
    if (!added)
        return base::fail(added.error());
    std::string ref = m_internals->session->tree().ref(*added);
    m_internals->note(AuditEvent::AddRepeat, ref);
    return ref;
}

base::Result<void> Entry::removeRepeat(std::string_view instance)
{
    const auto node = m_internals->find(instance);
    if (!node)
        return base::fail(node.error());
    TASHILGAR_TRY(m_internals->session->removeRepeat(*node));
    m_internals->note(AuditEvent::DeleteRepeat, instance);
    return {};
}

base::Result<NodeView> Entry::view(std::string_view ref) const
{
    const auto node = m_internals->find(ref);
    if (!node)
        return base::fail(node.error());
    return m_internals->session->view(*node);
}

base::Result<Violation> Entry::violation(std::string_view ref) const
{
    const auto node = m_internals->find(ref);
    if (!node)
        return base::fail(node.error());
    return m_internals->session->violation(*node);
}

base::Result<Explanation> Entry::explain(std::string_view ref) const
{
    const auto node = m_internals->find(ref);
    if (!node)
        return base::fail(node.error());
    return m_internals->session->explain(*node);
}

std::vector<NodeView> Entry::dump() const { return m_internals->session->dump(); }

base::Result<std::vector<std::string>> Entry::bodyChildren(std::string_view ref) const
{
    const auto node = m_internals->find(ref);
    if (!node)
        return base::fail(node.error());
    return m_internals->session->bodyChildren(*node);
}

std::vector<Event> Entry::events() const { return m_internals->session->events(); }
std::uint64_t Entry::revision() const { return m_internals->session->revision(); }
const std::string& Entry::language() const { return m_internals->session->languageName(); }
void Entry::setLanguage(std::string_view language) { m_internals->session->setLanguage(language); }
std::vector<ValidationFinding> Entry::validate() const { return m_internals->session->validate(); }
std::vector<Doubt> Entry::doubts() const { return m_internals->session->doubts(); }
const Diagnostics& Entry::problems() const { return m_internals->session->problems(); }

base::Result<xpath::Value> Entry::evaluate(std::string_view ref, std::string_view expression) const
{
    const auto node = m_internals->find(ref);
    if (!node)
        return base::fail(node.error());
    return m_internals->session->evaluateAt(*node, expression);
}

base::Result<Finalised> Entry::finalize()
{
    Session& session = *m_internals->session;
    session.finish();
    const auto findings = session.validate();
    if (!findings.empty()) {
        for (const ValidationFinding& finding : findings)
            m_internals->note(AuditEvent::ConstraintError, finding.ref);
        m_internals->note(AuditEvent::FinalizeError);
        return base::fail(kNotValid, "some answers are missing or not accepted", findings.front().ref);
    }
    leaveScreen();
    m_internals->note(AuditEvent::FormFinalize);
    Finalised finalised;
    finalised.xml = xml();
    finalised.instanceId = m_internals->metaValue("instanceID");
    finalised.instanceName = instanceName();
    // what is told beside the record is read from the record itself, so that both ends see the same
    if (auto read = readSubmission(form(), finalised.xml)) {
        finalised.attachments = std::move(read->attachments);
        finalised.entities = std::move(read->entities);
    }
    return finalised;
}

std::string Entry::xml() const
{
    return serialise::writeInstance(*m_internals->session, serialise::Extent::Submission);
}

std::string Entry::snapshot() const
{
    return serialise::writeInstance(*m_internals->session, serialise::Extent::Whole);
}

std::string Entry::compact() const { return serialise::writeCompact(*m_internals->session); }

std::string Entry::instanceName() const { return std::string(base::trim(m_internals->metaValue("instanceName"))); }

// glance.h ----------------------------------------------------------------------------------------

namespace {

/// Of an entry that is only looked at.
const Session& sessionOf(const Entry& entry) { return *const_cast<Entry&>(entry).internals().session; }

} // namespace

base::Result<NodeView> glance(const Entry& entry, std::string_view ref)
{
    const Session& session = sessionOf(entry);
    const NodeId node = session.tree().find(ref);
    if (node == kNoNode)
        return base::fail(kUnknownNode, "the entry has no such place", std::string(ref));
    return session.glance(node);
}

std::vector<std::string> chosenLabels(const Entry& entry, std::string_view ref)
{
    const Session& session = sessionOf(entry);
    const NodeId node = session.tree().find(ref);
    std::vector<std::string> labels;
    const model::Control* control
        = node == kNoNode || session.tree().isRange(node) ? nullptr : session.definition().controlOf(session.tree().def(node));
    if (!control || !session.tree().relevant(node))
        return labels;
    const std::string& value = session.tree().value(node);
    const bool several = control->multiple || control->kind == NodeKind::Rank;
    for (const std::string_view one : several ? base::splitWords(value) : std::vector<std::string_view>{value}) {
        if (one.empty())
            continue;
        auto label = session.choiceName(one, session.tree().definitionOf(node).path, session.tree().refTo(node));
        labels.push_back(label && !label->empty() ? std::move(*label) : std::string(one));
    }
    return labels;
}

std::vector<ChoicePlace> choicePlaces(const Entry& entry, std::string_view ref)
{
    const Session& session = sessionOf(entry);
    std::vector<ChoicePlace> places;
    const NodeId node = session.tree().find(ref);
    const model::Control* control
        = node == kNoNode || session.tree().isRange(node) ? nullptr : session.definition().controlOf(session.tree().def(node));
    if (!control || !control->itemset)
        return places;
    const auto& list = session.choices(node, session.tree().definitionOf(node).control);
    for (std::size_t i = 0; i < list.values.size(); ++i) {
        const xpath::NodeRef item = list.items[i];
        for (xpath::NodeRef child = item.dom->firstChild(item.id); child; child = child.dom->nextSibling(child.id)) {
            if (child.dom->type(child.id) != xpath::NodeType::Element || child.dom->localName(child.id) != "geometry")
                continue;
            std::string geometry = child.dom->stringValue(child.id);
            if (!base::trim(geometry).empty())
                places.push_back({list.values[i], std::move(geometry)});
            break;
        }
    }
    return places;
}

std::optional<Event> firstEvent(const Entry& entry) { return sessionOf(entry).firstEvent(); }
std::optional<Event> lastEvent(const Entry& entry) { return sessionOf(entry).lastEvent(); }
std::optional<Event> eventAfter(const Entry& entry, const Event& event) { return sessionOf(entry).eventAfter(event); }
std::optional<Event> eventBefore(const Entry& entry, const Event& event) { return sessionOf(entry).eventBefore(event); }

} // namespace tashilgar::forms
