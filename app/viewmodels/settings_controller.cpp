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

QString SettingsController::language() const
{
    return m_settings.value(QStringLiteral("language"), QStringLiteral("fa")).toString();
}

void SettingsController::setLanguage(const QString& language)
{
    if (language == this->language())
        return;
    m_settings.setValue(QStringLiteral("language"), language);
    emit languageChanged();
}

bool SettingsController::rightToLeft() const
{
    return language() != u"en";
}

QString SettingsController::theme() const
{
    return m_settings.value(QStringLiteral("theme"), QStringLiteral("light")).toString();
}

void SettingsController::setTheme(const QString& theme)
{
    m_settings.setValue(QStringLiteral("theme"), theme);
    emit changed();
}

double SettingsController::textScale() const
{
    return m_settings.value(QStringLiteral("textScale"), 1.0).toDouble();
}

void SettingsController::setTextScale(double scale)
{
    m_settings.setValue(QStringLiteral("textScale"), scale);
    emit changed();
}

bool SettingsController::lessMotion() const
{
    return m_settings.value(QStringLiteral("lessMotion"), false).toBool();
}

void SettingsController::setLessMotion(bool less)
{
    m_settings.setValue(QStringLiteral("lessMotion"), less);
    emit changed();
}

QString SettingsController::positionSource() const
{
    return m_settings.value(QStringLiteral("positionSource"), QStringLiteral("system")).toString();
}

void SettingsController::setPositionSource(const QString& source)
{
    m_settings.setValue(QStringLiteral("positionSource"), source);
    emit positionChanged();
}

QString SettingsController::positionAddress() const
{
    return m_settings.value(QStringLiteral("positionAddress")).toString();
}

void SettingsController::setPositionAddress(const QString& address)
{
    m_settings.setValue(QStringLiteral("positionAddress"), address);
    emit positionChanged();
}

QString SettingsController::version() const
{
    return QCoreApplication::applicationVersion();
}

} // namespace tashilgar::viewmodels
