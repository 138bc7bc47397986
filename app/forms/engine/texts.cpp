#include "app/forms/engine/session.h"
#include "app/forms/xpath/expression.h"

#include <cmath>

namespace tashilgar::forms::engine {

std::string Session::render(const model::TextTemplate& parts, NodeId node) const
{
    std::string result;
    for (const model::TextPart& part : parts) {
        if (!part.output) {
            result += part.text;
            continue;
        }
        const CompiledExpression* compiled = compileCached(part.text, m_tree.def(node));
        if (!compiled)
            continue;
        const auto value = evaluate(*compiled, node);
        if (value && !(value->isNumber() && std::isnan(value->number())))
            result += value->toText();
    }
    return result;
}

std::string Session::text(const model::Text& text, NodeId node, std::string_view form) const
{
    switch (text.kind) {
    case model::Text::Kind::None:
        return {};
    case model::Text::Kind::Plain:
        return form.empty() ? render(text.plain, node) : std::string();
    case model::Text::Kind::Itext:
    case model::Text::Kind::Expression: {
        if (text.kind == model::Text::Kind::Expression && !form.empty())
            return {};
        const CompiledExpression* compiled = compileCached(text.expression, m_tree.def(node));
        if (!compiled)
            return {};
        const auto value = evaluate(*compiled, node);
        if (!value)
            return {};
        if (text.kind == model::Text::Kind::Expression)
            return value->toText();
        const model::TextTemplate* found = definition().itext.find(value->toText(), m_language, form);
        return found ? render(*found, node) : std::string();
    }
    }
    return {};
}

std::optional<std::string> Session::itext(std::string_view id) const
{
    const model::TextTemplate* found = definition().itext.find(std::string(id), m_language, {});
    if (!found)
        return std::nullopt;
    return render(*found, Tree::rootElement());
}

} // namespace tashilgar::forms::engine
