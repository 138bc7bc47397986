#pragma once

#include "app/base/xml/reader.h"
#include "app/forms/secondary/document_dom.h"
#include "app/forms/xpath/expression.h"
#include "app/forms/xpath/functions/registry.h"
#include "tests/support/catch.h"
#include "tests/support/world.h"

#include <map>

namespace tashilgar::tests {

namespace xpath = forms::xpath;

/// A world that stands still: a clock, a zone, a few texts and lists.
class AskedHost final : public xpath::Host {
public:
    xpath::NodeRef instance(std::string_view id) const override
    {
        const auto found = instances.find(id);
        return found == instances.end() ? xpath::NodeRef() : found->second;
    }
    base::Instant now() const override { return moment; }
    base::Random& random() const override { return m_random; }
    const base::Zone& zone() const override { return *place; }
    std::string_view language() const override { return activeLanguage; }
    std::optional<std::string> itext(std::string_view id) const override
    {
        return id == "greeting" ? std::optional<std::string>("سلام") : std::nullopt;
    }
    base::Result<std::string> choiceName(std::string_view value, std::string_view path, xpath::NodeRef) const override
    {
        return std::string(path) + ":" + std::string(value);
    }
    std::string property(std::string_view name) const override { return name == "username" ? "سارا" : ""; }
    std::string version() const override { return "7"; }

    void inZone(std::string_view name) { place = *base::Zone::named(name); }

    std::map<std::string, xpath::NodeRef, std::less<>> instances;
    std::shared_ptr<const base::Zone> place = *base::Zone::named("Asia/Tehran");
    /// 2026-11-22, 12:30:15.250 in Tehran.
    base::Instant moment = *base::parseIso("2026-11-22T12:30:15.250+03:30", **base::Zone::named("UTC"));
    std::string activeLanguage;

private:
    mutable FakeRandom m_random;
};

/// A document, and questions about it.
class Asked {
public:
    explicit Asked(std::string_view xml = "<data/>")
        : m_dom(std::make_shared<base::xml::Document>(base::xml::read(xml).value()))
    {
        m_namespaces.declare("jr", "http://openrosa.org/javarosa");
        m_namespaces.declare("h", "http://www.w3.org/1999/xhtml");
    }

    /// Evaluates relative to the first node that \p from selects.
    Asked& at(std::string_view from)
    {
        m_context = nodes(from)[0];
        return *this;
    }

    xpath::Expression compiled(std::string_view text) const
    {
        auto expression = xpath::Expression::compile(text, m_namespaces);
        INFO(text);
        if (!expression)
            FAIL(expression.error().text());
        return *expression;
    }
    base::ErrorCode compileError(std::string_view text) const
    {
        const auto expression = xpath::Expression::compile(text, m_namespaces);
        INFO(text);
        REQUIRE(!expression);
        return expression.error().code;
    }
    std::string compileSentence(std::string_view text) const
    {
        const auto expression = xpath::Expression::compile(text, m_namespaces);
        INFO(text);
        REQUIRE(!expression);
        return expression.error().sentence;
    }
    xpath::EvaluationContext context() const
    {
        xpath::EvaluationContext context;
        context.node = m_context ? m_context : m_dom.rootNode();
        context.root = m_dom.rootNode();
        context.host = &host;
        context.paths = resolver;
        return context;
    }

    std::string text(std::string_view expression) const
    {
        return sound(xpath::evaluateText(compiled(expression), context()));
    }
    double number(std::string_view expression) const
    {
        return sound(xpath::evaluateNumber(compiled(expression), context()));
    }
    bool truth(std::string_view expression) const
    {
        return sound(xpath::evaluateBoolean(compiled(expression), context()));
    }
    xpath::NodeSet nodes(std::string_view expression) const
    {
        return sound(xpath::evaluateNodes(compiled(expression), context()));
    }
    /// The string values of the nodes, with blanks between.
    std::string values(std::string_view expression) const
    {
        std::string all;
        for (const xpath::NodeRef node : nodes(expression))
            all += (all.empty() ? "" : " ") + node.dom->stringValue(node.id);
        return all;
    }
    /// Their names.
    std::string names(std::string_view expression) const
    {
        std::string all;
        for (const xpath::NodeRef node : nodes(expression))
            all += (all.empty() ? "" : " ") + node.dom->qualifiedName(node.id);
        return all;
    }
    bool fails(std::string_view expression) const { return !xpath::evaluate(compiled(expression), context()); }

    xpath::NodeRef root() const { return m_dom.rootNode(); }
    mutable AskedHost host;
    const xpath::PathResolver* resolver = nullptr;

private:
    template <class T>
    static T sound(base::Result<T> result)
    {
        if (!result)
            FAIL(result.error().text());
        return std::move(*result);
    }

    forms::secondary::DocumentDom m_dom;
    xpath::Namespaces m_namespaces;
    xpath::NodeRef m_context;
};

} // namespace tashilgar::tests
