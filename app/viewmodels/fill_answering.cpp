#include "app/viewmodels/fill_controller.h"

#include "app/viewmodels/error_text.h"

namespace tashilgar::viewmodels {

bool FillController::answer(const QString& ref, const QString& value)
{
    return m_filling && succeeded(m_filling->answer(ref.toStdString(), value.toStdString()));
}

bool FillController::choose(const QString& ref, const QString& value, bool chosen)
{
    if (!m_filling)
        return false;
    const auto view = m_filling->entry().view(ref.toStdString());
    if (!view)
        return false;
    if (!view->multiple)
        return answer(ref, chosen ? value : QString());
    QStringList held = QString::fromStdString(view->value).split(u' ', Qt::SkipEmptyParts);
    held.removeAll(value);
    if (chosen)
        held << value;
    return answer(ref, held.join(u' '));
}

bool FillController::overrule(const QString& ref, const QString& reason)
{
    return m_filling && succeeded(m_filling->overrule(ref.toStdString(), reason.toStdString()));
}

void FillController::sayWhyChanged(const QString& reason)
{
    if (m_filling)
        m_filling->sayWhyChanged(reason.toStdString());
}

bool FillController::moveRank(const QString& ref, int from, int to)
{
    const int row = m_questions.rowOf(ref);
    if (row < 0)
        return false;
    const ChoiceModel* choices = m_questions.rows()[static_cast<std::size_t>(row)].choices;
    if (!choices)
        return false;
    QStringList order;
    for (const ChoiceRow& choice : choices->rows())
        order << choice.value;
    if (from < 0 || to < 0 || from >= order.size() || to >= order.size())
        return false;
    order.move(from, to);
    return answer(ref, order.join(u' '));
}

QString FillController::addRepeat(const QString& range)
{
    if (!m_filling)
        return {};
    emit aboutToMove();
    const auto instance = m_filling->addRepeat(range.toStdString());
    if (!instance) {
        succeeded(tl::unexpected(instance.error()));
        return {};
    }
    const bool stays = step() == u"list" || step() == u"roster";
    succeeded({});
    if (const auto fresh = stepWith(m_filling->entry(), *instance, m_paging); fresh && !stays)
        place(*fresh, 1);
    return QString::fromStdString(*instance);
}

bool FillController::removeRepeat(const QString& instance)
{
    return m_filling && succeeded(m_filling->removeRepeat(instance.toStdString()));
}

bool FillController::attachFile(const QString& ref, const QString& file)
{
    if (!m_filling)
        return false;
    const QString path = file.startsWith(u"file:") ? QUrl(file).toLocalFile() : file;
    const auto name = m_filling->attach(ref.toStdString(), std::filesystem::path(path.toStdString()));
    return succeeded(name ? base::Result<void>() : tl::unexpected(name.error()));
}

// Typing that is not an answer yet ----------------------------------------------------------------------------------

void FillController::keepTyped(const QString& ref, const QString& typedText)
{
    if (!m_filling)
        return;
    const auto kept = m_filling->keepTyped(ref.toStdString(), typedText.toStdString());
    if (!kept)
        tell(tellOf(kept.error()));
}

bool FillController::hasTyped(const QString& ref) const
{
    return m_filling && m_filling->typed() && m_filling->typed()->ref == ref.toStdString();
}

QString FillController::typedIn(const QString& ref) const
{
    return hasTyped(ref) ? QString::fromStdString(m_filling->typed()->text) : QString();
}

QString FillController::typedRef() const
{
    return m_filling && m_filling->typed() ? QString::fromStdString(m_filling->typed()->ref) : QString();
}

} // namespace tashilgar::viewmodels
