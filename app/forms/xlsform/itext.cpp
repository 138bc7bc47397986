#include "app/forms/xlsform/itext.h"

#include <algorithm>
#include <fmt/format.h>

namespace tashilgar::forms::xlsform {

namespace {

using base::xml::Document;
using base::xml::Name;
using base::xml::NodeIndex;

Name xforms(std::string local) { return {std::string(kXForms), std::move(local), {}}; }

/// The folder of a client's media that \p kind lies in.
std::string mediaAddress(std::string_view kind, const std::string& file)
{
    if (file.starts_with("jr://"))
        return file;
    const std::string_view folder = kind == "image" || kind == "big-image" ? "images" : kind;
    return fmt::format("jr://{}/{}", folder, file);
}

} // namespace

bool labelInItext(const Item& item) { return isTranslated(item.label) || !item.media.empty(); }
bool hintInItext(const Item& item) { return isTranslated(item.hint) || !item.guidance.empty(); }
bool messageInItext(const Texts& message)
{
    return isTranslated(message) || (!message.empty() && !findReferences(message.front().second).empty());
}

void writeText(Document& document, NodeIndex element, std::string_view text, const References& references, const ExpressionPlace& at)
{
    const std::vector<LabelPiece> pieces = splitLabel(text);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].isExpression) {
            document.setAttribute(document.appendElement(element, xforms("output")), "value", references.expand(pieces[i].text, at));
            if (i + 1 == pieces.size())
                document.appendText(element, " ");
        } else if (pieces.size() == 1) {
            document.appendText(element, pieces[i].text);
        } else {
            document.appendText(element, (i == 0 ? " " : "") + pieces[i].text + (i + 1 == pieces.size() ? " " : ""));
        }
    }
}

Itext::Itext(const Item& root, const Choices& choices, const std::string& defaultLanguage)
    : m_default(defaultLanguage)
{
    walk(root, [&](const Item& item) {
        if (item.kind == ItemKind::Root || item.kind == ItemKind::Meta)
            return;
        const std::string path = item.path();
        if (labelInItext(item)) {
            add(path + ":label", &item, "", item.label);
            for (const auto& [kind, texts] : item.media)
                add(path + ":label", &item, kind, texts);
        }
        if (hintInItext(item)) {
            add(path + ":hint", &item, "", item.hint);
            add(path + ":hint", &item, "guidance", item.guidance);
        }
        for (const auto& [name, message] : {std::pair<std::string_view, const Texts*>{"jr:constraintMsg", &item.constraintMessage},
                                            std::pair<std::string_view, const Texts*>{"jr:requiredMsg", &item.requiredMessage},
                                            std::pair<std::string_view, const Texts*>{"jr:noAppErrorString", &item.noAppError},
                                            std::pair<std::string_view, const Texts*>{"tsh:expectedMsg", &item.expectedMessage}}) {
            if (messageInItext(*message))
                add(fmt::format("{}:{}", path, name), &item, "", *message);
        }
    });
    for (const ChoiceList& list : choices.lists()) {
        if (!list.needsItext())
            continue;
        for (std::size_t i = 0; i < list.choices.size(); ++i) {
            const std::string id = fmt::format("{}-{}", list.name, i);
            add(id, nullptr, "", list.choices[i].label);
            for (const auto& [kind, texts] : list.choices[i].media)
                add(id, nullptr, kind, texts);
        }
    }
}

void Itext::note(const std::string& language)
{
    if (std::find(m_languages.begin(), m_languages.end(), language) == m_languages.end())
        m_languages.push_back(language);
}

void Itext::add(const std::string& id, const Item* item, std::string_view form, const Texts& texts)
{
    if (texts.empty())
        return;
    if (m_texts.empty() || m_texts.back().id != id)
        m_texts.push_back({id, item, {}});
    Value value{std::string(form), {}};
    for (const auto& [language, text] : texts) {
        const std::string& name = language.empty() ? m_default : language;
        note(name);
        const bool isMedia = !form.empty() && form != "guidance";
        std::string content = isMedia ? mediaAddress(form, text) : text;
        const auto twin = std::find_if(value.texts.begin(), value.texts.end(), [&](const auto& known) { return known.first == name; });
        if (twin == value.texts.end())
            value.texts.emplace_back(name, std::move(content));
        else if (!language.empty())
            twin->second = std::move(content); // the column that names the language wins
    }
    m_texts.back().values.push_back(std::move(value));
}

void Itext::write(Document& document, NodeIndex model, const References& references, const Item& root) const
{
    if (m_texts.empty())
        return;
    const NodeIndex itext = document.appendElement(model, xforms("itext"));
    for (const std::string& language : m_languages) {
        const NodeIndex translation = document.appendElement(itext, xforms("translation"));
        document.setAttribute(translation, "lang", language);
        if (language == m_default)
            document.setAttribute(translation, "default", "true()");
        for (const Text& text : m_texts) {
            const NodeIndex element = document.appendElement(translation, xforms("text"));
            document.setAttribute(element, "id", text.id);
            for (const Value& value : text.values) {
                const auto found =
                    std::find_if(value.texts.begin(), value.texts.end(), [&](const auto& known) { return known.first == language; });
                const bool isMedia = !value.form.empty() && value.form != "guidance";
                if (found == value.texts.end() && isMedia)
                    continue;
                const NodeIndex node = document.appendElement(element, xforms("value"));
                if (!value.form.empty())
                    document.setAttribute(node, "form", value.form);
                writeText(document, node, found == value.texts.end() ? std::string_view("-") : std::string_view(found->second),
                          references, {text.item ? text.item : &root, 0, false, nullptr});
            }
        }
    }
}

} // namespace tashilgar::forms::xlsform
