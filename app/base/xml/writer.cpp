#include "app/base/xml/writer.h"

#include <algorithm>

namespace tashilgar::base::xml {
namespace {

/// Characters that XML 1.0 cannot hold are left out rather than written as something that cannot be read again.
bool isControl(char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r'; }

class Writer {
public:
    Writer(const Document& document, const WriteOptions& options)
        : m_document(document)
        , m_options(options)
    {
    }

    void node(NodeIndex at, int depth)
    {
        switch (m_document.kind(at)) {
        case NodeKind::Document:
            for (NodeIndex c = m_document.firstChild(at); c != kNoNode; c = m_document.nextSibling(c))
                node(c, depth);
            break;
        case NodeKind::Element:
            element(at, depth);
            break;
        case NodeKind::Text:
            m_out += escapeText(m_document.text(at));
            break;
        case NodeKind::Comment:
            m_out.append("<!--").append(m_document.text(at)).append("-->");
            break;
        case NodeKind::ProcessingInstruction:
            m_out.append("<?").append(m_document.name(at).local).append(" ").append(m_document.text(at)).append("?>");
            break;
        case NodeKind::Attribute:
            break;
        }
    }

    std::string take() { return std::move(m_out); }
    std::string m_out;

private:
    void element(NodeIndex at, int depth)
    {
        const std::size_t scope = m_scope.size();
        const Name& name = m_document.name(at);
        m_out.append("<").append(name.qualified());
        for (const NamespaceDeclaration& declaration : m_document.declarations(at))
            declare(declaration);
        ensureDeclared(name, false);
        for (NodeIndex a = m_document.firstAttribute(at); a != kNoNode; a = m_document.nextAttribute(a))
            ensureDeclared(m_document.name(a), true);
        for (NodeIndex a = m_document.firstAttribute(at); a != kNoNode; a = m_document.nextAttribute(a)) {
            m_out.append(" ").append(m_document.name(a).qualified()).append("=\"");
            m_out.append(escapeAttribute(m_document.text(a))).append("\"");
        }
        if (m_document.firstChild(at) == kNoNode) {
            m_out += "/>";
        } else {
            m_out += '>';
            const bool indent = m_options.indent && !hasText(at);
            for (NodeIndex c = m_document.firstChild(at); c != kNoNode; c = m_document.nextSibling(c)) {
                if (indent && m_document.kind(c) == NodeKind::Text)
                    continue;
                if (indent)
                    newLine(depth + 1);
                node(c, depth + 1);
            }
            if (indent)
                newLine(depth);
            m_out.append("</").append(name.qualified()).append(">");
        }
        m_scope.resize(scope);
    }

    bool hasText(NodeIndex at) const
    {
        for (NodeIndex c = m_document.firstChild(at); c != kNoNode; c = m_document.nextSibling(c)) {
            if (m_document.kind(c) == NodeKind::Text
                && m_document.text(c).find_first_not_of(" \t\r\n") != std::string_view::npos)
                return true;
        }
        return false;
    }

    void newLine(int depth) { m_out.append("\n").append(static_cast<std::size_t>(depth) * 2, ' '); }

    void declare(const NamespaceDeclaration& declaration)
    {
        m_scope.push_back(declaration);
        m_out.append(declaration.prefix.empty() ? " xmlns" : " xmlns:" + declaration.prefix).append("=\"");
        m_out.append(escapeAttribute(declaration.uri)).append("\"");
    }

    void ensureDeclared(const Name& name, bool attribute)
    {
        if (name.prefix == "xml" || (attribute && name.prefix.empty()))
            return;
        const auto held = std::find_if(
            m_scope.rbegin(), m_scope.rend(), [&](const auto& declaration) { return declaration.prefix == name.prefix; });
        if (held == m_scope.rend() ? !name.uri.empty() : held->uri != name.uri)
            declare({name.prefix, name.uri});
    }

    const Document& m_document;
    const WriteOptions& m_options;
    std::vector<NamespaceDeclaration> m_scope;
};

std::string escape(std::string_view text, bool attribute)
{
    std::string out;
    out.reserve(text.size());
    for (char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += attribute ? "&quot;" : "\"";
            break;
        case '\r':
            out += "&#13;";
            break;
        case '\n':
            out += attribute ? "&#10;" : "\n";
            break;
        case '\t':
            out += attribute ? "&#9;" : "\t";
            break;
        default:
            if (!isControl(c))
                out += c;
        }
    }
    return out;
}

} // namespace

std::string escapeText(std::string_view text) { return escape(text, false); }

std::string escapeAttribute(std::string_view text) { return escape(text, true); }

std::string write(const Document& document, NodeIndex node, const WriteOptions& options)
{
    Writer writer(document, options);
    if (options.declaration)
        writer.m_out += options.indent ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                       : "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    writer.node(node, 0);
    return writer.take();
}

} // namespace tashilgar::base::xml
