#include "sync/hub/http/multipart.h"

#include "app/base/text.h"

#include <algorithm>

namespace tashilgar::hub::http {
namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::size_t kMaxBoundary = 70; // RFC 2046, section 5.1.1

base::Error broken(std::string sentence) { return base::Error(kMultipartBroken, std::move(sentence)); }

/// The bchars of RFC 2046, section 5.1.1.
bool isBoundary(std::string_view text)
{
    constexpr std::string_view kMarks = "'()+_,-./:=? ";
    const auto allowed = [&](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || kMarks.find(c) != std::string_view::npos;
    };
    return !text.empty() && text.size() <= kMaxBoundary && text.back() != ' ' && std::ranges::all_of(text, allowed);
}

bool isToken(char c)
{
    return c > ' ' && c < 0x7f && std::string_view("()<>@,;:\\\"/[]?=").find(c) == std::string_view::npos;
}

void skipBlanks(std::string_view& text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
}

std::string takeToken(std::string_view& text)
{
    const auto end = std::ranges::find_if_not(text, isToken);
    std::string token(text.begin(), end);
    text.remove_prefix(token.size());
    return token;
}

/// A quoted string without its quotes; nothing where it does not end. A backslash stands before a quote or another
/// backslash and else for itself: some clients send the whole path of a file.
std::optional<std::string> takeQuoted(std::string_view& text)
{
    std::string value;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == '"') {
            text.remove_prefix(i + 1);
            return value;
        }
        if (text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '"' || text[i + 1] == '\\'))
            ++i;
        value += text[i];
    }
    return std::nullopt;
}

/// Browsers and OkHttp write these three so. Spec: HTML, "multipart/form-data encoding algorithm"
std::string withoutEscapes(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view three = text.substr(i, 3);
        const char c = three == "%22" ? '"' : three == "%0D" ? '\r' : three == "%0A" ? '\n' : '\0';
        plain += c != '\0' ? c : text[i];
        i += c != '\0' ? 2 : 0;
    }
    return plain;
}

std::string withoutParameters(std::string_view type)
{
    return base::toLowerAscii(base::trim(type.substr(0, type.find(';'))));
}

} // namespace

std::optional<std::string> headerParameter(std::string_view header, std::string_view name)
{
    std::string_view rest = header.substr(std::min(header.size(), header.find(';')));
    while (!rest.empty() && rest.front() == ';') {
        rest.remove_prefix(1);
        skipBlanks(rest);
        const std::string key = base::toLowerAscii(takeToken(rest));
        skipBlanks(rest);
        if (rest.empty() || rest.front() != '=') {
            rest.remove_prefix(std::min(rest.size(), rest.find(';')));
            continue;
        }
        rest.remove_prefix(1);
        skipBlanks(rest);
        std::optional<std::string> value = rest.starts_with('"') ? takeQuoted(rest) : std::optional(takeToken(rest));
        if (!value)
            return std::nullopt;
        if (key == name)
            return value;
        skipBlanks(rest);
    }
    return std::nullopt;
}

base::Result<PartHead> readPartHead(std::string_view lines, const MultipartLimits& limits)
{
    PartHead head;
    bool disposed = false;
    while (!lines.empty()) {
        const std::size_t end = std::min(lines.size(), lines.find(kLineEnd));
        const std::string_view line = lines.substr(0, end);
        lines.remove_prefix(std::min(lines.size(), end + kLineEnd.size()));
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || colon == 0 || line.find('\0') != std::string_view::npos)
            return base::fail(broken("a part begins with a line that is no header"));
        const std::string key = base::toLowerAscii(base::trim(line.substr(0, colon)));
        const std::string_view value = base::trim(line.substr(colon + 1));
        if (key == "content-type") {
            head.mediaType = withoutParameters(value);
        } else if (key == "content-transfer-encoding") {
            // RFC 7578, section 4.7: nobody writes it any more, and these three change nothing.
            const std::string encoding = base::toLowerAscii(value);
            if (encoding != "binary" && encoding != "8bit" && encoding != "7bit")
                return base::fail(broken("a part is encoded in a way that forms do not use"));
        } else if (key == "content-disposition") {
            // A second one could call the part otherwise for whoever looks at the last.
            if (disposed || withoutParameters(value) != "form-data")
                return base::fail(broken("a part is no field of a form"));
            disposed = true;
            // RFC 7578, section 4.2: filename* is not for forms, and is not looked at.
            const auto name = headerParameter(value, "name");
            const auto file = headerParameter(value, "filename");
            head.name = withoutEscapes(name.value_or(""));
            head.isFile = file.has_value();
            head.fileName = withoutEscapes(file.value_or(""));
        }
    }
    if (head.name.empty())
        return base::fail(broken("a part has no name"));
    if (head.name.size() > limits.maxName || head.fileName.size() > limits.maxName)
        return base::fail(broken("the name of a part is too long"));
    return head;
}

