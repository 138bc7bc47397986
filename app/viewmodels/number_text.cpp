#include "app/viewmodels/number_text.h"

#include "app/viewmodels/display_text.h"

#include <QVariantMap>

#include <algorithm>
#include <cstdlib>

namespace tashilgar::viewmodels {

namespace {

bool allDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// Digits without sign: a + b.
QString sum(QString a, QString b)
{
    const qsizetype length = std::max(a.size(), b.size());
    a = a.rightJustified(length, u'0');
    b = b.rightJustified(length, u'0');
    QString total(length, u'0');
    int carry = 0;
    for (qsizetype i = length - 1; i >= 0; --i) {
        const int digit = a[i].digitValue() + b[i].digitValue() + carry;
        total[i] = QChar(u'0' + digit % 10);
        carry = digit / 10;
    }
    return carry ? QString(QChar(u'0' + carry)) + total : total;
}

/// a - b, where a is not the smaller.
QString difference(const QString& a, QString b)
{
    b = b.rightJustified(a.size(), u'0');
    QString rest(a.size(), u'0');
    int borrow = 0;
    for (qsizetype i = a.size() - 1; i >= 0; --i) {
        int digit = a[i].digitValue() - b[i].digitValue() - borrow;
        borrow = digit < 0;
        digit += borrow ? 10 : 0;
        rest[i] = QChar(u'0' + digit);
    }
    return rest;
}

QString withoutLeadingZeros(const QString& digits)
{
    qsizetype first = 0;
    while (first + 1 < digits.size() && digits[first] == u'0')
        ++first;
    return digits.mid(first);
}

} // namespace

bool isNumber(const QString& plain, bool decimals)
{
    QStringView rest(plain);
    if (rest.startsWith(u'-'))
        rest = rest.mid(1);
    const qsizetype point = rest.indexOf(u'.');
    if (point < 0)
        return allDigits(rest);
    return decimals && allDigits(rest.left(point)) && allDigits(rest.mid(point + 1));
}

QString withThousands(const QString& plain, QChar mark)
{
    if (!isNumber(plain, true))
        return plain;
    const qsizetype first = plain.startsWith(u'-') ? 1 : 0;
    const qsizetype point = plain.indexOf(u'.');
    QString shown = plain;
    for (qsizetype at = (point < 0 ? plain.size() : point) - 3; at > first; at -= 3)
        shown.insert(at, mark);
    return shown;
}

QString stepped(const QString& plain, int by)
{
    const bool negative = plain.startsWith(u'-');
    QString digits = negative ? plain.mid(1) : plain;
    if (!allDigits(digits) || (negative && digits.isEmpty()))
        return {};
    digits = withoutLeadingZeros(digits.isEmpty() ? QStringLiteral("0") : digits);
    const QString step = QString::number(std::abs(by));
    if (negative == (by < 0)) {
        const QString total = withoutLeadingZeros(sum(digits, step));
        return (negative && total != u"0" ? QStringLiteral("-") : QString()) + total;
    }
    const bool smaller = digits.size() < step.size() || (digits.size() == step.size() && digits < step);
    const QString rest = withoutLeadingZeros(smaller ? difference(step, digits) : difference(digits, step));
    const bool minus = (smaller ? by < 0 : negative) && rest != u"0";
    return (minus ? QStringLiteral("-") : QString()) + rest;
}

// DisplayText, as far as it is about numbers being typed -------------------------------------------------------------

QString DisplayText::groupedNumber(const QString& lexical) const
{
    return answerNumber(withThousands(lexical, easternDigits() ? QChar(0x066C) : QChar(u',')));
}

QString DisplayText::steppedNumber(const QString& lexical, int by) const
{
    return stepped(lexical, by);
}

QVariantMap DisplayText::typedNumber(const QString& typed, int cursor, bool grouped) const
{
    const auto plainOf = [this](QString text) {
        text.remove(u','); // marks that were shown; a comma is no point in any of the three languages
        return plainNumber(text);
    };
    const QString plain = plainOf(typed);
    const qsizetype wanted = plainOf(typed.left(cursor)).size();
    const QString text = grouped ? groupedNumber(plain) : answerNumber(plain);
    qsizetype at = 0;
    for (qsizetype passed = 0; at < text.size() && passed < wanted; ++at)
        passed += text[at] != u',' && text[at] != QChar(0x066C);
    return {{QStringLiteral("text"), text}, {QStringLiteral("cursor"), at}};
}

} // namespace tashilgar::viewmodels
