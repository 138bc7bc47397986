#include "app/viewmodels/calendar_text.h"

#include "app/base/calendars.h"
#include "app/base/jalali.h"
#include "app/base/zones.h"
#include "app/viewmodels/display_text.h"

namespace tashilgar::viewmodels {

std::optional<std::int64_t> dayOfIso(const QString& iso)
{
    const QStringList parts = iso.left(10).split(u'-');
    if (parts.size() != 3)
        return {};
    bool ok[3] = {};
    const int year = parts[0].toInt(&ok[0]);
    const int month = parts[1].toInt(&ok[1]);
    const int day = parts[2].toInt(&ok[2]);
    if (!ok[0] || !ok[1] || !ok[2] || month < 1 || month > 12 || day < 1 || day > base::daysInMonth(year, month))
        return {};
    return base::daysFromCivil(year, month, day);
}

QString isoOfDay(std::int64_t days)
{
    int year = 0;
    int month = 0;
    int day = 0;
    base::civilFromDays(days, year, month, day);
    return QStringLiteral("%1-%2-%3").arg(year, 4, 10, QChar(u'0')).arg(month, 2, 10, QChar(u'0')).arg(day, 2, 10, QChar(u'0'));
}

CalendarDate dateOf(std::int64_t day, bool gregorian)
{
    CalendarDate date;
    if (gregorian) {
        base::civilFromDays(day, date.year, date.month, date.day);
    } else {
        const base::JalaliDate jalali = base::jalaliFromDays(day);
        date = {jalali.year, jalali.month, jalali.day};
    }
    return date;
}

std::int64_t dayOf(const CalendarDate& date, bool gregorian)
{
    return gregorian ? base::daysFromCivil(date.year, date.month, date.day)
                     : base::daysFromJalali({date.year, date.month, date.day});
}

int daysInMonthOf(int year, int month, bool gregorian)
{
    return gregorian ? base::daysInMonth(year, month) : base::daysInJalaliMonth(year, month);
}

QString monthNameOf(int month, bool gregorian)
{
    const DisplayText& display = DisplayText::instance();
    if (!gregorian) {
        const std::string_view name = base::jalaliMonthName(month, display.calendarNames());
        return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    }
    static const char* const kEnglish[] = {"January", "February", "March", "April", "May", "June", "July", "August",
        "September", "October", "November", "December"};
    static const char* const kPersian[] = {"ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن", "ژوئیه", "اوت", "سپتامبر",
        "اکتبر", "نوامبر", "دسامبر"};
    static const char* const kSorani[] = {"کانوونی دووەم", "شوبات", "ئازار", "نیسان", "ئایار", "حوزەیران", "تەممووز", "ئاب",
        "ئەیلوول", "تشرینی یەکەم", "تشرینی دووەم", "کانوونی یەکەم"};
    switch (display.calendarNames()) {
    case base::CalendarNames::Persian: return QString::fromUtf8(kPersian[month - 1]);
    case base::CalendarNames::Sorani: return QString::fromUtf8(kSorani[month - 1]);
    case base::CalendarNames::English: break;
    }
    return QString::fromUtf8(kEnglish[month - 1]);
}

QString dateInWords(std::int64_t day, bool gregorian)
{
    const CalendarDate date = dateOf(day, gregorian);
    const DisplayText& display = DisplayText::instance();
    return display.digits(QString::number(date.day)) + u' ' + monthNameOf(date.month, gregorian) + u' '
        + display.digits(QString::number(date.year));
}

QString DisplayText::dateIn(const QString& calendar, const QString& iso) const
{
    const auto day = dayOfIso(iso);
    if (!day)
        return {};
    if (calendar == u"persian" || calendar == u"gregorian")
        return dateInWords(*day, calendar == u"gregorian");
    const auto other = base::otherCalendarNamed(calendar.toStdString());
    if (!other)
        return {};
    const base::OtherDate date = base::dateIn(*other, *day, calendarNames());
    return digits(QString::number(date.day)) + u' ' + QString::fromStdString(date.monthName) + u' ' + digits(QString::number(date.year));
}

} // namespace tashilgar::viewmodels
