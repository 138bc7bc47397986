#include "app/viewmodels/enrolment_controller.h"

#include "app/viewmodels/error_text.h"

#include <QPointer>

namespace tashilgar::viewmodels {

EnrolmentController::EnrolmentController(Join join, QObject* parent)
    : QObject(parent)
    , m_join(std::move(join))
{
}

void EnrolmentController::setJoined(const JoinedAs& as)
{
    m_as = as;
    m_joined = true;
    m_step = QStringLiteral("done");
    emit changed();
}

void EnrolmentController::goTo(const QString& step)
{
    m_step = step;
    m_trouble.clear();
    emit changed();
}

bool EnrolmentController::isServer(const QString& code) const
{
    const QString typed = code.trimmed();
    return typed.startsWith(QLatin1String("https://"), Qt::CaseInsensitive) || typed.startsWith(QLatin1String("http://"), Qt::CaseInsensitive);
}

void EnrolmentController::join(const QString& code, const QString& address, const QString& username, const QString& password)
{
    if (m_busy)
        return;
    if (code.trimmed().isEmpty()) {
        m_trouble = tr("Type or paste the code that the supervisor shows.");
        emit changed();
        return;
    }
    m_busy = true;
    m_trouble.clear();
    emit changed();
    const QStringList addresses = address.trimmed().isEmpty() ? QStringList() : QStringList(address.trimmed());
    m_join({code.trimmed(), addresses, username.trimmed(), password}, [self = QPointer(this)](base::Result<JoinedAs> result) {
        if (!self)
            return;
        self->m_busy = false;
        if (result) {
            self->m_as = *result;
            self->m_joined = true;
            self->m_step = QStringLiteral("forms");
        } else {
            self->m_trouble = tellOf(result.error());
        }
        emit self->changed();
        if (result)
            emit self->joinedNow();
    });
}

void EnrolmentController::finish()
{
    goTo(QStringLiteral("done"));
}

void EnrolmentController::joinAgain()
{
    goTo(QStringLiteral("code"));
}

} // namespace tashilgar::viewmodels
