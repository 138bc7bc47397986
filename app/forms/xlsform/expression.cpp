#include "app/forms/xlsform/expression.h"

#include "app/base/text.h"

#include <algorithm>
#include <cctype>
#include <optional>

namespace tashilgar::forms::xlsform {

namespace {

bool isNameStart(char32_t c)
{
    return c == '_' || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c != 0xD7 && c != 0xF7);
}
bool isNameRest(char32_t c)
{
    return isNameStart(c) || c == '-' || c == '.' || (c >= '0' && c <= '9') || c == 0xB7;
}
bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// The end of the name that begins at \p at; \p at itself when none does.
std::size_t nameEnd(std::string_view text, std::size_t at)
{
    std::size_t end = at;
    while (end < text.size()) {
        std::size_t next = end;
        const char32_t c = base::nextCodePoint(text, next);
        if (!(end == at ? isNameStart(c) : isNameRest(c)))
            break;
        end = next;
    }
    return end;
}

/// "${ last-saved#name }" at \p at.
std::optional<Reference> referenceAt(std::string_view text, std::size_t at)
{
    if (text.substr(at, 2) != "${")
        return {};
    const std::size_t close = text.find('}', at);
    if (close == std::string_view::npos)
        return {};
    std::string_view inner = base::trim(text.substr(at + 2, close - at - 2));
    constexpr std::string_view kLastSaved = "last-saved#";
    Reference reference;
    if (inner.starts_with(kLastSaved)) {
        reference.lastSaved = true;
        inner.remove_prefix(kLastSaved.size());
    }
    if (inner.empty() || inner.find_first_of("${") != std::string_view::npos)
        return {};
    reference.begin = at;
    reference.end = close + 1;
    reference.name = inner;
    return reference;
}

/// What the next step of a walk over XPath text is. Coarse, but never wrong about strings, names and brackets.
enum class Piece : std::uint8_t { Space, String, Reference, Call, Name, Number, Open, Close, OpenFilter, CloseFilter, Comma,
                                  Slash, Dot, Other };

struct Token {
    Piece piece;
    std::size_t begin;
    std::size_t end;
};

Token nextToken(std::string_view text, std::size_t at)
{
    const char c = text[at];
    if (base::isXmlSpace(c))
        return {Piece::Space, at, at + 1};
    if (c == '\'' || c == '"') {
        const std::size_t close = text.find(c, at + 1);
        return close == std::string_view::npos ? Token{Piece::Other, at, at + 1} : Token{Piece::String, at, close + 1};
    }
    if (const auto reference = referenceAt(text, at))
        return {Piece::Reference, at, reference->end};
    std::size_t end = nameEnd(text, at);
    if (end > at) {
        if (end < text.size() && text[end] == ':' && nameEnd(text, end + 1) > end + 1)
            end = nameEnd(text, end + 1); // prefix:name
        const std::size_t bracket = text.find_first_not_of(" \t\r\n", end);
        return {bracket != std::string_view::npos && text[bracket] == '(' ? Piece::Call : Piece::Name, at, end};
    }
    if (isDigit(c)) {
        end = at;
        while (end < text.size() && (isDigit(text[end]) || text[end] == '.'))
            ++end;
        return {Piece::Number, at, end};
    }
    switch (c) {
    case '(':
        return {Piece::Open, at, at + 1};
    case ')':
        return {Piece::Close, at, at + 1};
    case '[':
        return {Piece::OpenFilter, at, at + 1};
    case ']':
        return {Piece::CloseFilter, at, at + 1};
    case ',':
        return {Piece::Comma, at, at + 1};
    case '/':
        return {Piece::Slash, at, at + 1};
    case '.':
    case '@':
    case '*':
        return {Piece::Dot, at, at + 1};
    default:
        return {Piece::Other, at, at + 1};
    }
}

/// A bracket that is open at some point of the walk.
struct Frame {
    bool filter = false;     ///< "[" rather than "("
    bool ofInstance = false; ///< a filter on a path that starts with instance()
    std::string function;    ///< the call this "(" belongs to
    std::size_t argument = 0;
    bool pathIsInstance = false; ///< the path now being read starts with instance()
    bool pathGoesOn = false;     ///< the last token was a slash
};

} // namespace

