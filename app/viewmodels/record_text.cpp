#include "app/viewmodels/record_text.h"

#include "app/viewmodels/display_text.h"
#include "app/viewmodels/error_text.h"

#include <QCoreApplication>

namespace tashilgar::viewmodels {

using store::SubmissionState;

namespace {

QString words(const char* source, int count = -1)
{
    return DisplayText::instance().digits(QCoreApplication::translate("RecordText", source, nullptr, count));
}

} // namespace

QString stateName(SubmissionState state)
{
    switch (state) {
    case SubmissionState::Waiting:
        return QStringLiteral("waiting");
    case SubmissionState::Partial:
        return QStringLiteral("partial");
    case SubmissionState::Safe:
        return QStringLiteral("safe");
    case SubmissionState::Refused:
        break;
    }
    return QStringLiteral("refused");
}

QString stateText(const store::SubmissionSummary& record)
{
    if (record.receipt && !record.receipt->isSigned())
        return words(QT_TRANSLATE_NOOP("RecordText", "Taken by the server"));
    switch (record.state) {
    case SubmissionState::Waiting:
        return words(QT_TRANSLATE_NOOP("RecordText", "Ready to send"));
    case SubmissionState::Partial:
        return words(QT_TRANSLATE_NOOP("RecordText", "Files on the way"));
    case SubmissionState::Safe:
        return words(QT_TRANSLATE_NOOP("RecordText", "Has a receipt"));
    case SubmissionState::Refused:
        break;
    }
    return words(QT_TRANSLATE_NOOP("RecordText", "Needs a look"));
}

QString recordDetail(const store::SubmissionSummary& record)
{
    switch (record.state) {
    case SubmissionState::Partial:
        return words(QT_TRANSLATE_N_NOOP("RecordText", "The answers arrived; %n file(s) on the way."), static_cast<int>(record.filesWaiting));
    case SubmissionState::Refused:
        return tellOf(record.reasonCode, record.reason);
    case SubmissionState::Waiting:
        if (!record.reasonCode.empty())
            return tellOf(record.reasonCode, record.reason);
        break;
    case SubmissionState::Safe:
        break;
    }
    return record.files == 0 ? QString() : words(QT_TRANSLATE_N_NOOP("RecordText", "%n file(s)"), static_cast<int>(record.files));
}

QString receiptSentence(const store::SubmissionSummary& record, base::Instant now)
{
    if (!record.receipt)
        return {};
    const DisplayText& display = DisplayText::instance();
    if (!record.receipt->isSigned()) {
        return QCoreApplication::translate("RecordText", "The server %1 answered that it took this record. It signs no receipt, so the record stays on this tablet.")
                   .arg(display.code(QString::fromStdString(record.receipt->hubName)))
            + u' ' + display.rowMoment(record.receipt->hubTime, now);
    }
    const QString held = record.files == 0
        ? words(QT_TRANSLATE_NOOP("RecordText", "The office holds this record."))
        : words(QT_TRANSLATE_N_NOOP("RecordText", "The office holds this record and %n file(s)."), static_cast<int>(record.files));
    return held + u' ' + display.rowMoment(record.receipt->hubTime, now);
}

} // namespace tashilgar::viewmodels
