#include "app/viewmodels/calendar_model.h"

#include "app/base/jalali.h"
#include "app/viewmodels/calendar_text.h"
#include "app/viewmodels/display_text.h"

namespace tashilgar::viewmodels {

namespace {

constexpr int kWeeks = 6;
constexpr int kYearsOnPage = 12;

/// The first year of its page of twelve.
int pageOf(int year)
{
    return year - year % kYearsOnPage;
}

} // namespace

CalendarModel::CalendarModel(QObject* parent)
    : RowModel({{"iso", [](const CalendarCell& cell) { return cell.iso; }},
                   {"text", [](const CalendarCell& cell) { return cell.text; }},
                   {"second", [](const CalendarCell& cell) { return cell.second; }},
                   {"chosen", [](const CalendarCell& cell) { return cell.chosen; }},
                   {"today", [](const CalendarCell& cell) { return cell.today; }},
                   {"holiday", [](const CalendarCell& cell) { return cell.holiday; }},
                   {"cursor", [](const CalendarCell& cell) { return cell.cursor; }}},
        [](const CalendarCell&) { return QString(); }, parent) // cells keep their places when the page turns
{
    connect(&DisplayText::instance(), &DisplayText::languageChanged, this, &CalendarModel::fill);
}

void CalendarModel::setGregorian(bool gregorian)
{
    m_gregorian = gregorian;
    fill();
}

void CalendarModel::setDepth(const QString& depth)
{
    m_depth = depth;
    m_level = depth;
    fill();
}

void CalendarModel::setChosen(const QString& iso)
{
    if (iso == m_chosen)
        return;
    m_chosen = iso;
    if (const auto day = dayOfIso(iso))
        m_cursor = *day;
    fill();
}

void CalendarModel::setToday(const QString& iso)
{
    m_today = iso;
    if (const auto day = dayOfIso(iso); day && m_chosen.isEmpty())
        m_cursor = *day;
    fill();
}

void CalendarModel::goTo(std::int64_t day)
{
    m_cursor = day;
    fill();
}

void CalendarModel::turn(int pages)
{
    m_keyboard = false;
    CalendarDate at = dateOf(m_cursor, m_gregorian);
    if (m_level == u"day") {
        const int months = at.year * 12 + at.month - 1 + pages;
        at.year = months / 12;
        at.month = months % 12 + 1;
    } else {
        at.year += pages * (m_level == u"month" ? 1 : kYearsOnPage);
    }
    at.day = std::min(at.day, daysInMonthOf(at.year, at.month, m_gregorian));
    goTo(dayOf(at, m_gregorian));
}

void CalendarModel::widen()
{
    m_level = m_level == u"day" ? QStringLiteral("month") : QStringLiteral("year");
    fill();
}

QString CalendarModel::touch(const QString& iso)
{
    const auto day = dayOfIso(iso);
    if (!day)
        return {};
    m_cursor = *day;
    const bool done = m_level == m_depth;
    if (!done)
        m_level = m_level == u"year" ? QStringLiteral("month") : QStringLiteral("day");
    fill();
    return done ? iso : QString();
}

void CalendarModel::move(int cells)
{
    m_keyboard = true;
    CalendarDate at = dateOf(m_cursor, m_gregorian);
    if (cells == 0)
        return goTo(dayOfIso(m_today).value_or(m_cursor));
    if (m_level == u"day")
        return goTo(m_cursor + cells);
    const int months = at.year * 12 + at.month - 1 + cells;
    at.year = m_level == u"month" ? months / 12 : at.year + cells;
    at.month = m_level == u"month" ? months % 12 + 1 : at.month;
    at.day = 1;
    goTo(dayOf(at, m_gregorian));
}

QString CalendarModel::cursor() const
{
    CalendarDate at = dateOf(m_cursor, m_gregorian);
    if (m_level != u"day")
        at.day = 1;
    if (m_level == u"year")
        at.month = 1;
    return isoOfDay(dayOf(at, m_gregorian));
}

QString CalendarModel::title() const
{
    const CalendarDate at = dateOf(m_cursor, m_gregorian);
    const auto year = [](int number) { return DisplayText::instance().digits(QString::number(number)); };
    if (m_level == u"day")
        return monthNameOf(at.month, m_gregorian) + u' ' + year(at.year);
    if (m_level == u"month")
        return year(at.year);
    return year(pageOf(at.year)) + QStringLiteral(" – ") + year(pageOf(at.year) + kYearsOnPage - 1);
}

QString CalendarModel::second() const
{
    if (m_level != u"day" || !showsOther())
        return {};
    const CalendarDate at = dateOf(m_cursor, m_gregorian);
    const std::int64_t first = dayOf({at.year, at.month, 1}, m_gregorian);
    const CalendarDate from = dateOf(first, !m_gregorian);
    const CalendarDate to = dateOf(first + daysInMonthOf(at.year, at.month, m_gregorian) - 1, !m_gregorian);
    QString text = monthNameOf(from.month, !m_gregorian);
    if (to.month != from.month)
        text += QStringLiteral(" – ") + monthNameOf(to.month, !m_gregorian);
    return text + u' ' + DisplayText::instance().digits(QString::number(to.year));
}

QStringList CalendarModel::weekdays() const
{
    QStringList names;
    for (int i = 0; i < 7; ++i) {
        const std::string_view name = base::weekdayName(m_gregorian ? (i + 2) % 7 : i, DisplayText::instance().calendarNames());
        names << QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    }
    return names;
}

QVariantList CalendarModel::partsOf(const QString& iso) const
{
    const auto day = dayOfIso(iso);
    if (!day)
        return {};
    const CalendarDate date = dateOf(*day, m_gregorian);
    return {date.year, date.month, date.day};
}

QString CalendarModel::isoOf(int year, int month, int day) const
{
    if (year < 1000 || month < 1 || month > 12 || day < 1 || day > daysInMonthOf(year, month, m_gregorian))
        return {};
    return isoOfDay(dayOf({year, month, day}, m_gregorian));
}

QString CalendarModel::inWords(const QString& iso) const
{
    const auto day = dayOfIso(iso);
    if (!day)
        return {};
    const CalendarDate date = dateOf(*day, m_gregorian);
    const QString year = DisplayText::instance().digits(QString::number(date.year));
    if (m_depth == u"year")
        return year;
    if (m_depth == u"month")
        return monthNameOf(date.month, m_gregorian) + u' ' + year;
    const std::string_view name = base::weekdayName(base::weekdayFromSaturday(*day), DisplayText::instance().calendarNames());
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())) + u' ' + dateInWords(*day, m_gregorian);
}

