#include "app/forms/xlsform/print/printed_form.h"

#include "app/base/text.h"
#include "app/forms/xlsform/expression.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace tashilgar::forms::xlsform::print {

namespace {

/// Parts of \p expression between a word that stands outside brackets and strings; one part when it never does.
std::vector<std::string_view> between(std::string_view expression, std::string_view word)
{
    std::vector<std::string_view> parts;
    int depth = 0;
    char quote = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < expression.size(); ++i) {
        const char c = expression[i];
        if (quote) {
            quote = c == quote ? 0 : quote;
        } else if (c == '\'' || c == '"') {
            quote = c;
        } else if (c == '(' || c == '[' || c == '{') {
            ++depth;
        } else if (c == ')' || c == ']' || c == '}') {
            --depth;
        } else if (depth == 0 && c == ' ' && expression.substr(i + 1).starts_with(word)
            && expression.substr(i + 1 + word.size()).starts_with(" ")) {
            parts.push_back(base::trim(expression.substr(begin, i - begin)));
            i += word.size();
            begin = i + 1;
        }
    }
    parts.push_back(base::trim(expression.substr(begin)));
    return parts;
}

/// "f(inner)" as its inside; nothing when the bracket closes before the end.
std::optional<std::string_view> argumentOf(std::string_view text, std::string_view function)
{
    if (!text.starts_with(function) || !text.substr(function.size()).starts_with("(") || !text.ends_with(")"))
        return {};
    int depth = 0;
    for (std::size_t i = function.size(); i < text.size(); ++i) {
        depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
        if (depth == 0 && i + 1 < text.size())
            return {};
    }
    return base::trim(text.substr(function.size() + 1, text.size() - function.size() - 2));
}

std::optional<std::string_view> unquoted(std::string_view text)
{
    text = base::trim(text);
    if (text.size() < 2 || (text.front() != '\'' && text.front() != '"') || text.back() != text.front())
        return {};
    return text.substr(1, text.size() - 2);
}

bool isNumber(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos;
}

} // namespace

PrintedForm::PrintedForm(const Item& root, const NameIndex& names, const Choices& choices, std::string language,
    const Words& words, std::string defaultLanguage)
    : m_root(root)
    , m_names(names)
    , m_choices(choices)
    , m_language(std::move(language))
    , m_words(words)
    , m_default(std::move(defaultLanguage))
{
    std::size_t next = 0;
    walk(root, [&](const Item& item) {
        if (item.kind == ItemKind::Question && isPrinted(item) && item.type->name != "note"
            && item.appearance != "label")
            m_numbers[&item] = ++next;
    });
}

bool PrintedForm::isPrinted(const Item& item)
{
    return item.type && item.type->control != Control::None
        && (item.hasText() || item.appearance == "label" || (item.calculation.empty() && item.triggers.empty()));
}

std::size_t PrintedForm::number(const Item& item) const
{
    const auto found = m_numbers.find(&item);
    return found != m_numbers.end() ? found->second : 0;
}

const std::string& PrintedForm::text(const Texts& texts) const
{
    static const std::string none;
    for (const std::string& wanted : {m_language, m_default, std::string()}) {
        for (const auto& [language, text] : texts) {
            if (language == wanted)
                return text;
        }
    }
    return texts.empty() ? none : texts.front().second;
}

std::string PrintedForm::filled(const Texts& texts, const Item& at) const
{
    // Gaps go in after the markup is read, which may reach around them: "visit **${n}**".
    constexpr char kGap = '\x01'; // no text holds it: the reader of sheets takes control characters out
    std::string plain;
    std::vector<std::string> gaps;
    for (const LabelPiece& piece : splitLabel(text(texts))) {
        if (!piece.isExpression) {
            plain += piece.text;
            continue;
        }
        const std::string name = soleReference(piece.text);
        const Item* item = name.empty() ? nullptr : m_names.resolve(name, at);
        const std::size_t asked = item ? number(*item) : 0;
        plain += kGap;
        gaps.push_back(asked ? fmt::format(
                           "<span class=\"gap\">{} {}</span>", m_words.answerOf, m_words.digits(std::to_string(asked)))
                             : "<span class=\"gap\">&emsp;&emsp;</span>");
    }
    std::string out;
    std::size_t next = 0;
    for (const char c : html(plain)) {
        if (c == kGap && next < gaps.size())
            out += gaps[next++];
        else
            out += c;
    }
    return out;
}

