#include "app/cli/eval_host.h"

namespace tashilgar::cli {
namespace {

namespace xml = base::xml;

bool isCalled(const xml::Document& document, xml::NodeIndex node, std::string_view name)
{
    return document.kind(node) == xml::NodeKind::Element && document.name(node).local == name;
}

xml::NodeIndex childCalled(const xml::Document& document, xml::NodeIndex parent, std::string_view name)
{
    for (xml::NodeIndex child = document.firstElement(parent); child != xml::kNoNode;
         child = document.nextElement(child)) {
        if (isCalled(document, child, name))
            return child;
    }
    return xml::kNoNode;
}

/// html/head/model, or a model by itself.
xml::NodeIndex modelOf(const xml::Document& document)
{
    const xml::NodeIndex top = document.documentElement();
    if (top == xml::kNoNode || isCalled(document, top, "model"))
        return top;
    const xml::NodeIndex head = childCalled(document, top, "head");
    return head == xml::kNoNode ? childCalled(document, top, "model") : childCalled(document, head, "model");
}

} // namespace

EvalHost::EvalHost(const forms::secondary::DocumentDom& dom, std::optional<base::Instant> now,
    std::shared_ptr<const base::Zone> zone, std::string language)
    : m_dom(dom)
    , m_model(modelOf(dom.document()))
    , m_now(now ? *now : base::SystemClock().now())
    , m_zone(std::move(zone))
    , m_language(std::move(language))
{
}

forms::xpath::NodeRef EvalHost::instance(std::string_view id) const
{
    if (m_model == xml::kNoNode)
        return {};
    const xml::Document& document = m_dom.document();
    for (xml::NodeIndex child = document.firstElement(m_model); child != xml::kNoNode;
         child = document.nextElement(child)) {
        if (isCalled(document, child, "instance") && document.attribute(child, "id") == id)
            return m_dom.node(child);
    }
    return {};
}

xml::NodeIndex EvalHost::translation() const
{
    if (m_model == xml::kNoNode)
        return xml::kNoNode;
    const xml::Document& document = m_dom.document();
    const xml::NodeIndex itext = childCalled(document, m_model, "itext");
    if (itext == xml::kNoNode)
        return xml::kNoNode;
    xml::NodeIndex fallback = xml::kNoNode;
    for (xml::NodeIndex t = document.firstElement(itext); t != xml::kNoNode; t = document.nextElement(t)) {
        if (document.attribute(t, "lang") == m_language)
            return t;
        if (fallback == xml::kNoNode || document.attribute(t, "default"))
            fallback = t;
    }
    return fallback;
}

std::optional<std::string> EvalHost::itext(std::string_view id) const
{
    const xml::Document& document = m_dom.document();
    const xml::NodeIndex language = translation();
    if (language == xml::kNoNode)
        return std::nullopt;
    for (xml::NodeIndex text = document.firstElement(language); text != xml::kNoNode;
         text = document.nextElement(text)) {
        if (document.attribute(text, "id") != id)
            continue;
        for (xml::NodeIndex v = document.firstElement(text); v != xml::kNoNode; v = document.nextElement(v)) {
            if (isCalled(document, v, "value") && !document.attribute(v, "form"))
                return document.stringValue(v);
        }
    }
    return std::nullopt;
}

} // namespace tashilgar::cli