std::vector<Reference> findReferences(std::string_view expression)
{
    std::vector<Reference> references;
    std::vector<Frame> frames(1);
    std::string calling;
    for (std::size_t at = 0; at < expression.size();) {
        const Token token = nextToken(expression, at);
        at = token.end;
        Frame& top = frames.back();
        switch (token.piece) {
        case Piece::Space:
            break;
        case Piece::Reference: {
            Reference reference = *referenceAt(expression, token.begin);
            reference.inInstanceFilter =
                std::any_of(frames.begin(), frames.end(), [](const Frame& frame) { return frame.filter && frame.ofInstance; });
            reference.wantsWholeSet =
                top.function == "indexed-repeat" && (top.argument == 0 || top.argument % 2 == 1) && !top.filter;
            references.push_back(std::move(reference));
            top.pathIsInstance = top.pathGoesOn = false;
            break;
        }
        case Piece::Call:
            calling = expression.substr(token.begin, token.end - token.begin);
            break;
        case Piece::Open:
            frames.push_back({false, false, std::exchange(calling, {}), 0, false, false});
            break;
        case Piece::OpenFilter:
            frames.push_back({true, top.pathIsInstance, {}, 0, false, false});
            break;
        case Piece::Close:
        case Piece::CloseFilter:
            if (frames.size() > 1) {
                const bool wasInstance = frames.back().function == "instance";
                const bool wasFilter = frames.back().filter;
                frames.pop_back();
                if (!wasFilter)
                    frames.back().pathIsInstance = wasInstance;
            }
            frames.back().pathGoesOn = false;
            break;
        case Piece::Comma:
            ++top.argument;
            top.pathIsInstance = top.pathGoesOn = false;
            break;
        case Piece::Slash:
            top.pathGoesOn = true;
            break;
        case Piece::Name:
        case Piece::Dot:
            if (!top.pathGoesOn)
                top.pathIsInstance = false;
            top.pathGoesOn = false;
            break;
        case Piece::String:
        case Piece::Number:
        case Piece::Other:
            // "${x}" in quotes is still a reference: jr:choice-name wants the path as text.
            if (token.piece == Piece::String) {
                for (std::size_t i = token.begin; i < token.end; ++i) {
                    if (auto reference = referenceAt(expression.substr(0, token.end), i)) {
                        i = reference->end - 1;
                        reference->wantsWholeSet = false;
                        references.push_back(std::move(*reference));
                    }
                }
            }
            top.pathIsInstance = top.pathGoesOn = false;
            break;
        }
    }
    return references;
}

std::string replaceReferences(std::string_view text, const std::function<std::string(const Reference&)>& path)
{
    std::string out;
    std::size_t at = 0;
    for (const Reference& reference : findReferences(text)) {
        out += text.substr(at, reference.begin - at);
        out += path(reference);
        at = reference.end;
    }
    out += text.substr(at);
    return out;
}

std::vector<LabelPiece> splitLabel(std::string_view label)
{
    std::vector<LabelPiece> pieces;
    std::string plain;
    const auto flush = [&] {
        if (!plain.empty())
            pieces.push_back({false, std::exchange(plain, {})});
    };
    for (std::size_t at = 0; at < label.size();) {
        if (const auto reference = referenceAt(label, at)) {
            flush();
            pieces.push_back({true, std::string(label.substr(at, reference->end - at))});
            at = reference->end;
            continue;
        }
        constexpr std::string_view kInstance = "instance(";
        if (label.substr(at).starts_with(kInstance) && label.find(')', at) != std::string_view::npos) {
            // The path reaches to the first blank outside its brackets.
            std::size_t end = at;
            int depth = 0;
            while (end < label.size()) {
                const Token token = nextToken(label, end);
                if (token.piece == Piece::Space && depth == 0)
                    break;
                if (token.piece == Piece::Open || token.piece == Piece::OpenFilter)
                    ++depth;
                else if (token.piece == Piece::Close || token.piece == Piece::CloseFilter)
                    --depth;
                if (depth < 0 || (depth == 0 && (token.piece == Piece::Other || token.piece == Piece::Comma)))
                    break;
                end = token.end;
            }
            const std::string_view path = label.substr(at, end - at);
            if (depth == 0 && path.find("/root/") != std::string_view::npos) {
                flush();
                pieces.push_back({true, std::string(path)});
                at = end;
                continue;
            }
        }
        plain += label[at++];
    }
    flush();
    return pieces;
}

