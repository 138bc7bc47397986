#pragma once

#include "app/viewmodels/row_model.h"

#include <QStringList>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace tashilgar::viewmodels {

struct CalendarCell {
    QString iso; ///< the day, or the first day of the month or year; empty for a place without one
    QString text;
    QString second; ///< the same day in the other calendar (if wanted), or what the cell is: "today"
    bool chosen = false;
    bool today = false;
    bool holiday = false; ///< Friday, in the Jalali week
    bool cursor = false; ///< the keyboard is here
};

/// A month, the months of a year, or twelve years, of the Jalali or the Gregorian calendar, as cells in reading order. Weeks
/// begin on Saturday in the one and on Monday in the other. All dates go in and out as ISO days.
class CalendarModel : public RowModel<CalendarCell> {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool gregorian READ gregorian WRITE setGregorian NOTIFY shown)
    /// What is picked in the end: "day", "month" or "year".
    Q_PROPERTY(QString depth READ depth WRITE setDepth NOTIFY shown)
    /// What the cells are now: "day", "month" or "year".
    Q_PROPERTY(QString level READ level NOTIFY shown)
    Q_PROPERTY(QString chosen READ chosen WRITE setChosen NOTIFY shown)
    Q_PROPERTY(QString today READ today WRITE setToday NOTIFY shown)
    Q_PROPERTY(QString title READ title NOTIFY shown)
    /// The same time in the other calendar; empty when a person wants no Gregorian day beside the Jalali one.
    Q_PROPERTY(QString second READ second NOTIFY shown)
    Q_PROPERTY(QStringList weekdays READ weekdays NOTIFY shown)
    Q_PROPERTY(QString cursor READ cursor NOTIFY shown)

public:
    explicit CalendarModel(QObject* parent = nullptr);

    bool gregorian() const { return m_gregorian; }
    void setGregorian(bool gregorian);
    const QString& depth() const { return m_depth; }
    void setDepth(const QString& depth);
    const QString& level() const { return m_level; }
    const QString& chosen() const { return m_chosen; }
    void setChosen(const QString& iso);
    const QString& today() const { return m_today; }
    void setToday(const QString& iso);
    QString title() const;
    QString second() const;
    QStringList weekdays() const;
    QString cursor() const;

    /// The month, year or twelve years before (-1) or after (1).
    Q_INVOKABLE void turn(int pages);
    /// From the days to the months, from the months to the years.
    Q_INVOKABLE void widen();
    /// A cell was touched: the reply is what was picked; empty when the calendar only went closer.
    Q_INVOKABLE QString touch(const QString& iso);
    // For typing: a day of the calendar as {year, month, day}, and back; empty for what is no day.
    Q_INVOKABLE QVariantList partsOf(const QString& iso) const;
    Q_INVOKABLE QString isoOf(int year, int month, int day) const;
    /// A day in words, in this calendar and (if wanted) in the other one; of a month or year only so much.
    Q_INVOKABLE QString inWords(const QString& iso) const;
    Q_INVOKABLE QString inOtherWords(const QString& iso) const;
    Q_INVOKABLE QStringList monthNames() const;
    /// The keyboard goes on by so many cells; 0 goes to today.
    Q_INVOKABLE void move(int cells);

signals:
    void shown();

private:
    void fill();
    bool showsOther() const;
    std::vector<CalendarCell> days() const;
    std::vector<CalendarCell> monthsOrYears() const;
    void goTo(std::int64_t day);

    bool m_gregorian = false;
    QString m_depth = QStringLiteral("day");
    QString m_level = QStringLiteral("day");
    QString m_chosen;
    QString m_today;
    std::int64_t m_cursor = 0; ///< a day of what is shown
    bool m_keyboard = false; ///< the cursor was moved by keys
};

} // namespace tashilgar::viewmodels
