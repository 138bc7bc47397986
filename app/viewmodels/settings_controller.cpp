#include "app/viewmodels/settings_controller.h"

#include "app/viewmodels/display_text.h"

#include <QCoreApplication>

namespace tashilgar::viewmodels {

SettingsController::SettingsController(const QString& file, QObject* parent)
    : QObject(parent)
    , m_settings(file, QSettings::IniFormat)
{
    DisplayText::instance().setLanguage(language());
}

QString SettingsController::word(const char* name, const char* usual) const
{
    return m_settings.value(QString::fromLatin1(name), QString::fromLatin1(usual)).toString();
}

bool SettingsController::yes(const char* name, bool usual) const
{
    return m_settings.value(QString::fromLatin1(name), usual).toBool();
}

bool SettingsController::choose(const char* name, const QVariant& value)
{
    const QString key = QString::fromLatin1(name);
    if (m_settings.value(key) == value)
        return false;
    m_settings.setValue(key, value);
    return true;
}

QString SettingsController::language() const
{
    return word("language", "fa");
}

void SettingsController::setLanguage(const QString& language)
{
    if (language != this->language() && choose("language", language))
        emit languageChanged();
}

bool SettingsController::rightToLeft() const
{
    return language() != u"en";
}

QString SettingsController::theme() const
{
    return word("theme", "light");
}

void SettingsController::setTheme(const QString& theme)
{
    if (choose("theme", theme))
        emit changed();
}

double SettingsController::textScale() const
{
    return m_settings.value(QStringLiteral("textScale"), 1.0).toDouble();
}

void SettingsController::setTextScale(double scale)
{
    if (choose("textScale", scale))
        emit changed();
}

QString SettingsController::digits() const
{
    return word("digits", "auto");
}

void SettingsController::setDigits(const QString& set)
{
    if (!choose("digits", set))
        return;
    emit changed();
    emit languageChanged(); // every number is written anew
}

bool SettingsController::gregorian() const
{
    return yes("gregorian", true);
}

void SettingsController::setGregorian(bool beside)
{
    if (!choose("gregorian", beside))
        return;
    emit changed();
    emit languageChanged(); // every date is written anew
}

QString SettingsController::hand() const
{
    return word("hand", "auto");
}

void SettingsController::setHand(const QString& hand)
{
    if (choose("hand", hand))
        emit changed();
}

bool SettingsController::swipe() const
{
    return yes("swipe", true);
}

void SettingsController::setSwipe(bool swipe)
{
    if (choose("swipe", swipe))
        emit changed();
}

bool SettingsController::wholePages() const
{
    return yes("wholePages", false);
}

void SettingsController::setWholePages(bool whole)
{
    if (choose("wholePages", whole))
        emit wholePagesChanged();
}

bool SettingsController::lessMotion() const
{
    return yes("lessMotion", false);
}

void SettingsController::setLessMotion(bool less)
{
    if (choose("lessMotion", less))
        emit changed();
}

QString SettingsController::positionSource() const
{
    return word("positionSource", "system");
}

void SettingsController::setPositionSource(const QString& source)
{
    if (choose("positionSource", source))
        emit positionChanged();
}

QString SettingsController::positionAddress() const
{
    return word("positionAddress", "");
}

void SettingsController::setPositionAddress(const QString& address)
{
    if (choose("positionAddress", address))
        emit positionChanged();
}

QString SettingsController::version() const
{
    return QCoreApplication::applicationVersion();
}

} // namespace tashilgar::viewmodels
