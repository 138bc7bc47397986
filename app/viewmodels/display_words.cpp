#include "app/viewmodels/display_text.h"

#include <algorithm>

namespace tashilgar::viewmodels {

namespace {

constexpr QChar kLeftToRightIsolate(0x2066);
constexpr QChar kRightToLeftIsolate(0x2067);
constexpr QChar kEndIsolate(0x2069);
constexpr QChar kLeftToRightMark(0x200E);
constexpr QChar kRightToLeftMark(0x200F);
/// A fraction of so many digits is a coordinate, which is read out and compared: never in other digits.
constexpr qsizetype kCoordinateDigits = 4;

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isPart(QChar c)
{
    return isAsciiDigit(c) || isAsciiLetter(c);
}

bool joinsParts(QChar c)
{
    return QStringView(u"-_./:@#+%&=?~").contains(c);
}

/// Past the word of ASCII letters and digits, and the signs inside it, that begins at \p start.
qsizetype endOfWord(const QString& text, qsizetype start)
{
    qsizetype end = start;
    while (end < text.size()) {
        if (isPart(text[end]))
            ++end;
        else if (joinsParts(text[end]) && end + 1 < text.size() && isPart(text[end + 1]))
            end += 2;
        else
            break;
    }
    return end;
}

/// A word that is never written in other digits.
bool isCode(QStringView word)
{
    if (std::any_of(word.begin(), word.end(), isAsciiLetter))
        return true;
    const qsizetype point = word.indexOf(u'.');
    return point >= 0 && (word.indexOf(u'.', point + 1) >= 0 || word.size() - point - 1 >= kCoordinateDigits);
}

bool isRightToLeftLetter(QChar c)
{
    return c.direction() == QChar::DirAL || c.direction() == QChar::DirR;
}

/// Past the Latin words that follow the one ending at \p end, which one isolate holds with it: each alone would stand
/// before the one it follows.
qsizetype endOfRun(const QString& text, qsizetype end)
{
    while (end + 1 < text.size() && text[end] == u' ' && isAsciiLetter(text[end + 1]))
        end = endOfWord(text, end + 1);
    return end;
}

} // namespace

QString DisplayText::inRightToLeft(const QString& text) const
{
    const bool latin = std::any_of(text.begin(), text.end(), isAsciiLetter);
    if (latin && std::none_of(text.begin(), text.end(), isRightToLeftLetter))
        return kLeftToRightIsolate + text + kEndIsolate; // a form that speaks no Persian
    const char16_t zero = nought(true);
    QString shown;
    for (qsizetype at = 0; at < text.size();) {
        if (!isPart(text[at])) {
            shown += text[at++];
            continue;
        }
        qsizetype end = endOfWord(text, at);
        const bool code = isCode(QStringView(text).mid(at, end - at));
        if (code && isAsciiLetter(text[at]))
            end = endOfRun(text, end);
        const QStringView word = QStringView(text).mid(at, end - at);
        // Groups of a number would change places as well.
        const bool apart = code || std::any_of(word.begin(), word.end(), joinsParts);
        const QString plain = word.toString();
        const QString written = code || zero == u'0' ? plain : digits(plain, zero).replace(u'.', QChar(0x066B));
        shown += apart ? kLeftToRightIsolate + written + kEndIsolate : written;
        at = end;
    }
    return shown;
}

namespace {

QString inLatin(const QString& text)
{
    const bool latin = std::any_of(text.begin(), text.end(), [](QChar c) { return c.direction() == QChar::DirL; });
    if (!latin && std::any_of(text.begin(), text.end(), isRightToLeftLetter))
        return kRightToLeftIsolate + text + kEndIsolate; // all of it is Persian, its numbers too
    QString shown;
    for (qsizetype at = 0; at < text.size();) {
        if (!isRightToLeftLetter(text[at])) {
            shown += text[at++];
            continue;
        }
        qsizetype end = at;
        for (qsizetype next = at; next < text.size() && text[next].direction() != QChar::DirL; ++next) {
            if (isRightToLeftLetter(text[next]))
                end = next + 1;
        }
        shown += kRightToLeftIsolate + text.mid(at, end - at) + kEndIsolate;
        at = end;
    }
    return shown;
}

} // namespace

QString DisplayText::worded(const QString& text, bool rightToLeft) const
{
    return rightToLeft ? inRightToLeft(text) : inLatin(text);
}

QString DisplayText::lead(const QString& text, bool rightToLeft) const
{
    return text.isEmpty() ? text : (rightToLeft ? kRightToLeftMark : kLeftToRightMark) + text;
}

} // namespace tashilgar::viewmodels