MultipartReader::MultipartReader(std::string_view boundary, const MultipartLimits& limits)
    : m_delimiter("\r\n--" + std::string(boundary))
    , m_limits(limits)
    , m_buffer(kLineEnd) // the first boundary may stand at the very beginning; so all of them follow a line end
{
}

base::Result<MultipartReader> MultipartReader::begin(std::string_view contentType, const MultipartLimits& limits)
{
    if (withoutParameters(contentType) != "multipart/form-data")
        return base::fail(broken("the request is no multipart/form-data"));
    const auto boundary = headerParameter(contentType, "boundary");
    if (!boundary || !isBoundary(*boundary))
        return base::fail(broken("the request names no boundary between its parts"));
    return MultipartReader(*boundary, limits);
}

base::Result<void> MultipartReader::feed(base::ByteView piece, PartTaker& taker)
{
    if (m_state == State::Epilogue)
        return {};
    m_buffer += base::textOf(piece);
    for (;;) {
        const auto more = step(taker);
        if (!more)
            return base::fail(more.error());
        if (!*more)
            break;
    }
    m_buffer.erase(0, m_at);
    m_at = 0;
    return {};
}

base::Result<void> MultipartReader::finish() const
{
    return m_state == State::Epilogue ? base::Result<void>() : base::fail(broken("the request ended in the middle of a part"));
}

base::Result<bool> MultipartReader::step(PartTaker& taker)
{
    switch (m_state) {
    case State::Preamble: return skipPreamble();
    case State::AfterBoundary: return readAfterBoundary();
    case State::Header: return readHeader(taker);
    case State::ContentStart: return startContent();
    case State::Content: return readContent(taker);
    case State::Epilogue: break;
    }
    consume(left().size());
    return false;
}

base::Result<bool> MultipartReader::skipPreamble()
{
    const std::size_t found = left().find(m_delimiter);
    const bool here = found != std::string_view::npos;
    const std::size_t skip = here ? found : left().size() - std::min(left().size(), m_delimiter.size() - 1);
    m_preamble += skip;
    if (m_preamble > m_limits.maxPreamble)
        return base::fail(broken("the request does not begin with its boundary"));
    consume(here ? found + m_delimiter.size() : skip);
    if (here)
        m_state = State::AfterBoundary;
    return here;
}

base::Result<bool> MultipartReader::readAfterBoundary()
{
    // RFC 2046: "--" after the last one; blanks that a transport may have added; the end of the line.
    const std::string_view rest = left();
    if (rest.starts_with("--")) {
        m_state = State::Epilogue;
        return true;
    }
    const std::size_t blanks = std::min(rest.size(), rest.find_first_not_of(" \t"));
    if (blanks > m_limits.maxName)
        return base::fail(broken("the line of a boundary does not end"));
    const std::string_view end = rest.substr(blanks);
    if (end.size() < kLineEnd.size() && (end.empty() || end == "\r" || (blanks == 0 && end == "-")))
        return false;
    if (!end.starts_with(kLineEnd))
        return base::fail(broken("the line of a boundary goes on after it"));
    if (++m_parts > m_limits.maxParts)
        return base::fail(broken("the request has too many parts"));
    consume(blanks + kLineEnd.size());
    m_state = State::Header;
    return true;
}

base::Result<bool> MultipartReader::readHeader(PartTaker& taker)
{
    // A part without headers begins with the empty line itself; it has no name then, and is refused below.
    const std::string_view rest = left();
    const bool none = rest.starts_with(kLineEnd);
    const std::size_t end = none ? 0 : rest.find("\r\n\r\n");
    if (end == std::string_view::npos && rest.size() <= m_limits.maxPartHeader)
        return false;
    if (end > m_limits.maxPartHeader)
        return base::fail(broken("the header of a part is too large"));
    const auto head = readPartHead(none ? std::string_view() : rest.substr(0, end + kLineEnd.size()), m_limits);
    if (!head)
        return base::fail(head.error());
    TASHILGAR_TRY(taker.begin(*head));
    consume(none ? 0 : end + kLineEnd.size()); // up to the empty line
    m_state = State::ContentStart;
    return true;
}

base::Result<bool> MultipartReader::startContent()
{
    // Of a part without content the end of the empty line may be that which begins the boundary.
    if (left().size() < m_delimiter.size())
        return false;
    if (!left().starts_with(m_delimiter))
        consume(kLineEnd.size());
    m_state = State::Content;
    return true;
}

base::Result<bool> MultipartReader::readContent(PartTaker& taker)
{
    const std::size_t found = left().find(m_delimiter);
    const bool here = found != std::string_view::npos;
    const std::size_t whole = here ? found : left().size() - std::min(left().size(), m_delimiter.size() - 1);
    if (whole > 0)
        TASHILGAR_TRY(taker.take(base::bytesOf(left().substr(0, whole))));
    consume(here ? found + m_delimiter.size() : whole);
    if (!here)
        return false;
    TASHILGAR_TRY(taker.end());
    m_state = State::AfterBoundary;
    return true;
}

} // namespace tashilgar::hub::http