QString CalendarModel::inOtherWords(const QString& iso) const
{
    const auto day = dayOfIso(iso);
    return day && m_depth == u"day" && showsOther() ? dateInWords(*day, !m_gregorian) : QString();
}

bool CalendarModel::showsOther() const
{
    return m_gregorian || DisplayText::instance().gregorianBeside();
}

QStringList CalendarModel::monthNames() const
{
    QStringList names;
    for (int month = 1; month <= 12; ++month)
        names << monthNameOf(month, m_gregorian);
    return names;
}

std::vector<CalendarCell> CalendarModel::days() const
{
    const DisplayText& display = DisplayText::instance();
    const CalendarDate at = dateOf(m_cursor, m_gregorian);
    const std::int64_t first = dayOf({at.year, at.month, 1}, m_gregorian);
    const int length = daysInMonthOf(at.year, at.month, m_gregorian);
    const int fromSaturday = base::weekdayFromSaturday(first);
    const int before = m_gregorian ? (fromSaturday + 5) % 7 : fromSaturday;
    std::vector<CalendarCell> cells(static_cast<std::size_t>(kWeeks) * 7);
    for (int i = 0; i < length; ++i) {
        const std::int64_t day = first + i;
        CalendarCell& cell = cells[static_cast<std::size_t>(before + i)];
        cell.iso = isoOfDay(day);
        cell.text = display.digits(QString::number(i + 1));
        if (showsOther())
            cell.second = display.digits(QString::number(dateOf(day, !m_gregorian).day));
        cell.chosen = cell.iso == m_chosen;
        cell.today = cell.iso == m_today;
        cell.holiday = base::weekdayFromSaturday(day) == 6;
        cell.cursor = m_keyboard && day == m_cursor;
        if (cell.today)
            cell.second = DisplayText::tr("today");
    }
    cells.resize(static_cast<std::size_t>((before + length + 6) / 7 * 7)); // no empty week at the end
    return cells;
}

std::vector<CalendarCell> CalendarModel::monthsOrYears() const
{
    const CalendarDate at = dateOf(m_cursor, m_gregorian);
    const auto chosenDay = dayOfIso(m_chosen);
    const auto today = dayOfIso(m_today);
    const CalendarDate chosen = dateOf(chosenDay.value_or(0), m_gregorian);
    const CalendarDate now = dateOf(today.value_or(0), m_gregorian);
    const bool months = m_level == u"month";
    std::vector<CalendarCell> cells;
    for (int i = 0; i < 12; ++i) {
        const CalendarDate first{months ? at.year : pageOf(at.year) + i, months ? i + 1 : 1, 1};
        CalendarCell cell;
        cell.iso = isoOfDay(dayOf(first, m_gregorian));
        cell.text = months ? monthNameOf(first.month, m_gregorian) : DisplayText::instance().digits(QString::number(first.year));
        const auto same = [&](const CalendarDate& date) { return date.year == first.year && (!months || date.month == first.month); };
        cell.chosen = chosenDay && same(chosen);
        cell.today = today && same(now);
        cell.cursor = m_keyboard && same(at);
        cells.push_back(std::move(cell));
    }
    return cells;
}

void CalendarModel::fill()
{
    setRows(m_level == u"day" ? days() : monthsOrYears());
    emit shown();
}

} // namespace tashilgar::viewmodels
