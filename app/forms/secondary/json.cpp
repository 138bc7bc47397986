#include "app/forms/secondary/json.h"

#include "app/base/text.h"

#include <fmt/format.h>

#include <utility>

namespace tashilgar::forms::secondary {
namespace {

class JsonReader {
public:
    explicit JsonReader(std::string_view bytes)
        : m_bytes(bytes)
    {
    }

    base::Result<Json> run()
    {
        Json json;
        if (!value(json, 0) || !atEnd())
            return base::fail(base::kMalformed, "no JSON at byte " + std::to_string(m_at + 1));
        return json;
    }

private:
    char peek() const { return m_at < m_bytes.size() ? m_bytes[m_at] : '\0'; }
    void skipBlanks()
    {
        while (m_at < m_bytes.size() && base::isXmlSpace(m_bytes[m_at]))
            ++m_at;
    }
    bool atEnd()
    {
        skipBlanks();
        return m_at == m_bytes.size();
    }
    bool take(char c)
    {
        skipBlanks();
        if (peek() != c)
            return false;
        ++m_at;
        return true;
    }
    bool word(std::string_view expected, Json::Kind kind, Json& json)
    {
        if (!m_bytes.substr(m_at).starts_with(expected))
            return false;
        m_at += expected.size();
        json.kind = kind;
        return true;
    }

    bool value(Json& json, int depth)
    {
        if (depth > kMaxJsonDepth)
            return false;
        skipBlanks();
        switch (peek()) {
        case '{': return object(json, depth);
        case '[': return array(json, depth);
        case '"': json.kind = Json::Kind::String; return string(json.text);
        case 'n': return word("null", Json::Kind::Null, json);
        case 't': return word("true", Json::Kind::True, json);
        case 'f': return word("false", Json::Kind::False, json);
        default: return number(json);
        }
    }

    bool object(Json& json, int depth)
    {
        json.kind = Json::Kind::Object;
        ++m_at;
        if (take('}'))
            return true;
        do {
            skipBlanks();
            auto& [name, member] = json.members.emplace_back();
            if (!string(name) || !take(':') || !value(member, depth + 1))
                return false;
        } while (take(','));
        return take('}');
    }

    bool array(Json& json, int depth)
    {
        json.kind = Json::Kind::Array;
        ++m_at;
        if (take(']'))
            return true;
        do {
            if (!value(json.elements.emplace_back(), depth + 1))
                return false;
        } while (take(','));
        return take(']');
    }

    bool number(Json& json)
    {
        const std::size_t begin = m_at;
        const auto digits = [&] {
            const std::size_t first = m_at;
            while (peek() >= '0' && peek() <= '9')
                ++m_at;
            return m_at > first;
        };
        if (peek() == '-')
            ++m_at;
        if (!digits())
            return false;
        if (peek() == '.') {
            ++m_at;
            if (!digits())
                return false;
        }
        if (peek() == 'e' || peek() == 'E') {
            ++m_at;
            if (peek() == '+' || peek() == '-')
                ++m_at;
            if (!digits())
                return false;
        }
        json.kind = Json::Kind::Number;
        json.text = m_bytes.substr(begin, m_at - begin);
        return true;
    }

    bool hex(char32_t& code)
    {
        code = 0;
        for (int i = 0; i < 4; ++i, ++m_at) {
            const char c = peek();
            const int digit = c >= '0' && c <= '9' ? c - '0'
                : c >= 'a' && c <= 'f'             ? c - 'a' + 10
                : c >= 'A' && c <= 'F'             ? c - 'A' + 10
                                                   : -1;
            if (digit < 0)
                return false;
            code = code * 16 + static_cast<char32_t>(digit);
        }
        return true;
    }

    bool escape(std::string& text)
    {
        const char c = peek();
        ++m_at;
        switch (c) {
        case '"':
        case '\\':
        case '/': text += c; return true;
        case 'b': text += '\b'; return true;
        case 'f': text += '\f'; return true;
        case 'n': text += '\n'; return true;
        case 'r': text += '\r'; return true;
        case 't': text += '\t'; return true;
        case 'u': break;
        default: return false;
        }
        char32_t code = 0;
        if (!hex(code))
            return false;
        const bool high = code >= 0xD800 && code < 0xDC00;
        if (high && m_bytes.substr(m_at).starts_with("\\u")) {
            m_at += 2;
            char32_t low = 0;
            if (!hex(low))
                return false;
            code = low >= 0xDC00 && low < 0xE000 ? 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00) : U'\uFFFD';
        } else if (code >= 0xD800 && code < 0xE000) {
            code = U'\uFFFD';
        }
        base::appendUtf8(text, code);
        return true;
    }

    bool string(std::string& text)
    {
        if (peek() != '"')
            return false;
        for (++m_at; m_at < m_bytes.size();) {
            const char c = m_bytes[m_at++];
            if (c == '"')
                return true;
            if (static_cast<unsigned char>(c) < 0x20)
                return false;
            if (c != '\\')
                text += c;
            else if (!escape(text))
                return false;
        }
        return false;
    }

    std::string_view m_bytes;
    std::size_t m_at = 0;
};

void writeText(std::string& out, std::string_view text)
{
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\')
            (out += '\\') += c;
        else if (static_cast<unsigned char>(c) < 0x20)
            out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else
            out += c;
    }
    out += '"';
}

void write(std::string& out, const Json& json)
{
    const char* separator = "";
    switch (json.kind) {
    case Json::Kind::Null: out += "null"; return;
    case Json::Kind::False: out += "false"; return;
    case Json::Kind::True: out += "true"; return;
    case Json::Kind::Number: out += json.text; return;
    case Json::Kind::String: writeText(out, json.text); return;
    case Json::Kind::Array:
        out += '[';
        for (const Json& element : json.elements) {
            out += std::exchange(separator, ",");
            write(out, element);
        }
        out += ']';
        return;
    case Json::Kind::Object:
        out += '{';
        for (const auto& [name, member] : json.members) {
            out += std::exchange(separator, ",");
            writeText(out, name);
            out += ':';
            write(out, member);
        }
        out += '}';
        return;
    }
}

} // namespace

const Json* Json::member(std::string_view name) const
{
    for (const auto& [own, value] : members) {
        if (own == name)
            return &value;
    }
    return nullptr;
}

base::Result<Json> readJson(std::string_view bytes)
{
    return JsonReader(bytes).run();
}

std::string writeJson(const Json& json)
{
    std::string out;
    write(out, json);
    return out;
}

} // namespace tashilgar::forms::secondary
