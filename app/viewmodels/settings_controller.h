#pragma once

#include <QObject>
#include <QSettings>
#include <QtQml/qqmlregistration.h>

namespace tashilgar::viewmodels {

/// What a person has chosen about the app itself. Each change applies, and is written, at once.
class SettingsController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(bool rightToLeft READ rightToLeft NOTIFY languageChanged)
    Q_PROPERTY(QString theme READ theme WRITE setTheme NOTIFY changed)
    Q_PROPERTY(double textScale READ textScale WRITE setTextScale NOTIFY changed)
    Q_PROPERTY(QString digits READ digits WRITE setDigits NOTIFY changed)
    Q_PROPERTY(bool gregorian READ gregorian WRITE setGregorian NOTIFY changed)
    Q_PROPERTY(QString hand READ hand WRITE setHand NOTIFY changed)
    Q_PROPERTY(bool swipe READ swipe WRITE setSwipe NOTIFY changed)
    Q_PROPERTY(bool wholePages READ wholePages WRITE setWholePages NOTIFY wholePagesChanged)
    Q_PROPERTY(bool lessMotion READ lessMotion WRITE setLessMotion NOTIFY changed)
    Q_PROPERTY(QString positionSource READ positionSource WRITE setPositionSource NOTIFY positionChanged)
    Q_PROPERTY(QString positionAddress READ positionAddress WRITE setPositionAddress NOTIFY positionChanged)
    Q_PROPERTY(QString version READ version CONSTANT)

public:
    /// \p file is an INI file; it and its folder are made when something is first written.
    explicit SettingsController(const QString& file, QObject* parent = nullptr);

    /// "fa", "ckb" or "en".
    QString language() const;
    void setLanguage(const QString& language);
    bool rightToLeft() const;
    /// "light", "dark" or "sun".
    QString theme() const;
    void setTheme(const QString& theme);
    double textScale() const;
    void setTextScale(double scale);
    /// "auto", "fa", "ar" or "latn", as DisplayText::setDigitSet().
    QString digits() const;
    void setDigits(const QString& set);
    /// Whether the Gregorian day stands beside the Jalali one.
    bool gregorian() const;
    void setGregorian(bool beside);
    /// The hand that works: "auto" (rail and sheets where the language begins and ends), "right" or "left".
    QString hand() const;
    void setHand(const QString& hand);
    /// Whether a swipe over a page of questions turns it. Buttons always do.
    bool swipe() const;
    void setSwipe(bool swipe);
    /// A group of questions is a page; else each question is.
    bool wholePages() const;
    void setWholePages(bool whole);
    bool lessMotion() const;
    void setLessMotion(bool less);
    /// "system", "file" (an NMEA record), "serial" or "tcp".
    QString positionSource() const;
    void setPositionSource(const QString& source);
    /// Path of the file or port, or host:port.
    QString positionAddress() const;
    void setPositionAddress(const QString& address);
    QString version() const;

signals:
    void languageChanged();
    void changed();
    void wholePagesChanged();
    void positionChanged();

private:
    QString word(const char* name, const char* usual) const;
    bool yes(const char* name, bool usual) const;
    /// Writes the choice; true when it is another than before.
    bool choose(const char* name, const QVariant& value);

    QSettings m_settings;
};

} // namespace tashilgar::viewmodels
