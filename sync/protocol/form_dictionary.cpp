#include "sync/protocol/form_dictionary.h"

#include "app/base/hash.h"
#include "app/base/xml/reader.h"
#include "app/base/xml/writer.h"
#include "sync/protocol/record_columns.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace tashilgar::protocol {

namespace xml = base::xml;

namespace {

constexpr std::size_t kLargestValues = 4096;
constexpr std::string_view kJavaRosa = "http://openrosa.org/javarosa";

xml::NodeIndex childNamed(const xml::Document& document, xml::NodeIndex parent, std::string_view local)
{
    if (parent == xml::kNoNode)
        return xml::kNoNode;
    for (auto child = document.firstElement(parent); child != xml::kNoNode; child = document.nextElement(child)) {
        if (document.name(child).local == local)
            return child;
    }
    return xml::kNoNode;
}

/// The instance with all its elements open and an answer in each leaf, as the markup column of a record has it.
class Skeleton {
public:
    explicit Skeleton(const xml::Document& document)
        : m_document(document)
    {
    }
    std::string of(xml::NodeIndex root)
    {
        findPrefixes(root);
        element(root, true);
        return std::move(m_out);
    }

private:
    // Depth is bounded by the XML reader's.
    void findPrefixes(xml::NodeIndex element)
    {
        m_prefixes.insert(m_document.name(element).prefix);
        for (auto at = m_document.firstAttribute(element); at != xml::kNoNode; at = m_document.nextAttribute(at)) {
            if (m_document.name(at).uri != kJavaRosa)
                m_prefixes.insert(m_document.name(at).prefix);
        }
        for (auto child = m_document.firstElement(element); child != xml::kNoNode; child = m_document.nextElement(child))
            findPrefixes(child);
    }

    void declarations(xml::NodeIndex root)
    {
        for (const std::string& prefix : m_prefixes) {
            if (const auto uri = prefix.empty() ? std::nullopt : m_document.lookupNamespace(root, prefix))
                m_out += " xmlns:" + prefix + "=\"" + xml::escapeAttribute(std::string(*uri)) + '"';
        }
    }

    void element(xml::NodeIndex at, bool root)
    {
        if (m_out.size() > FormDictionary::kLargest)
            return;
        const std::string name = m_document.name(at).qualified();
        m_out += '<' + name;
        if (root)
            declarations(at);
        for (auto attribute = m_document.firstAttribute(at); attribute != xml::kNoNode; attribute = m_document.nextAttribute(attribute)) {
            if (m_document.name(attribute).uri != kJavaRosa)
                m_out += ' ' + m_document.name(attribute).qualified() + "=\"" + xml::escapeAttribute(std::string(m_document.text(attribute))) + '"';
        }
        m_out += '>';
        const auto first = m_document.firstElement(at);
        if (first == xml::kNoNode)
            m_out += kAnswerHere;
        for (auto child = first; child != xml::kNoNode; child = m_document.nextElement(child))
            element(child, false);
        m_out += "</" + name + '>';
    }

    const xml::Document& m_document;
    std::set<std::string> m_prefixes;
    std::string m_out;
};

/// The values a select may take: `value` and `name` of every `item`, in the order of the file, each once.
void collectValues(const xml::Document& document, xml::NodeIndex at, std::set<std::string>& seen, std::string& values)
{
    for (auto child = document.firstElement(at); child != xml::kNoNode && values.size() < kLargestValues; child = document.nextElement(child)) {
        const std::string& local = document.name(child).local;
        if ((local == "value" || local == "name") && document.name(at).local == "item") {
            std::string text = document.stringValue(child);
            if (!text.empty() && seen.insert(text).second)
                values += text + ' ';
            continue;
        }
        collectValues(document, child, seen, values);
    }
}

} // namespace

base::Result<FormDictionary> FormDictionary::of(std::string_view xform)
{
    const auto document = xml::read(xform);
    if (!document)
        return base::fail(document.error());
    const auto head = childNamed(*document, document->documentElement(), "head");
    const auto instance = childNamed(*document, childNamed(*document, head, "model"), "instance");
    const auto root = instance == xml::kNoNode ? xml::kNoNode : document->firstElement(instance);
    if (root == xml::kNoNode)
        return base::fail(base::kMalformed, "the form shows no instance");

    std::set<std::string> seen;
    std::string text;
    collectValues(*document, document->documentElement(), seen, text);
    text += Skeleton(*document).of(root).substr(0, kLargest);
    // As the record's header begins, see batch.cpp.
    const auto named = [&](std::string_view attribute) { return std::string(document->attribute(root, attribute).value_or("")); };
    text += R"({"instanceId":"uuid:","formId":")" + named("id") + R"(","formVersion":")" + named("version") + R"(","madeAt":"20)";
    FormDictionary dictionary;
    const base::ByteView view = base::bytesOf(text);
    dictionary.bytes.assign(view.begin(), view.end());
    const auto digest = base::Sha256::of(dictionary.bytes);
    std::copy_n(digest.begin(), kIdSize, dictionary.id.begin());
    return dictionary;
}

} // namespace tashilgar::protocol
