#include "app/viewmodels/display_text.h"

#include "app/base/jalali.h"
#include "app/base/text.h"
#include "app/viewmodels/calendar_text.h"

#include <QQmlEngine>

#include <cmath>

namespace tashilgar::viewmodels {

namespace {

constexpr QChar kLeftToRightIsolate(0x2066);
constexpr QChar kFirstStrongIsolate(0x2068);
constexpr QChar kEndIsolate(0x2069);
constexpr QChar kMinus(0x2212);
constexpr char16_t kPersianNought = 0x06F0;
constexpr char16_t kArabicNought = 0x0660;

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::int64_t localDays(base::Instant moment, const base::Zone& zone)
{
    const base::LocalTime local = zone.toLocal(moment);
    return base::daysFromCivil(local.year, local.month, local.day);
}

} // namespace

DisplayText& DisplayText::instance()
{
    static DisplayText one;
    return one;
}

DisplayText* DisplayText::create(QQmlEngine*, QJSEngine*)
{
    QQmlEngine::setObjectOwnership(&instance(), QQmlEngine::CppOwnership);
    return &instance();
}

DisplayText::DisplayText()
    : m_zone(base::Zone::system())
{
}

bool DisplayText::rightToLeft() const
{
    return m_language != u"en";
}

base::CalendarNames DisplayText::calendarNames() const
{
    return m_language == u"fa" ? base::CalendarNames::Persian
        : m_language == u"ckb" ? base::CalendarNames::Sorani
                               : base::CalendarNames::English;
}

char16_t DisplayText::nought(bool rightToLeft) const
{
    if (m_digitSet == u"fa")
        return kPersianNought;
    if (m_digitSet == u"ar")
        return kArabicNought;
    return m_digitSet == u"latn" || !rightToLeft ? u'0' : kPersianNought;
}

void DisplayText::setLanguage(const QString& language)
{
    const QString known = language == u"fa" || language == u"ckb" ? language : QStringLiteral("en");
    if (known == m_language)
        return;
    m_language = known;
    emit languageChanged();
}

void DisplayText::setDigitSet(const QString& set)
{
    static const QStringList kSets{QStringLiteral("fa"), QStringLiteral("ar"), QStringLiteral("latn")};
    const QString known = kSets.contains(set) ? set : QStringLiteral("auto");
    if (known == m_digitSet)
        return;
    m_digitSet = known;
    emit languageChanged();
}

void DisplayText::setGregorianBeside(bool beside)
{
    if (beside == m_gregorianBeside)
        return;
    m_gregorianBeside = beside;
    emit languageChanged();
}

QString DisplayText::digits(const QString& text) const
{
    return digits(text, nought());
}

QString DisplayText::digits(const QString& text, char16_t nought) const
{
    if (nought == u'0')
        return text;
    QString shown = text;
    for (QChar& c : shown) {
        if (c >= u'0' && c <= u'9')
            c = QChar(nought + (c.unicode() - u'0'));
    }
    return shown;
}

QString DisplayText::plainNumber(const QString& text) const
{
    return QString::fromStdString(base::normaliseDigits(text.toStdString()));
}

QString DisplayText::latinDigits(const QString& text) const
{
    QString plain = text;
    for (QChar& c : plain) {
        const char16_t u = c.unicode();
        if ((u >= 0x06F0 && u <= 0x06F9) || (u >= 0x0660 && u <= 0x0669))
            c = QChar(u'0' + (u & 0xF));
    }
    return plain;
}

QString DisplayText::number(double value) const
{
    QString plain = QString::number(std::abs(value), 'f', 6);
    while (plain.endsWith(u'0'))
        plain.chop(1);
    if (plain.endsWith(u'.'))
        plain.chop(1);
    qsizetype point = plain.indexOf(u'.');
    if (point < 0)
        point = plain.size();
    else
        plain[point] = easternDigits() ? QChar(0x066B) : QChar(u'.');
    for (qsizetype at = point - 3; at > 0; at -= 3)
        plain.insert(at, easternDigits() ? QChar(0x066C) : QChar(u','));
    if (value < 0)
        plain.prepend(kMinus);
    return digits(plain);
}

QString DisplayText::answerNumber(const QString& lexical) const
{
    if (!easternDigits())
        return lexical;
    QString shown = digits(lexical);
    return shown.replace(u'.', QChar(0x066B));
}

QString DisplayText::code(const QString& text) const
{
    return text.isEmpty() ? text : kLeftToRightIsolate + text + kEndIsolate;
}

QString DisplayText::quoted(const QString& text) const
{
    return text.isEmpty() ? text : kFirstStrongIsolate + text + kEndIsolate;
}

QString DisplayText::metres(double metres) const
{
    return tr("%1 m").arg(number(std::round(metres)));
}

QString DisplayText::distance(double metres) const
{
    if (metres < 50)
        return this->metres(metres);
    if (metres < 1000)
        return this->metres(std::round(metres / 10) * 10);
    return tr("%1 km").arg(number(std::round(metres / 100) / 10));
}

QString DisplayText::size(double bytes) const
{
    if (bytes < 1000)
        return tr("%1 bytes").arg(number(bytes));
    if (bytes < 1'000'000)
        return tr("%1 kB").arg(number(std::round(bytes / 1000)));
    if (bytes < 10'000'000)
        return tr("%1 MB").arg(number(std::round(bytes / 100'000) / 10));
    return tr("%1 MB").arg(number(std::round(bytes / 1'000'000)));
}

QString DisplayText::percent(double share) const
{
    return tr("%1 percent").arg(number(std::round(share * 100)));
}

QString DisplayText::dayAndMonth(std::int64_t days, bool withYear) const
{
    const base::JalaliDate date = base::jalaliFromDays(days);
    QString text = digits(QString::number(date.day)) + u' ' + fromUtf8(base::jalaliMonthName(date.month, calendarNames()));
    if (withYear)
        text += u' ' + digits(QString::number(date.year));
    return text;
}

QString DisplayText::longDate(const QString& iso) const
{
    const auto days = dayOfIso(iso);
    if (!days)
        return {};
    return fromUtf8(base::weekdayName(base::weekdayFromSaturday(*days), calendarNames())) + u' ' + dayAndMonth(*days, true);
}

QString DisplayText::longDate(base::Instant moment) const
{
    return longDate(isoDate(moment));
}

QString DisplayText::gregorianDate(const QString& iso) const
{
    static constexpr const char* kMonths[] = {"January", "February", "March", "April", "May", "June", "July", "August",
        "September", "October", "November", "December"};
    const auto days = dayOfIso(iso);
    if (!days)
        return {};
    int year = 0;
    int month = 0;
    int day = 0;
    base::civilFromDays(*days, year, month, day);
    return QStringLiteral("%1 %2 %3").arg(day).arg(QLatin1String(kMonths[month - 1])).arg(year);
}

QVariantList DisplayText::jalaliParts(const QString& iso) const
{
    const auto days = dayOfIso(iso);
    if (!days)
        return {};
    const base::JalaliDate date = base::jalaliFromDays(*days);
    return {date.year, date.month, date.day};
}

QString DisplayText::isoFromJalali(int year, int month, int day) const
{
    const base::JalaliDate date{year, month, day};
    return year >= 1000 && base::isValid(date) ? isoOfDay(base::daysFromJalali(date)) : QString();
}

QString DisplayText::daysAway(const QString& iso, const QString& todayIso) const
{
    const auto then = dayOfIso(iso);
    const auto today = dayOfIso(todayIso);
    if (!then || !today)
        return {};
    const std::int64_t days = *then - *today;
    if (days == 0)
        return tr("today");
    if (days == 1)
        return tr("tomorrow");
    if (days == -1)
        return tr("yesterday");
    QString text = days > 0 ? tr("in %n day(s)", nullptr, static_cast<int>(days))
                            : tr("%n day(s) ago", nullptr, static_cast<int>(-days));
    return digits(text);
}

QStringList DisplayText::monthNames() const
{
    QStringList names;
    for (int month = 1; month <= 12; ++month)
        names << fromUtf8(base::jalaliMonthName(month, calendarNames()));
    return names;
}

QString DisplayText::rowDate(base::Instant moment, base::Instant now) const
{
    const std::int64_t days = localDays(moment, *m_zone);
    const std::int64_t today = localDays(now, *m_zone);
    if (days == today)
        return tr("today");
    if (days == today - 1)
        return tr("yesterday");
    const bool thisYear = base::jalaliFromDays(days).year == base::jalaliFromDays(today).year;
    if (days < today && days > today - 7)
        return fromUtf8(base::weekdayName(base::weekdayFromSaturday(days), calendarNames())) + u' ' + dayAndMonth(days, false);
    return dayAndMonth(days, !thisYear);
}

QString DisplayText::time(base::Instant moment) const
{
    const base::LocalTime local = m_zone->toLocal(moment);
    return digits(QStringLiteral("%1:%2").arg(local.hour, 2, 10, QChar(u'0')).arg(local.minute, 2, 10, QChar(u'0')));
}

QString DisplayText::rowMoment(base::Instant moment, base::Instant now) const
{
    return rowDate(moment, now) + u' ' + time(moment);
}

QString DisplayText::isoDate(base::Instant moment) const
{
    return isoOfDay(localDays(moment, *m_zone));
}

} // namespace tashilgar::viewmodels
