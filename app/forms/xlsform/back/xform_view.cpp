#include "app/forms/xlsform/back/xform_view.h"

#include "app/base/text.h"
#include "app/base/xml/reader.h"
#include "app/forms/form.h"
#include "app/forms/xlsform/form_writer.h"

#include <algorithm>

namespace tashilgar::forms::xlsform::back {

using base::xml::Document;
using base::xml::kNoNode;
using base::xml::NodeIndex;

namespace {

constexpr std::string_view kControls[] = {"input", "select1", "select", "rank", "upload", "trigger", "range", "secret"};
constexpr std::string_view kActions[] = {"setvalue", "setgeopoint", "recordaudio"};

template <class Names>
bool isOneOf(std::string_view name, const Names& names)
{
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

/// "/data/a/../b" and "./b" as the path they mean.
std::string resolved(std::string_view path, const std::string& context)
{
    std::vector<std::string> steps;
    const std::string whole = path.starts_with('/') ? std::string(path) : context + "/" + std::string(path);
    for (const std::string_view step : base::split(whole, '/')) {
        const std::string_view name = base::trim(step);
        if (name.empty() || name == ".")
            continue;
        if (name == "..") {
            if (!steps.empty())
                steps.pop_back();
        } else {
            steps.emplace_back(name.substr(name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1));
        }
    }
    std::string out;
    for (const std::string& step : steps)
        out += "/" + step;
    return out;
}

} // namespace

NodeIndex XFormView::find(const ByPath& map, std::string_view path)
{
    const auto found = map.find(path);
    return found != map.end() ? found->second : kNoNode;
}

bool XFormView::isRepeat(std::string_view path) const { return m_repeats.contains(path); }

std::size_t XFormView::position(NodeIndex control) const
{
    const auto found = m_positions.find(control);
    return found != m_positions.end() ? found->second : 0;
}

std::string XFormView::path(NodeIndex control) const
{
    const auto found = m_paths.find(control);
    return found != m_paths.end() ? found->second : std::string();
}

const std::vector<FoundAction>& XFormView::actions(std::string_view path) const
{
    static const std::vector<FoundAction> none;
    const auto found = m_actions.find(path);
    return found != m_actions.end() ? found->second : none;
}

std::string XFormView::qualified(const base::xml::Name& name) const
{
    if (name.uri.empty())
        return name.local;
    for (const auto& [prefix, uri] : knownNamespaces(Settings(), true)) {
        if (uri == name.uri)
            return prefix + ":" + name.local;
    }
    return name.qualified();
}

std::string XFormView::attribute(NodeIndex element, std::string_view wanted) const
{
    if (element == kNoNode)
        return {};
    for (NodeIndex a = m_document.firstAttribute(element); a != kNoNode; a = m_document.nextAttribute(a)) {
        if (qualified(m_document.name(a)) == wanted)
            return std::string(m_document.text(a));
    }
    return {};
}

std::map<std::string, std::string> XFormView::foreignNamespaces() const
{
    std::map<std::string, std::string> foreign;
    const auto known = knownNamespaces(Settings(), true);
    std::vector<NodeIndex> open = {m_model, m_body};
    while (!open.empty()) {
        const NodeIndex node = open.back();
        open.pop_back();
        if (node == kNoNode)
            continue;
        for (NodeIndex a = m_document.firstAttribute(node); a != kNoNode; a = m_document.nextAttribute(a)) {
            const auto& name = m_document.name(a);
            const bool isKnown
                = std::any_of(known.begin(), known.end(), [&](const auto& k) { return k.second == name.uri; });
            if (!name.uri.empty() && !name.prefix.empty() && !isKnown && name.prefix != "xml")
                foreign.emplace(name.prefix, name.uri);
        }
        for (NodeIndex child = m_document.firstElement(node); child != kNoNode; child = m_document.nextElement(child))
            open.push_back(child);
    }
    return foreign;
}

std::string XFormView::placeOf(NodeIndex element, const std::string& context) const
{
    if (const std::string id = attribute(element, "bind"); !id.empty()) {
        const auto found = m_bindIds.find(id);
        return found != m_bindIds.end() ? found->second : std::string();
    }
    std::string ref = attribute(element, "ref");
    if (ref.empty())
        ref = attribute(element, "nodeset");
    return ref.empty() ? std::string() : resolved(ref, context);
}

void XFormView::addAction(NodeIndex element, NodeIndex around, const std::string& context)
{
    FoundAction action{element, m_document.name(element).local, {}, around};
    std::string events = attribute(element, "event");
    if (events.empty())
        events = attribute(element, "ev:event");
    for (const std::string_view event : base::splitWords(events))
        action.events.emplace_back(event == "xforms-ready" ? "odk-instance-first-load" : event);
    const std::string path = placeOf(element, context);
    if (!path.empty())
        m_actions[path].push_back(std::move(action));
}

void XFormView::collectBinds()
{
    const std::string root = "/" + m_document.name(m_root).local;
    for (NodeIndex child = m_document.firstElement(m_model); child != kNoNode; child = m_document.nextElement(child)) {
        const std::string& local = m_document.name(child).local;
        if (local == "bind") {
            // Attribute nodes (meta/entity/@id) keep their "@".
            const std::string path = resolved(attribute(child, "nodeset"), root);
            m_binds.emplace(path, child);
            if (const std::string id = attribute(child, "id"); !id.empty())
                m_bindIds.emplace(id, path);
        } else if (isOneOf(local, kActions)) {
            addAction(child, kNoNode, root);
        }
    }
    // A bind may be named before it stands.
    for (NodeIndex child = m_document.firstElement(m_model); child != kNoNode; child = m_document.nextElement(child)) {
        if (isOneOf(m_document.name(child).local, kActions) && !attribute(child, "bind").empty()
            && !m_actions.contains(placeOf(child, root)))
            addAction(child, kNoNode, root);
    }
}

/// As deep as the document, whose reader bounds it.
void XFormView::collectBody(NodeIndex parent, const std::string& context, NodeIndex around)
{
    for (NodeIndex child = m_document.firstElement(parent); child != kNoNode; child = m_document.nextElement(child)) {
        const std::string& local = m_document.name(child).local;
        if (isOneOf(local, kActions)) {
            addAction(child, around, context);
            continue;
        }
        const bool isControl = isOneOf(local, kControls);
        if (!isControl && local != "group" && local != "repeat")
            continue;
        m_positions.emplace(child, m_positions.size());
        const std::string path = placeOf(child, context);
        m_paths.emplace(child, path);
        if (local == "repeat") {
            m_repeats.insert(path);
            m_controls.insert_or_assign(path, child);
            collectBody(child, path, child);
            continue;
        }
        NodeIndex repeat = kNoNode;
        if (local == "group") {
            for (NodeIndex below = m_document.firstElement(child); below != kNoNode;
                 below = m_document.nextElement(below)) {
                if (m_document.name(below).local == "repeat")
                    repeat = below;
            }
        }
        if (repeat != kNoNode && (path.empty() || path == placeOf(repeat, context))) {
            m_repeatGroups.emplace(placeOf(repeat, context), child);
        } else if (path.empty() || !m_controls.emplace(path, child).second) {
            m_leftOver.push_back(child);
        }
        collectBody(child, local == "group" && path.empty() ? context : path, isControl ? child : around);
    }
}

base::Result<XFormView> XFormView::read(std::string_view xform)
{
    auto document = base::xml::read(xform);
    if (!document)
        return base::fail(kBrokenForm, document.error().sentence, document.error().place);
    XFormView view;
    view.m_document = std::move(*document);
    const Document& doc = view.m_document;
    const NodeIndex html = doc.documentElement();
    NodeIndex head = kNoNode;
    for (NodeIndex child = doc.firstElement(html); child != kNoNode; child = doc.nextElement(child)) {
        if (doc.name(child).local == "head")
            head = child;
        else if (doc.name(child).local == "body")
            view.m_body = child;
    }
    for (NodeIndex child = head == kNoNode ? kNoNode : doc.firstElement(head); child != kNoNode;
         child = doc.nextElement(child)) {
        if (doc.name(child).local == "model")
            view.m_model = child;
        else if (doc.name(child).local == "title")
            view.m_title = base::normaliseSpace(doc.stringValue(child));
    }
    if (view.m_model == kNoNode || view.m_body == kNoNode)
        return base::fail(kBrokenForm, "this document is no XForm: it lacks a model or a body");
    bool first = true;
    for (NodeIndex child = doc.firstElement(view.m_model); child != kNoNode; child = doc.nextElement(child)) {
        if (doc.name(child).local != "instance")
            continue;
        if (first)
            view.m_root = doc.firstElement(child);
        else
            view.m_secondary.push_back(child);
        first = false;
    }
    if (view.m_root == kNoNode)
        return base::fail(kBrokenForm, "this document is no XForm: its model has no primary instance");
    view.collectBinds();
    view.collectBody(view.m_body, "/" + doc.name(view.m_root).local, kNoNode);
    return view;
}

} // namespace tashilgar::forms::xlsform::back
