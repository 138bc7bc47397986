#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace tashilgar::forms::model {

/// A piece of a text as the form's author wrote it: plain characters, or an <output> to be filled in.
struct TextPart {
    bool output = false;
    std::string text; ///< the characters, or the expression of the output
};
using TextTemplate = std::vector<TextPart>;

/// One <value> of an itext entry. The form "" is the text itself; others are "short", "guidance", "image", "audio",
/// "video", "big-image". Spec: https://getodk.github.io/xforms-spec/#languages
struct ItextValue {
    std::string form;
    TextTemplate text;
};

/// Every text of the form in every language, by id.
class Itext {
public:
    std::vector<std::string> languages; ///< in the order of the file
    std::size_t defaultLanguage = 0;

    void add(const std::string& id, std::size_t language, ItextValue value);
    bool has(const std::string& id) const { return m_entries.contains(id); }
    /// In \p language; in the default one where that language says nothing of the id in that form; nullptr when no
    /// language does.
    const TextTemplate* find(const std::string& id, std::size_t language, std::string_view form) const;
    /// Whether any text of the form comes as \p form ("image").
    bool hasForm(std::string_view form) const { return std::find(m_forms.begin(), m_forms.end(), form) != m_forms.end(); }
    const std::unordered_map<std::string, std::vector<std::vector<ItextValue>>>& entries() const { return m_entries; }

private:
    std::vector<std::string> m_forms;
    std::unordered_map<std::string, std::vector<std::vector<ItextValue>>> m_entries; ///< id -> language -> values
};

/// A label, hint or message: written in place, named in the itext, or worked out.
struct Text {
    enum class Kind : std::uint8_t { None, Plain, Itext, Expression };
    Kind kind = Kind::None;
    TextTemplate plain;     ///< Plain
    std::string expression; ///< Itext: what gives the id, inside jr:itext(…); Expression: what gives the text

    explicit operator bool() const { return kind != Kind::None; }
};

} // namespace tashilgar::forms::model
