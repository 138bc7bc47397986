#include "tests/forms/xlsform/converted_form.h"

#include "app/base/text.h"
#include "app/base/xml/reader.h"
#include "app/base/xml/writer.h"

namespace tashilgar::tests {

using base::xml::Document;
using base::xml::kNoNode;
using base::xml::NodeIndex;

ConvertedForm::ConvertedForm(base::ByteView workbook, const forms::ConvertOptions& options)
    : m_converted(forms::convertXlsForm(workbook, options, m_diagnostics))
{
    if (m_converted)
        m_document = base::xml::read(m_converted->xml).value();
}

std::string ConvertedForm::problems() const
{
    std::string lines;
    for (const forms::Diagnostic& d : m_diagnostics)
        lines += d.place + " [" + d.code + "]\n";
    return lines;
}

void ConvertedForm::collect(NodeIndex node, std::string_view name, std::vector<NodeIndex>& found) const
{
    for (NodeIndex child = m_document.firstElement(node); child != kNoNode; child = m_document.nextElement(child)) {
        if (m_document.name(child).qualified() == name)
            found.push_back(child);
        collect(child, name, found);
    }
}

std::vector<NodeIndex> ConvertedForm::all(std::string_view name) const
{
    std::vector<NodeIndex> found;
    if (m_converted)
        collect(Document::root(), name, found);
    return found;
}

std::string ConvertedForm::value(NodeIndex element, std::string_view attribute) const
{
    for (NodeIndex a = m_document.firstAttribute(element); a != kNoNode; a = m_document.nextAttribute(a)) {
        if (m_document.name(a).qualified() == attribute)
            return std::string(m_document.text(a));
    }
    return {};
}

std::string ConvertedForm::text(NodeIndex node) const
{
    std::string xml = base::xml::write(m_document, node);
    for (std::size_t at = xml.find(" xmlns"); at != std::string::npos; at = xml.find(" xmlns", at)) {
        const std::size_t open = xml.find('"', at);
        xml.erase(at, xml.find('"', open + 1) + 1 - at);
    }
    std::string out;
    for (std::size_t i = 0; i < xml.size(); ++i) {
        const std::size_t next = xml.find_first_not_of(" \n", i);
        const bool between = !out.empty() && out.back() == '>' && next != std::string::npos && xml[next] == '<' && next > i
            && xml.substr(i, next - i).find('\n') != std::string::npos;
        if (between)
            i = next;
        out += xml[i];
    }
    return out;
}

std::string ConvertedForm::bind(std::string_view nodeset, std::string_view attribute) const
{
    for (const NodeIndex node : all("bind")) {
        if (value(node, "nodeset") == nodeset)
            return value(node, attribute);
    }
    return {};
}

bool ConvertedForm::hasBind(std::string_view nodeset) const { return !bind(nodeset, "nodeset").empty(); }

std::string ConvertedForm::element(std::string_view name, std::string_view key, std::string_view wanted) const
{
    for (const NodeIndex node : all(name)) {
        if (value(node, key) == wanted)
            return text(node);
    }
    return {};
}

std::vector<std::string> ConvertedForm::elements(std::string_view name) const
{
    std::vector<std::string> texts;
    for (const NodeIndex node : all(name))
        texts.push_back(text(node));
    return texts;
}

std::string ConvertedForm::attribute(std::string_view name, std::string_view attribute) const
{
    const auto found = all(name);
    return found.empty() ? std::string() : value(found.front(), attribute);
}

std::string ConvertedForm::instance() const
{
    const auto found = all("instance");
    return found.empty() ? std::string() : text(m_document.firstElement(found.front()));
}

} // namespace tashilgar::tests
