#include "app/base/text.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace tashilgar::base {
namespace {

constexpr char32_t kZwnj = U'\u200C';

bool isBlank(char32_t c) { return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == U'\u00A0'; }

bool isDirectionMark(char32_t c)
{
    return c == U'\u200E' || c == U'\u200F' || c == U'\u061C' || (c >= U'\u202A' && c <= U'\u202E')
        || (c >= U'\u2066' && c <= U'\u2069');
}

/// The value of a Latin, Arabic-Indic or Persian digit, else -1.
int digitValue(char32_t c)
{
    if (c >= U'0' && c <= U'9')
        return static_cast<int>(c - U'0');
    if (c >= U'\u0660' && c <= U'\u0669')
        return static_cast<int>(c - U'\u0660');
    if (c >= U'\u06F0' && c <= U'\u06F9')
        return static_cast<int>(c - U'\u06F0');
    return -1;
}

/// One letter for each family of look-alikes; 0 drops the character.
char32_t foldLetter(char32_t c)
{
    switch (c) {
    case kZwnj:
    case U'\u0670':
    case U'ء':
        return 0;
    case U'أ':
    case U'إ':
    case U'آ':
    case U'ٱ':
        return U'ا';
    case U'ؤ':
    case U'ڤ':
    case U'ۆ':
        return U'و';
    case U'ئ':
    case U'ێ':
        return U'ی';
    case U'ة':
    case U'ۀ':
    case U'ە':
        return U'ه';
    case U'ڕ':
        return U'ر';
    case U'ڵ':
        return U'ل';
    default:
        break;
    }
    if (c >= U'\u064B' && c <= U'\u0652')
        return 0;
    if (const int digit = digitValue(c); digit >= 0)
        return U'0' + static_cast<char32_t>(digit);
    return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

} // namespace

std::string_view trim(std::string_view text)
{
    while (!text.empty() && isXmlSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isXmlSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> pieces;
    std::size_t begin = 0;
    for (std::size_t end; (end = text.find(separator, begin)) != std::string_view::npos; begin = end + 1)
        pieces.push_back(text.substr(begin, end - begin));
    pieces.push_back(text.substr(begin));
    return pieces;
}

std::vector<std::string_view> splitWords(std::string_view text)
{
    std::vector<std::string_view> words;
    std::size_t at = 0;
    while (at < text.size()) {
        while (at < text.size() && isXmlSpace(text[at]))
            ++at;
        const std::size_t begin = at;
        while (at < text.size() && !isXmlSpace(text[at]))
            ++at;
        if (at > begin)
            words.push_back(text.substr(begin, at - begin));
    }
    return words;
}

std::string normaliseSpace(std::string_view text)
{
    std::string result;
    for (std::string_view word : splitWords(text)) {
        if (!result.empty())
            result += ' ';
        result += word;
    }
    return result;
}

std::string toLowerAscii(std::string_view text)
{
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

char32_t nextCodePoint(std::string_view text, std::size_t& offset)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(offset);
    if (lead < 0x80)
        return text[offset++];
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    char32_t c = lead & (0x7F >> length);
    bool good = lead >= 0xC2 && lead <= 0xF4 && offset + length <= text.size();
    for (std::size_t i = 1; good && i < length; ++i) {
        good = (byte(offset + i) & 0xC0) == 0x80;
        c = c << 6 | (byte(offset + i) & 0x3F);
    }
    constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
    good = good && c >= kSmallest[length] && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
    offset += good ? length : 1;
    return good ? c : U'\uFFFD';
}

bool isValidUtf8(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        // most of most texts is ASCII: eight bytes at a time
        std::uint64_t eight = 0;
        if (at + sizeof eight <= text.size()) {
            std::memcpy(&eight, text.data() + at, sizeof eight);
            if ((eight & 0x8080808080808080u) == 0) {
                at += sizeof eight;
                continue;
            }
        }
        const std::size_t before = at;
        if (nextCodePoint(text, at) == U'\uFFFD' && text.substr(before, at - before) != "\xEF\xBF\xBD")
            return false;
    }
    return true;
}

void appendUtf8(std::string& text, char32_t c)
{
    if (c < 0x80) {
        text += static_cast<char>(c);
    } else if (c < 0x800) {
        text += static_cast<char>(0xC0 | c >> 6);
        text += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        text += static_cast<char>(0xE0 | c >> 12);
        text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        text += static_cast<char>(0xF0 | c >> 18);
        text += static_cast<char>(0x80 | (c >> 12 & 0x3F));
        text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
    }
}

std::u32string toCodePoints(std::string_view text)
{
    std::u32string points;
    points.reserve(text.size());
    for (std::size_t at = 0; at < text.size();)
        points += nextCodePoint(text, at);
    return points;
}

std::string fromCodePoints(std::u32string_view points)
{
    std::string text;
    for (char32_t c : points)
        appendUtf8(text, c);
    return text;
}

std::string toNfc(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
    const auto input = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    std::string output;
    if (U_SUCCESS(status) && !normalizer->isNormalized(input, status))
        normalizer->normalize(input, status).toUTF8String(output);
    else
        output = text;
    return U_SUCCESS(status) ? output : std::string(text);
}

namespace {

/// normaliseTyped() of one line.
std::u32string normaliseLine(std::u32string_view points)
{
    std::u32string kept;
    for (char32_t c : points) {
        if (c == U'ـ')
            continue;
        if (c == U'ي' || c == U'ى')
            c = U'ی';
        else if (c == U'ك')
            c = U'ک';
        else if (c == U'\u200D')
            c = kZwnj;
        if (isBlank(c)) {
            if (!kept.empty() && kept.back() == kZwnj)
                kept.pop_back();
            if (!kept.empty() && kept.back() != U' ')
                kept += U' ';
            continue;
        }
        if (c == kZwnj && (kept.empty() || !u_isalpha(static_cast<UChar32>(kept.back()))))
            continue;
        if (!kept.empty() && kept.back() == kZwnj && !u_isalpha(static_cast<UChar32>(c)))
            kept.pop_back();
        kept += c;
    }
    while (!kept.empty() && (kept.back() == U' ' || kept.back() == kZwnj))
        kept.pop_back();
    return kept;
}

} // namespace

std::string normaliseTyped(std::string_view text)
{
    const std::u32string points = toCodePoints(toNfc(text));
    std::u32string kept;
    for (std::size_t begin = 0; begin <= points.size();) {
        const std::size_t end = std::min(points.find(U'\n', begin), points.size());
        kept += normaliseLine(std::u32string_view(points).substr(begin, end - begin));
        kept += U'\n';
        begin = end + 1;
    }
    const std::size_t first = kept.find_first_not_of(U'\n');
    const std::size_t last = kept.find_last_not_of(U'\n');
    return first == std::u32string::npos ? std::string() : fromCodePoints(kept.substr(first, last - first + 1));
}

std::string normaliseDigits(std::string_view text)
{
    std::u32string points = toCodePoints(text);
    // first, because what is left stands side by side
    std::erase_if(points, [](char32_t c) { return c == U'\u066C' || isDirectionMark(c); });
    std::string result;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const char32_t c = points[i];
        if (const int digit = digitValue(c); digit >= 0)
            result += static_cast<char>('0' + digit);
        else if (c == U'\u066B')
            result += '.';
        else if (c == U'\u2212')
            result += '-';
        else if (c == U'\u060C' && i > 0 && i + 1 < points.size() && digitValue(points[i - 1]) >= 0
            && digitValue(points[i + 1]) >= 0)
            continue;
        else
            appendUtf8(result, c);
    }
    return std::string(trim(result));
}

std::string persianDigits(std::string_view text)
{
    std::string result;
    for (char c : text) {
        if (c >= '0' && c <= '9')
            appendUtf8(result, U'\u06F0' + static_cast<char32_t>(c - '0'));
        else
            result += c;
    }
    return result;
}

std::string foldForSearch(std::string_view text)
{
    std::string key;
    for (char32_t c : toCodePoints(normaliseTyped(text))) {
        if (const char32_t folded = foldLetter(c))
            appendUtf8(key, folded);
    }
    return key;
}

int compareForPersian(std::string_view a, std::string_view b)
{
    static const std::unique_ptr<icu::Collator> collator = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::Collator>(icu::Collator::createInstance(icu::Locale("fa"), status));
    }();
    UErrorCode status = U_ZERO_ERROR;
    return collator->compareUTF8(icu::StringPiece(a.data(), static_cast<int32_t>(a.size())),
        icu::StringPiece(b.data(), static_cast<int32_t>(b.size())), status);
}

} // namespace tashilgar::base
