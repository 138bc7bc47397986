#include "app/viewmodels/copy_controller.h"

#include "app/viewmodels/display_text.h"
#include "app/viewmodels/error_text.h"

namespace tashilgar::viewmodels {

CopyController::CopyController(Wishes wishes, QObject* parent)
    : QObject(parent)
    , m_wishes(std::move(wishes))
{
}

void CopyController::show(const CopyStatus& status)
{
    const bool cameBack = status.restored && *status.restored && (*status.restored)->records + (*status.restored)->drafts > 0;
    auto told = status.restored ? status.restored : std::move(m_status.restored);
    m_status = status;
    m_status.restored = std::move(told);
    emit changed();
    if (cameBack)
        emit recordsChanged();
}

QString CopyController::title() const
{
    if (m_status.place.isEmpty())
        return tr("No second place");
    const auto& trouble = m_status.report.trouble;
    if (!trouble)
        return m_status.report.wanted == 0 ? tr("Nothing is unsent") : tr("Copied");
    if (trouble->code == store::kCopyGone)
        return tr("The card is not there");
    if (trouble->code == store::kCopyForeign)
        return tr("The copy of another tablet is there");
    if (trouble->code == base::kDiskFull)
        return tr("The second place is full");
    return tr("The second place does not take it");
}

QString CopyController::sentence() const
{
    const DisplayText& display = DisplayText::instance();
    if (m_status.place.isEmpty())
        return tr("Unsent records and drafts are on this tablet only. Put in a card or a stick and choose it.");
    const auto& report = m_status.report;
    const QString amount = tr("%1 of %2", "copied, unsent").arg(display.number(report.present), display.number(report.wanted));
    if (!report.trouble) {
        return report.wanted == 0 ? tr("What you fill next is copied there, sealed.")
                                  : display.digits(tr("%n unsent record(s) and draft(s) also lie there, sealed.", nullptr, static_cast<int>(report.present)));
    }
    if (report.trouble->code == store::kCopyGone)
        return tr("Everything is safe on the tablet. The copy goes on when the card is back.");
    if (report.trouble->code == store::kCopyForeign)
        return tr("Nothing was changed there. Choose another folder.");
    if (report.trouble->code == base::kDiskFull)
        return tr("%1 are copied; the rest is safe on the tablet. Make room there, or send what waits.").arg(amount);
    return tr("%1 are copied; what was written last does not read back. Everything is safe on the tablet; take another card.").arg(amount);
}

QString CopyController::tone() const
{
    if (m_status.place.isEmpty())
        return QStringLiteral("plain");
    return m_status.report.trouble ? QStringLiteral("waiting") : QStringLiteral("good");
}

QString CopyController::glyph() const
{
    return m_status.report.trouble ? QStringLiteral("error") : QStringLiteral("sd_card");
}

QString CopyController::restoredText() const
{
    if (!m_status.restored)
        return {};
    const DisplayText& display = DisplayText::instance();
    const auto& restored = *m_status.restored;
    if (!restored && restored.error().code == store::kCopyForeign)
        return tr("This is the copy of another tablet. The office can read its key to you.");
    if (!restored && restored.error().code == store::kCopyGone)
        return tr("There is no copy in this place.");
    if (!restored)
        return tellOf(restored.error());
    QString text = display.digits(tr("%n record(s) came back.", nullptr, static_cast<int>(restored->records))) + u' '
        + display.digits(tr("%n draft(s) came back.", nullptr, static_cast<int>(restored->drafts)));
    if (restored->already + restored->differing > 0)
        text += u' ' + display.digits(tr("%n were here already.", nullptr, static_cast<int>(restored->already + restored->differing)));
    if (restored->broken + restored->filesMissing > 0)
        text += u' ' + display.digits(tr("%n file(s) of the copy do not open.", nullptr, static_cast<int>(restored->broken + restored->filesMissing)));
    return text;
}

void CopyController::use(const QString& place)
{
    if (m_wishes.use)
        m_wishes.use(place.trimmed());
}

void CopyController::restore(const QString& place, const QString& key)
{
    if (m_wishes.restore)
        m_wishes.restore(place.trimmed(), key.trimmed());
}

} // namespace tashilgar::viewmodels
