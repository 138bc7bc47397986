#pragma once

#include "app/base/text.h"
#include "app/base/xml/writer.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tashilgar::tests {

/// What a part of a form adds to it. Paths are absolute; the instance is built from all paths that are named.
struct FormParts {
    std::vector<std::string> paths;
    std::map<std::string, std::string> defaults;
    std::vector<std::string> templates; ///< repeats that have a jr:template
    std::string secondary, itext, binds, modelActions, body;
    std::vector<std::pair<std::string, std::string>> rootAttributes;
};

inline std::string attributeText(std::string_view name, std::string_view value)
{
    return " " + std::string(name) + "=\"" + base::xml::escapeAttribute(value) + "\"";
}

/// bind("/data/age").type("int").relevant("…"): the attributes as the specification names them.
class Bind {
public:
    explicit Bind(std::string path)
        : m_path(std::move(path))
    {
    }
    Bind& with(std::string_view name, std::string_view value)
    {
        m_attributes += attributeText(name, value);
        return *this;
    }
    Bind& type(std::string_view value) { return with("type", value); }
    Bind& calculate(std::string_view value) { return with("calculate", value); }
    Bind& relevant(std::string_view value) { return with("relevant", value); }
    Bind& readonly(std::string_view value) { return with("readonly", value); }
    Bind& required(std::string_view value = "true()") { return with("required", value); }
    Bind& constraint(std::string_view value, std::string_view message = {})
    {
        with("constraint", value);
        return message.empty() ? *this : with("jr:constraintMsg", message);
    }
    Bind& preload(std::string_view kind, std::string_view parameters = {})
    {
        return with("jr:preload", kind).with("jr:preloadParams", parameters);
    }
    void addTo(FormParts& parts) const
    {
        parts.paths.push_back(m_path);
        parts.binds += "<bind" + attributeText("nodeset", m_path) + m_attributes + "/>";
    }

private:
    std::string m_path, m_attributes;
};

/// A body element and what stands inside it.
class Control {
public:
    Control(std::string element, std::string path)
        : m_element(std::move(element))
        , m_path(std::move(path))
    {
    }
    Control& with(std::string_view name, std::string_view value)
    {
        m_attributes += attributeText(name, value);
        return *this;
    }
    Control& label(std::string_view text) { return inside("<label>" + base::xml::escapeText(text) + "</label>"); }
    Control& labelXml(std::string_view xml) { return inside("<label>" + std::string(xml) + "</label>"); }
    Control& item(std::string_view value, std::string_view text)
    {
        return inside("<item><label>" + base::xml::escapeText(text) + "</label><value>" + base::xml::escapeText(value)
            + "</value></item>");
    }
    Control& itemset(std::string_view nodeset, std::string_view value = "name", std::string_view text = "label")
    {
        return inside("<itemset" + attributeText("nodeset", nodeset) + "><value" + attributeText("ref", value) + "/><label"
            + attributeText("ref", text) + "/></itemset>");
    }
    /// Anything else, such as an action.
    Control& inside(std::string_view xml)
    {
        m_inner += xml;
        return *this;
    }
    template <class... Children>
    Control& holding(const Children&... children)
    {
        FormParts below;
        (children.addTo(below), ...);
        m_inner += below.body;
        below.body.clear();
        m_below = std::move(below);
        return *this;
    }
    void addTo(FormParts& parts) const
    {
        parts.paths.push_back(m_path);
        parts.paths.insert(parts.paths.end(), m_below.paths.begin(), m_below.paths.end());
        parts.binds += m_below.binds;
        parts.body += "<" + m_element + attributeText(m_element == "repeat" ? "nodeset" : "ref", m_path) + m_attributes + ">"
            + m_inner + "</" + m_element + ">";
    }

private:
    std::string m_element, m_path, m_attributes, m_inner;
    FormParts m_below;
};

/// A default value, a template, something of the model.
template <class Add>
struct Part {
    Add add;
    void addTo(FormParts& parts) const { add(parts); }
};
template <class Add>
Part(Add) -> Part<Add>;