namespace {

/// Digits in the shape of \p pattern, where 0 is any digit.
std::size_t matchShape(std::string_view text, std::size_t at, std::string_view pattern)
{
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (at + i >= text.size() || (pattern[i] == '0' ? !isDigit(text[at + i]) : text[at + i] != pattern[i]))
            return 0;
    }
    return pattern.size();
}

/// The length of a date, time or both at \p at, zone included; 0 for none.
std::size_t dateTimeLength(std::string_view text, std::size_t at)
{
    std::size_t length = matchShape(text, at, "0000-00-00");
    if (length > 0 && at + length < text.size() && text[at + length] == 'T')
        length += 1;
    const std::size_t time = matchShape(text, at + length, "00:00:00");
    if (time == 0)
        return length;
    length += time;
    if (at + length < text.size() && text[at + length] == '.') {
        ++length;
        while (at + length < text.size() && isDigit(text[at + length]))
            ++length;
    }
    if (at + length < text.size() && text[at + length] == 'Z')
        return length + 1;
    if (at + length < text.size() && (text[at + length] == '+' || text[at + length] == '-'))
        length += matchShape(text, at + length + 1, "00:00") > 0 ? 6 : 0;
    return length;
}

} // namespace

bool isDynamicDefault(std::string_view text, std::string_view type)
{
    const bool mayHoldMinus = type == "date" || type == "time" || type == "dateTime" || type == "geopoint"
        || type == "geotrace" || type == "geoshape";
    bool afterValue = false; // so that "-" and "*" are operators
    for (std::size_t at = 0; at < text.size();) {
        if (const std::size_t length = dateTimeLength(text, at)) {
            at += length;
            afterValue = true;
            continue;
        }
        const Token token = nextToken(text, at);
        const std::string_view word = text.substr(token.begin, token.end - token.begin);
        at = token.end;
        switch (token.piece) {
        case Piece::Reference:
            return true;
        case Piece::Call:
            if (at < text.size() && text[at] == '(')
                return true;
            if (afterValue && (word == "div" || word == "mod"))
                return true;
            afterValue = true;
            break;
        case Piece::Name: {
            if (text.substr(at).starts_with("://")) { // an address, up to the next blank
                at = std::min(text.find(' ', at), text.size());
                afterValue = true;
                break;
            }
            if (afterValue && (word == "div" || word == "mod") && at < text.size())
                return true;
            afterValue = true;
            break;
        }
        case Piece::OpenFilter:
            return true;
        case Piece::Dot:
            if (word == "*" && !mayHoldMinus)
                return true;
            afterValue = true;
            break;
        case Piece::Other:
            if (word == "|" || word == "+")
                return true;
            if (word == "-") {
                // A minus that touches the number after it belongs to it.
                if (at < text.size() && (isDigit(text[at]) || text[at] == '.'))
                    break;
                if (mayHoldMinus)
                    return false;
                return true;
            }
            break;
        case Piece::Space:
            break;
        default:
            afterValue = true;
            break;
        }
    }
    return false;
}

std::vector<std::string> pulldataLists(std::string_view expression)
{
    std::vector<std::string> lists;
    for (std::size_t at = 0; at < expression.size();) {
        const Token token = nextToken(expression, at);
        at = token.end;
        if (token.piece != Piece::Call || expression.substr(token.begin, token.end - token.begin) != "pulldata")
            continue;
        std::size_t argument = expression.find('(', at) + 1;
        while (argument < expression.size() && base::isXmlSpace(expression[argument]))
            ++argument;
        if (argument < expression.size()) {
            const Token first = nextToken(expression, argument);
            if (first.piece == Piece::String)
                lists.emplace_back(base::trim(expression.substr(first.begin + 1, first.end - first.begin - 2)));
        }
    }
    return lists;
}

bool callsSearch(std::string_view appearance)
{
    for (std::size_t at = 0; at < appearance.size();) {
        const Token token = nextToken(appearance, at);
        at = token.end;
        if (token.piece == Piece::Call && appearance.substr(token.begin, token.end - token.begin) == "search"
            && appearance.find(')', at) != std::string_view::npos)
            return true;
    }
    return false;
}

std::string soleReference(std::string_view text)
{
    text = base::trim(text);
    const auto reference = referenceAt(text, 0);
    return reference && reference->end == text.size() && !reference->lastSaved ? reference->name : std::string();
}

bool isName(std::string_view text) { return !text.empty() && nameEnd(text, 0) == text.size(); }

} // namespace tashilgar::forms::xlsform
