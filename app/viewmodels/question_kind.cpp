#include "app/viewmodels/question_kind.h"

#include "app/base/text.h"
#include "app/viewmodels/display_text.h"
#include "app/viewmodels/form_words.h"
#include "app/viewmodels/grid_model.h"

#include <QCoreApplication>

#include <algorithm>

namespace tashilgar::viewmodels {

using forms::DataType;
using forms::NodeKind;

bool hasAppearance(const forms::NodeView& view, std::string_view word)
{
    const auto words = base::splitWords(view.appearance);
    return std::find(words.begin(), words.end(), word) != words.end();
}

namespace {

QString controlForInput(const forms::NodeView& view)
{
    switch (view.type) {
    case DataType::Int:
        return QStringLiteral("Integer");
    case DataType::Decimal:
        return QStringLiteral("Decimal");
    case DataType::Date:
        return QStringLiteral("Date");
    case DataType::Time:
        return QStringLiteral("Time");
    case DataType::DateTime:
        return QStringLiteral("DateTime");
    case DataType::Geopoint:
        return QStringLiteral("Geopoint");
    case DataType::Geotrace:
        return QStringLiteral("Geotrace");
    case DataType::Geoshape:
        return QStringLiteral("Geoshape");
    case DataType::Barcode:
        return QStringLiteral("Barcode");
    case DataType::Binary:
    case DataType::Intent:
        return QStringLiteral("Unknown");
    default:
        break;
    }
    if (hasAppearance(view, "multiline"))
        return QStringLiteral("Multiline");
    return hasAppearance(view, "numbers") ? QStringLiteral("Digits") : QStringLiteral("Text");
}

QString controlForUpload(const forms::NodeView& view)
{
    const bool drawn = hasAppearance(view, "signature") || hasAppearance(view, "draw");
    if (view.mediaType.starts_with("image"))
        return drawn ? QStringLiteral("Signature") : QStringLiteral("Image");
    if (view.mediaType.starts_with("audio"))
        return QStringLiteral("Audio");
    if (view.mediaType.starts_with("video"))
        return QStringLiteral("Video");
    return QStringLiteral("File");
}

} // namespace

QString controlFor(const forms::NodeView& view)
{
    switch (view.kind) {
    case NodeKind::Root:
    case NodeKind::Group:
        return QStringLiteral("Group");
    case NodeKind::Repeat:
        return QStringLiteral("Instance");
    case NodeKind::RepeatRange:
        return QStringLiteral("Repeat");
    case NodeKind::Note:
        return QStringLiteral("Note");
    case NodeKind::Value:
        return QStringLiteral("Unknown");
    default:
        break;
    }
    if (view.readonly)
        return QStringLiteral("Note");
    switch (view.kind) {
    case NodeKind::Trigger:
        return QStringLiteral("Acknowledge");
    case NodeKind::Select:
        if (view.multiple)
            return QStringLiteral("SelectMany");
        return hasAppearance(view, "likert") ? QStringLiteral("Likert") : QStringLiteral("SelectOne");
    case NodeKind::Rank:
        return QStringLiteral("Rank");
    case NodeKind::Range:
        return QStringLiteral("Range");
    case NodeKind::Upload:
        return controlForUpload(view);
    default:
        return controlForInput(view);
    }
}

bool takesAnswer(const forms::NodeView& view)
{
    switch (view.kind) {
    case NodeKind::Input:
    case NodeKind::Select:
    case NodeKind::Rank:
    case NodeKind::Range:
    case NodeKind::Trigger:
    case NodeKind::Upload:
        return !view.readonly && !isGridHead(view);
    default:
        return false;
    }
}

namespace {

QString shownChoices(const forms::NodeView& view, bool rightToLeft)
{
    QStringList labels;
    const auto held = view.kind == NodeKind::Select && !view.multiple
        ? std::vector<std::string_view>{view.value}
        : base::splitWords(view.value);
    for (const std::string_view value : held) {
        const auto choice = std::find_if(
            view.choices.begin(), view.choices.end(), [value](const forms::Choice& c) { return c.value == value; });
        labels << formWords(choice == view.choices.end() ? std::string(value) : choice->label, rightToLeft);
    }
    return labels.join(QCoreApplication::translate("ChoiceModel", ", "));
}

QString shownPoints(const QString& value)
{
    const auto points = value.split(u';', Qt::SkipEmptyParts).size();
    return DisplayText::instance().digits(QCoreApplication::translate("Question", "%n point(s)", nullptr, static_cast<int>(points)));
}

} // namespace

QString shownAnswer(const forms::NodeView& view, bool rightToLeft)
{
    const DisplayText& display = DisplayText::instance();
    const QString value = QString::fromStdString(view.value);
    if (value.isEmpty())
        return {};
    if (view.kind == NodeKind::Select || view.kind == NodeKind::Rank)
        return shownChoices(view, rightToLeft);
    if (view.kind == NodeKind::Trigger)
        return QCoreApplication::translate("Question", "Confirmed");
    switch (view.type) {
    case DataType::Int:
    case DataType::Decimal:
        return display.answerNumber(value);
    case DataType::Date:
        return display.longDate(value);
    case DataType::DateTime:
        return display.longDate(value) + u' ' + display.digits(value.mid(11, 5));
    case DataType::Time:
        return display.digits(value.left(5));
    case DataType::Geopoint: {
        const QStringList parts = value.split(u' ');
        return parts.size() > 1 ? display.code(parts[0] + QStringLiteral(", ") + parts[1]) : value;
    }
    case DataType::Geotrace:
    case DataType::Geoshape:
        return shownPoints(value);
    case DataType::Barcode: // which the form keeps from the eyes of whoever stands beside
        return hasAppearance(view, "hidden-answer") ? QStringLiteral("•••") : value;
    default:
        return value;
    }
}

} // namespace tashilgar::viewmodels