std::string PrintedForm::subject(std::string_view name, const Item& at) const
{
    const Item* item = m_names.resolve(name, at);
    const std::size_t asked = item ? number(*item) : 0;
    return asked ? fmt::format("{} {}", m_words.answerOf, m_words.digits(std::to_string(asked))) : std::string();
}

std::string PrintedForm::choiceLabel(std::string_view question, std::string_view value, const Item& at) const
{
    const Item* item = m_names.resolve(question, at);
    const ChoiceList* list = item ? m_choices.find(item->choices.list) : nullptr;
    for (std::size_t i = 0; list && i < list->choices.size(); ++i) {
        if (list->choices[i].name == value)
            return fmt::format("«{}»", html(text(list->choices[i].label)));
    }
    return fmt::format("«{}»", html(value));
}

/// One comparison in words; empty for a shape that has none.
std::string PrintedForm::clause(std::string_view part, const Item& at) const
{
    if (const auto inner = argumentOf(part, ""))
        return condition(*inner, at).empty() ? std::string() : "(" + condition(*inner, at) + ")";
    bool negative = false;
    if (const auto inner = argumentOf(part, "not")) {
        negative = true;
        part = *inner;
    }
    if (const auto inner = argumentOf(part, "selected")) {
        const std::size_t comma = inner->find(',');
        const std::string name = soleReference(inner->substr(0, comma));
        const auto value = comma == std::string_view::npos ? std::nullopt : unquoted(inner->substr(comma + 1));
        const std::string who = name.empty() || !value ? std::string() : subject(name, at);
        return who.empty()
            ? std::string()
            : fmt::format("{} {} {}", who, negative ? m_words.holdsNot : m_words.holds, choiceLabel(name, *value, at));
    }
    if (negative)
        return {};
    for (const std::string_view sign : {"!=", ">=", "<=", "=", ">", "<"}) {
        const std::size_t found = part.find(sign);
        if (found == std::string_view::npos)
            continue;
        const std::string name = soleReference(part.substr(0, found));
        const std::string_view right = base::trim(part.substr(found + sign.size()));
        const std::string who = name.empty() ? std::string() : subject(name, at);
        if (who.empty())
            return {};
        if (const auto value = unquoted(right)) {
            if (value->empty() && (sign == "=" || sign == "!="))
                return fmt::format("{} {}", who, sign == "=" ? m_words.empty : m_words.answered);
            if (sign == "=" || sign == "!=")
                return fmt::format(
                    "{} {} {}", who, sign == "=" ? m_words.is : m_words.isNot, choiceLabel(name, *value, at));
            return {};
        }
        if (!isNumber(right))
            return {};
        const std::string_view word = sign == "=" ? m_words.is
            : sign == "!="                        ? m_words.isNot
            : sign == ">="                        ? m_words.atLeast
            : sign == "<="                        ? m_words.atMost
            : sign == ">"                         ? m_words.above
                                                  : m_words.below;
        return fmt::format("{} {} {}", who, word, m_words.digits(right));
    }
    return {};
}

std::string PrintedForm::condition(std::string_view expression, const Item& at) const
{
    std::string out;
    for (const std::string_view side : between(base::trim(expression), "or")) {
        std::string all;
        for (const std::string_view part : between(side, "and")) {
            const std::string said = clause(part, at);
            if (said.empty())
                return {};
            all += (all.empty() ? "" : fmt::format(" {} ", m_words.andWord)) + said;
        }
        out += (out.empty() ? "" : fmt::format("، {} ", m_words.orWord)) + all;
    }
    if (!m_words.persian) {
        for (std::size_t i = out.find("،"); i != std::string::npos; i = out.find("،", i))
            out.replace(i, std::string_view("،").size(), ",");
    }
    return out;
}

} // namespace tashilgar::forms::xlsform::print
