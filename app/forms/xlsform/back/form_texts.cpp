#include "app/forms/xlsform/back/form_texts.h"

#include "app/base/text.h"

#include <algorithm>
#include <fmt/format.h>

namespace tashilgar::forms::xlsform::back {

using base::xml::kNoNode;
using base::xml::NodeIndex;
using base::xml::NodeKind;

namespace {

/// What our own converter, and others, call the language of a form without languages.
constexpr std::string_view kNoLanguage = "default";

/// "jr://images/a.png" as the cell of a media column says it.
std::string mediaCell(std::string_view kind, const std::string& address)
{
    const std::string folder
        = fmt::format("jr://{}/", kind == "image" || kind == "big-image" ? std::string_view("images") : kind);
    return address.starts_with(folder) ? address.substr(folder.size()) : address;
}

} // namespace

FormTexts::FormTexts(const XFormView& view, const Paths& paths, Messages& messages)
    : m_view(view)
    , m_paths(paths)
    , m_messages(messages)
{
    const auto& document = view.document();
    for (NodeIndex part = document.firstElement(view.model()); part != kNoNode; part = document.nextElement(part)) {
        if (document.name(part).local != "itext")
            continue;
        for (NodeIndex translation = document.firstElement(part); translation != kNoNode;
             translation = document.nextElement(translation)) {
            const std::string language = view.attribute(translation, "lang");
            if (std::find(m_languages.begin(), m_languages.end(), language) == m_languages.end())
                m_languages.push_back(language);
            const std::string isDefault = view.attribute(translation, "default");
            if (m_default.empty() && document.attribute(translation, "default") && isDefault != "false()"
                && isDefault != "false")
                m_default = language;
            for (NodeIndex text = document.firstElement(translation); text != kNoNode;
                 text = document.nextElement(text))
                m_texts[view.attribute(text, "id")].emplace_back(language, text);
        }
    }
    if (m_default.empty() && !m_languages.empty())
        m_default = m_languages.front();
}

std::string FormTexts::defaultLanguage() const { return m_default == kNoLanguage ? std::string() : m_default; }

std::string FormTexts::idOf(std::string_view ref)
{
    const std::string_view text = base::trim(ref);
    if (!text.starts_with("jr:itext("))
        return {};
    const std::size_t open = text.find_first_of("'\"");
    if (open == std::string_view::npos)
        return {};
    const std::size_t close = text.find(text[open], open + 1);
    return close == std::string_view::npos ? std::string() : std::string(text.substr(open + 1, close - open - 1));
}

std::string FormTexts::column(const std::string& header, const std::string& language) const
{
    const bool plain = language.empty() || (language == kNoLanguage && defaultLanguage().empty());
    return plain ? header : header + "::" + language;
}

std::string FormTexts::textOf(NodeIndex element, const Item& at) const
{
    const auto& document = m_view.document();
    std::string text;
    for (NodeIndex child = document.firstChild(element); child != kNoNode; child = document.nextSibling(child)) {
        if (document.kind(child) == NodeKind::Text) {
            text += document.text(child);
        } else if (document.kind(child) == NodeKind::Element && document.name(child).local == "output") {
            std::string value = m_view.attribute(child, "value");
            if (value.empty())
                value = m_view.attribute(child, "ref");
            const std::string said = m_paths.inSheet(value, {&at, 0, false, nullptr});
            const auto pieces = splitLabel(said);
            if (pieces.size() != 1 || !pieces.front().isExpression)
                m_messages.warn({"survey"}, "output",
                    say("a text of \"{}\" shows \"{}\", which a spreadsheet cannot say", at.name, said),
                    say("Calculate it in a row of its own and write ${name} in the text."));
            text += said;
        }
    }
    return std::string(base::trim(text));
}

bool FormTexts::putId(DraftRow& row, const std::string& id, const std::string& header, const Item& at) const
{
    const auto found = m_texts.find(id);
    if (found == m_texts.end())
        return false;
    const auto& document = m_view.document();
    for (const auto& [language, text] : found->second) {
        for (NodeIndex value = document.firstElement(text); value != kNoNode; value = document.nextElement(value)) {
            const std::string form = m_view.attribute(value, "form");
            std::string content = textOf(value, at);
            if (form == "guidance") {
                if (content != "-")
                    row.set(column("guidance_hint", language), std::move(content));
            } else if (form == "image" || form == "big-image" || form == "audio" || form == "video") {
                row.set(column(form, language), mediaCell(form, content));
            } else if (form.empty() || form == "long") {
                // What a translation lacks stands as "-", and will again: unless only a text without a language is
                // left.
                if (content != "-" || found->second.size() == 1 || defaultLanguage().empty())
                    row.set(column(header, language), std::move(content));
            } else {
                m_messages.warn({"survey"}, "text-form",
                    say("\"{}\" has a text of the form \"{}\", which is left out", at.name, form));
            }
        }
    }
    return true;
}

void FormTexts::put(DraftRow& row, NodeIndex element, const std::string& header, const Item& at) const
{
    if (element == kNoNode)
        return;
    const std::string id = idOf(m_view.attribute(element, "ref"));
    if (id.empty())
        row.set(header, textOf(element, at));
    else if (!putId(row, id, header, at))
        row.set(header, id);
}

void FormTexts::putMessage(DraftRow& row, const std::string& message, const std::string& header, const Item& at) const
{
    const std::string id = idOf(message);
    if (id.empty())
        row.set(header, message);
    else if (!putId(row, id, header, at))
        row.set(header, id);
}

} // namespace tashilgar::forms::xlsform::back
