#include "app/forms/parse/form_parser.h"

#include "app/base/text.h"
#include "app/base/xml/reader.h"
#include "app/forms/parse/parse_job.h"

namespace tashilgar::forms::parse {

namespace xml = base::xml;
using model::DefId;
using model::kNoDef;

namespace {

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

} // namespace

std::string withoutPredicates(std::string_view path)
{
    std::string plain;
    int depth = 0;
    char quote = 0;
    for (const char c : path) {
        if (quote) {
            if (c == quote)
                quote = 0;
            if (depth > 0)
                continue;
        } else if (c == '\'' || c == '"') {
            quote = c;
        }
        if (!quote && c == '[')
            ++depth;
        if (depth == 0 && !base::isXmlSpace(c))
            plain += c;
        if (!quote && c == ']')
            --depth;
    }
    return plain;
}

DefId ParseJob::resolve(std::string_view ref, DefId context, xml::NodeIndex element) const
{
    const std::string plain = withoutPredicates(ref);
    std::string_view rest = plain;
    if (rest.empty() || definition.nodes.empty())
        return kNoDef;
    DefId at = context;
    bool atDocument = false;
    if (rest.front() == '/') {
        atDocument = true;
        rest.remove_prefix(1);
    } else if (rest.starts_with("current()")) {
        rest.remove_prefix(std::string_view("current()").size());
        if (rest.starts_with('/'))
            rest.remove_prefix(1);
    } else if (rest.find('(') != std::string_view::npos) {
        return kNoDef;
    }
    if (rest.empty())
        return atDocument ? kNoDef : at;
    for (std::string_view step : base::split(rest, '/')) {
        if (step.empty())
            return kNoDef;
        if (step == ".")
            continue;
        if (step == "..") {
            if (at == kNoDef)
                return kNoDef;
            at = definition.nodes[at].parent;
            continue;
        }
        const bool isAttribute = step.front() == '@';
        if (isAttribute)
            step.remove_prefix(1);
        std::string_view prefix;
        if (const auto colon = step.find(':'); colon != std::string_view::npos) {
            prefix = step.substr(0, colon);
            step.remove_prefix(colon + 1);
        }
        const auto uri = prefix.empty() ? std::nullopt : document.lookupNamespace(element, prefix);
        const auto matches = [&](const model::NodeDef& def) {
            if (def.attribute != isAttribute || def.name.local != step)
                return false;
            return prefix.empty() ? def.name.prefix.empty() : (uri ? def.name.uri == *uri : def.name.prefix == prefix);
        };
        if (atDocument) {
            if (!matches(definition.nodes[0]))
                return kNoDef;
            at = 0;
            atDocument = false;
            continue;
        }
        if (at == kNoDef)
            return kNoDef;
        DefId found = kNoDef;
        for (const DefId child : definition.named(at, step, isAttribute)) {
            if (matches(definition.nodes[child])) {
                found = child;
                break;
            }
        }
        if (found == kNoDef)
            return kNoDef;
        at = found;
    }
    return at;
}

model::TextTemplate templateOfElement(const xml::Document& document, xml::NodeIndex element)
{
    model::TextTemplate parts;
    const auto addPlain = [&](std::string_view text) {
        if (parts.empty() || parts.back().output)
            parts.push_back({false, {}});
        parts.back().text += text;
    };
    const auto walk = [&](const auto& self, xml::NodeIndex parent) -> void {
        for (auto child = document.firstChild(parent); child != xml::kNoNode; child = document.nextSibling(child)) {
            if (document.kind(child) == xml::NodeKind::Text) {
                addPlain(document.text(child));
            } else if (document.kind(child) == xml::NodeKind::Element) {
                if (document.name(child).local == "output") {
                    auto expression = document.attribute(child, "value");
                    if (!expression)
                        expression = document.attribute(child, "ref");
                    parts.push_back({true, std::string(expression.value_or(""))});
                } else { // markup written as elements stays markup
                    addPlain("<" + document.name(child).local + ">");
                    self(self, child);
                    addPlain("</" + document.name(child).local + ">");
                }
            }
        }
    };
    walk(walk, element);
    if (!parts.empty() && !parts.front().output)
        parts.front().text.erase(0, parts.front().text.find_first_not_of(" \t\r\n"));
    if (!parts.empty() && !parts.back().output)
        parts.back().text.erase(parts.back().text.find_last_not_of(" \t\r\n") + 1);
    std::erase_if(parts, [](const model::TextPart& part) { return part.text.empty(); });
    return parts;
}

namespace {

/// What stands between the brackets of "jr:itext( … )", when that is the whole of \p expression.
std::optional<std::string> itextArgument(std::string_view expression)
{
    expression = base::trim(expression);
    constexpr std::string_view kCall = "jr:itext(";
    if (!expression.starts_with(kCall) || !expression.ends_with(')'))
        return std::nullopt;
    return std::string(base::trim(expression.substr(kCall.size(), expression.size() - kCall.size() - 1)));
}

} // namespace

model::Text textOfElement(const xml::Document& document, xml::NodeIndex element)
{
    model::Text text;
    if (const auto ref = document.attribute(element, "ref")) {
        if (const auto argument = itextArgument(*ref)) {
            text.kind = model::Text::Kind::Itext;
            text.expression = *argument;
        } else {
            text.kind = model::Text::Kind::Expression;
            text.expression = std::string(*ref);
        }
        return text;
    }
    text.kind = model::Text::Kind::Plain;
    text.plain = templateOfElement(document, element);
    return text;
}

model::Text textOfAttribute(std::string_view value)
{
    model::Text text;
    if (base::trim(value).empty())
        return text;
    if (const auto argument = itextArgument(value)) {
        text.kind = model::Text::Kind::Itext;
        text.expression = *argument;
    } else {
        text.kind = model::Text::Kind::Plain;
        text.plain.push_back({false, std::string(value)});
    }
    return text;
}

base::Result<model::Definition> parseForm(std::string_view bytes, Diagnostics& diagnostics)
{
    auto read = xml::read(bytes);
    if (!read) {
        diagnostics.push_back({Severity::Error, "xml", read.error().place, read.error().sentence, {}});
        return base::fail(read.error());
    }
    auto document = std::make_shared<const xml::Document>(std::move(*read));
    model::Definition definition;
    definition.document = document;
    ParseJob job{*document, definition, diagnostics, {}};

    const auto html = document->documentElement();
    const auto head = childNamed(*document, html, "head");
    const auto body = childNamed(*document, html, "body");
    definition.modelElement = childNamed(*document, head, "model");
    if (definition.modelElement == xml::kNoNode) {
        job.error("no-model", "h:html", "this file is no XForm: it has no model", "h:head must hold a model element");
        return definition;
    }
    if (const auto title = childNamed(*document, head, "title"); title != xml::kNoNode)
        definition.title = base::normaliseSpace(document->stringValue(title));
    parseModel(job, head, body);
    if (definition.nodes.empty())
        return definition;
    parseItext(job);
    parseBinds(job);
    if (body != xml::kNoNode)
        parseBody(job, body);
    else
        job.warning("no-body", "h:html", "this form has no body, so it asks nothing");
    parseActions(job);
    addImpliedLists(job);
    checkEntities(job);
    return definition;
}

} // namespace tashilgar::forms::parse