inline Bind bind(std::string path) { return Bind(std::move(path)); }
inline Control input(std::string path) { return Control("input", std::move(path)); }
inline Control select1(std::string path) { return Control("select1", std::move(path)); }
inline Control select(std::string path) { return Control("select", std::move(path)); }
inline Control group(std::string path) { return Control("group", std::move(path)); }
inline Control repeat(std::string path) { return Control("repeat", std::move(path)); }
inline Control control(std::string element, std::string path) { return Control(std::move(element), std::move(path)); }

inline auto value(std::string path, std::string text)
{
    return Part{[=](FormParts& parts) { parts.paths.push_back(path), parts.defaults[path] = text; }};
}
/// The repeat starts empty and takes new instances from a template.
inline auto templateOf(std::string path)
{
    return Part{[=](FormParts& parts) { parts.paths.push_back(path), parts.templates.push_back(path); }};
}
inline auto place(std::string path)
{
    return Part{[=](FormParts& parts) { parts.paths.push_back(path); }};
}
inline auto secondary(std::string id, std::string xml)
{
    return Part{[=](FormParts& parts) { parts.secondary += "<instance" + attributeText("id", id) + ">" + xml + "</instance>"; }};
}
inline auto external(std::string id, std::string uri)
{
    return Part{[=](FormParts& parts) {
        parts.secondary += "<instance" + attributeText("id", id) + attributeText("src", uri) + "/>";
    }};
}
inline auto itext(std::string xml)
{
    return Part{[=](FormParts& parts) { parts.itext += xml; }};
}
inline auto action(std::string xml)
{
    return Part{[=](FormParts& parts) { parts.modelActions += xml; }};
}

namespace detail {

/// A name, what it holds, and in which order.
struct Element {
    std::string name;
    std::vector<Element> children;
    std::vector<std::string> attributes;

    Element& child(std::string_view wanted)
    {
        for (Element& one : children) {
            if (one.name == wanted)
                return one;
        }
        return children.emplace_back(Element{std::string(wanted), {}, {}});
    }
    std::string xml(const std::string& path, const FormParts& parts, const std::string& extra = {}) const
    {
        std::string text = "<" + name + extra;
        for (const auto& attribute : attributes) {
            const auto found = parts.defaults.find(path + "/@" + attribute);
            text += attributeText(attribute, found == parts.defaults.end() ? "" : found->second);
        }
        for (const auto& templated : parts.templates) {
            if (templated == path)
                text += " jr:template=\"\"";
        }
        text += ">";
        if (const auto found = parts.defaults.find(path); found != parts.defaults.end())
            text += base::xml::escapeText(found->second);
        for (const Element& one : children)
            text += one.xml(path + "/" + one.name, parts);
        return text + "</" + name + ">";
    }
};

} // namespace detail

/// An XForm as XML. Its id is "test", its version "1".
template <class... Parts>
std::string form(std::string_view title, const Parts&... given)
{
    FormParts parts;
    (given.addTo(parts), ...);
    detail::Element document;
    for (const std::string& path : parts.paths) {
        detail::Element* at = &document;
        for (const auto step : base::split(std::string_view(path).substr(1), '/')) {
            if (step.starts_with('@')) {
                const std::string name(step.substr(1));
                if (std::find(at->attributes.begin(), at->attributes.end(), name) == at->attributes.end())
                    at->attributes.push_back(name);
            } else {
                at = &at->child(step);
            }
        }
    }
    const detail::Element& root = document.children.front();
    return "<h:html xmlns=\"http://www.w3.org/2002/xforms\" xmlns:h=\"http://www.w3.org/1999/xhtml\""
           " xmlns:jr=\"http://openrosa.org/javarosa\" xmlns:orx=\"http://openrosa.org/xforms\""
           " xmlns:odk=\"http://www.opendatakit.org/xforms\""
           " xmlns:entities=\"http://www.opendatakit.org/xforms/entities\""
           " xmlns:tsh=\"https://tashilgar.org/ns/forms\"><h:head><h:title>"
        + base::xml::escapeText(title) + "</h:title><model><instance>"
        + root.xml("/" + root.name, parts, " id=\"test\" version=\"1\"") + "</instance>" + parts.secondary
        + (parts.itext.empty() ? "" : "<itext>" + parts.itext + "</itext>") + parts.binds + parts.modelActions
        + "</model></h:head><h:body>" + parts.body + "</h:body></h:html>";
}

} // namespace tashilgar::tests
