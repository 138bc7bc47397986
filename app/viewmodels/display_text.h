#pragma once

#include "app/base/clock.h"
#include "app/base/jalali.h"
#include "app/base/zones.h"

#include <QObject>
#include <QString>
#include <QVariantList>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

#include <memory>

class QJSEngine;
class QQmlEngine;

namespace tashilgar::viewmodels {

/// How numbers, dates, distances and codes are written in the interface language. One per process, as there is one
/// interface language; QML sees it as the singleton Display. GUI thread only.
class DisplayText : public QObject {
    Q_OBJECT
    QML_NAMED_ELEMENT(Display)
    QML_SINGLETON
    Q_PROPERTY(QString language READ language NOTIFY languageChanged)
    Q_PROPERTY(bool rightToLeft READ rightToLeft NOTIFY languageChanged)

public:
    static DisplayText& instance();
    static DisplayText* create(QQmlEngine* engine, QJSEngine* script);

    const QString& language() const { return m_language; }
    bool rightToLeft() const;
    base::CalendarNames calendarNames() const;
    /// "fa", "ckb" or "en"; anything else reads as "en".
    void setLanguage(const QString& language);
    /// "auto" (those of the language), "fa" (۰۱۲), "ar" (٠١٢) or "latn" (012); anything else reads as "auto".
    void setDigitSet(const QString& set);
    /// Whether the Gregorian day stands beside a Jalali one; yes at first.
    void setGregorianBeside(bool beside);
    bool gregorianBeside() const { return m_gregorianBeside; }
    /// Where dates and times are told; the machine's own zone at first.
    void setZone(std::shared_ptr<const base::Zone> zone) { m_zone = std::move(zone); }
    const base::Zone& zone() const { return *m_zone; }

    /// ASCII digits in the digits of the language; all else as it is.
    Q_INVOKABLE QString digits(const QString& text) const;
    /// What a person typed, for a number, date or phone field: ASCII digits, point, minus.
    Q_INVOKABLE QString plainNumber(const QString& text) const;
    /// Persian and Arabic-Indic digits as ASCII, letter for letter, so that a cursor keeps its place.
    Q_INVOKABLE QString latinDigits(const QString& text) const;
    /// With thousands marks, the decimals it has, and U+2212 for minus.
    Q_INVOKABLE QString number(double value) const;
    /// A number as it stands in an answer ("12.50"), in the person's digits.
    Q_INVOKABLE QString answerNumber(const QString& lexical) const;
    /// The same with thousands marks; what is no number, as answerNumber().
    Q_INVOKABLE QString groupedNumber(const QString& lexical) const;
    /// What a field of numbers shows after a key: {text, cursor}, in the person's digits, the cursor behind the same digit.
    /// \p typed may hold any digits and the marks shown before.
    Q_INVOKABLE QVariantMap typedNumber(const QString& typed, int cursor, bool grouped) const;
    /// The whole number so many more or less, exactly however long it is; empty when it is none.
    Q_INVOKABLE QString steppedNumber(const QString& lexical, int by) const;
    /// The day in another calendar, in words: "ethiopian", "coptic", "islamic", "buddhist", "persian" or
    /// "gregorian". Empty for a calendar that is not known here, and for what is no date.
    Q_INVOKABLE QString dateIn(const QString& calendar, const QString& iso) const;
    /// A code, version, coordinate or file name inside a sentence: left to right, unturned.
    Q_INVOKABLE QString code(const QString& text) const;
    /// Words of a form or of a record inside a paragraph of that direction: right to left, numbers in the person's digits, and
    /// codes (whatever holds a Latin letter), coordinates and versions as they are, unturned; left to right, Persian parts
    /// keep to themselves, so that what follows them is not turned round. The paragraph's own direction is lead()'s.
    Q_INVOKABLE QString worded(const QString& text, bool rightToLeft) const;
    /// The same in the direction of the interface.
    QString worded(const std::string& utf8) const { return worded(QString::fromStdString(utf8), rightToLeft()); }
    /// \p text as a paragraph of that direction, whatever letter it begins with.
    Q_INVOKABLE QString lead(const QString& text, bool rightToLeft) const;
    /// Words of a person inside a sentence, in their own direction.
    Q_INVOKABLE QString quoted(const QString& text) const;
    Q_INVOKABLE QString distance(double metres) const;
    Q_INVOKABLE QString metres(double metres) const;
    Q_INVOKABLE QString size(double bytes) const;
    Q_INVOKABLE QString percent(double share) const;

    /// "" for what is not a date. \p iso begins with YYYY-MM-DD.
    Q_INVOKABLE QString longDate(const QString& iso) const;
    Q_INVOKABLE QString gregorianDate(const QString& iso) const;
    Q_INVOKABLE QVariantList jalaliParts(const QString& iso) const;
    /// "" when there is no such day.
    Q_INVOKABLE QString isoFromJalali(int year, int month, int day) const;
    /// "in three days", "yesterday", counted from \p todayIso.
    Q_INVOKABLE QString daysAway(const QString& iso, const QString& todayIso) const;
    Q_INVOKABLE QStringList monthNames() const;

    QString longDate(base::Instant moment) const;
    /// As in rows: "today", "yesterday", "Sunday 1 Azar" within the year, else with the year.
    QString rowDate(base::Instant moment, base::Instant now) const;
    QString time(base::Instant moment) const;
    /// "today 10:05", "30 Aban 12:20".
    QString rowMoment(base::Instant moment, base::Instant now) const;
    QString isoDate(base::Instant moment) const;

signals:
    void languageChanged();

private:
    DisplayText();
    /// The nought of the digits in use.
    char16_t nought() const { return nought(rightToLeft()); }
    /// In words that run right to left, or not.
    char16_t nought(bool rightToLeft) const;
    /// The marks that go with them are U+066B and U+066C.
    bool easternDigits() const { return nought() != u'0'; }
    QString digits(const QString& text, char16_t nought) const;
    QString inRightToLeft(const QString& text) const;
    QString dayAndMonth(std::int64_t days, bool withYear) const;

    QString m_language = QStringLiteral("en");
    QString m_digitSet = QStringLiteral("auto");
    bool m_gregorianBeside = true;
    std::shared_ptr<const base::Zone> m_zone;
};

} // namespace tashilgar::viewmodels
