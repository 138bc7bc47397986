#include "app/base/xml/reader.h"

#include <expat.h>
#include <fmt/format.h>

namespace tashilgar::base::xml {

namespace {
constexpr char kSeparator = '\n'; // cannot stand in a name or in a namespace attribute after normalisation
// Of one element, attributes and namespaces together: many more than any form has. They stand in a list that is searched
// for each, so a document of nothing else would take minutes.
constexpr std::size_t kMaxAttributes = 1000;
}

/// Turns expat's callbacks into a Document.
class Builder {
public:
    explicit Builder(const ReadLimits& limits)
        : m_limits(limits)
        , m_parser(XML_ParserCreateNS("UTF-8", kSeparator))
    {
        XML_SetReturnNSTriplet(m_parser, XML_TRUE);
        XML_SetUserData(m_parser, this);
        XML_SetElementHandler(m_parser, &Builder::onStart, &Builder::onEnd);
        XML_SetCharacterDataHandler(m_parser, &Builder::onText);
        XML_SetCommentHandler(m_parser, &Builder::onComment);
        XML_SetProcessingInstructionHandler(m_parser, &Builder::onInstruction);
        XML_SetStartNamespaceDeclHandler(m_parser, &Builder::onNamespace);
        XML_SetStartDoctypeDeclHandler(m_parser, &Builder::onDoctype);
    }
    ~Builder() { XML_ParserFree(m_parser); }
    Builder(const Builder&) = delete;
    Builder& operator=(const Builder&) = delete;

    Result<Document> run(std::string_view bytes)
    {
        if (bytes.size() > m_limits.maxBytes)
            return fail(kTooLarge, fmt::format("the document has more than {} bytes", m_limits.maxBytes));
        const auto status = XML_Parse(m_parser, bytes.data(), static_cast<int>(bytes.size()), XML_TRUE);
        if (m_refused)
            return fail(*m_refused);
        if (status != XML_STATUS_OK) {
            return fail(kNotWellFormed, XML_ErrorString(XML_GetErrorCode(m_parser)),
                fmt::format("line {}", XML_GetCurrentLineNumber(m_parser)));
        }
        return std::move(m_document);
    }

private:
    static Builder& self(void* user) { return *static_cast<Builder*>(user); }

    static void onStart(void* user, const XML_Char* name, const XML_Char** attributes)
    {
        Builder& b = self(user);
        if (!b.room() || ++b.m_depth > b.m_limits.maxDepth) {
            b.refuse(Error(kTooLarge, "the elements are nested too deeply or too many"));
            return;
        }
        b.m_open = b.m_document.appendElement(b.m_open, expanded(name));
        b.markLine(b.m_open);
        const std::size_t declared = b.m_pending.size();
        for (auto& [prefix, uri] : b.m_pending)
            b.m_document.declare(b.m_open, std::move(prefix), std::move(uri));
        b.m_pending.clear();
        for (std::size_t count = declared; *attributes; attributes += 2) {
            if (++count > kMaxAttributes) {
                b.refuse(Error(kTooLarge, fmt::format("an element has more than {} attributes", kMaxAttributes)));
                return;
            }
            b.m_document.setAttribute(b.m_open, expanded(attributes[0]), attributes[1]);
        }
    }

    static void onEnd(void* user, const XML_Char*)
    {
        Builder& b = self(user);
        b.m_open = b.m_document.parent(b.m_open);
        --b.m_depth;
    }

    static void onText(void* user, const XML_Char* text, int length)
    {
        Builder& b = self(user);
        if (b.m_open != Document::root() && b.room())
            b.m_document.appendText(b.m_open, std::string(text, static_cast<std::size_t>(length)));
    }

    static void onComment(void* user, const XML_Char* text)
    {
        Builder& b = self(user);
        if (b.room())
            b.markLine(b.m_document.appendComment(b.m_open, text));
    }

    static void onInstruction(void* user, const XML_Char* target, const XML_Char* text)
    {
        Builder& b = self(user);
        if (b.room())
            b.markLine(b.m_document.appendInstruction(b.m_open, target, text));
    }

    static void onNamespace(void* user, const XML_Char* prefix, const XML_Char* uri)
    {
        Builder& b = self(user);
        if (b.m_pending.size() >= kMaxAttributes)
            b.refuse(Error(kTooLarge, fmt::format("an element declares more than {} namespaces", kMaxAttributes)));
        else
            b.m_pending.push_back({prefix ? prefix : "", uri ? uri : ""});
    }

    static void onDoctype(void* user, const XML_Char*, const XML_Char*, const XML_Char*, int)
    {
        self(user).refuse(Error(kNotWellFormed, "a document type is not accepted", "line 1"));
    }

    /// expat's triplet: uri, local name and prefix with kSeparator between; fewer when there is no namespace.
    static Name expanded(std::string_view triplet)
    {
        Name name;
        const auto first = triplet.find(kSeparator);
        if (first == std::string_view::npos) {
            name.local = triplet;
            return name;
        }
        name.uri = triplet.substr(0, first);
        const auto second = triplet.find(kSeparator, first + 1);
        name.local = triplet.substr(first + 1, second == std::string_view::npos ? second : second - first - 1);
        if (second != std::string_view::npos)
            name.prefix = triplet.substr(second + 1);
        return name;
    }

    bool room()
    {
        if (m_document.nodeCount() < m_limits.maxNodes)
            return true;
        refuse(Error(kTooLarge, fmt::format("the document has more than {} nodes", m_limits.maxNodes)));
        return false;
    }

    void refuse(Error error)
    {
        if (!m_refused)
            m_refused = std::move(error);
        XML_StopParser(m_parser, XML_FALSE);
    }

    void markLine(NodeIndex node)
    {
        m_document.m_nodes[node].line = static_cast<std::uint32_t>(XML_GetCurrentLineNumber(m_parser));
    }

    const ReadLimits& m_limits;
    XML_Parser m_parser;
    Document m_document;
    NodeIndex m_open = Document::root();
    std::size_t m_depth = 0;
    std::vector<NamespaceDeclaration> m_pending;
    std::optional<Error> m_refused;
};

Result<Document> read(std::string_view bytes, const ReadLimits& limits) { return Builder(limits).run(bytes); }

} // namespace tashilgar::base::xml
