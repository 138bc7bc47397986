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

void EnrolmentController::join(const QString& code, const QString& address)
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
    m_join(code.trimmed(), addresses, [self = QPointer(this)](base::Result<JoinedAs> result) {
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
