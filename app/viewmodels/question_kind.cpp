#include "app/viewmodels/question_kind.h"

#include "app/base/text.h"
#include "app/viewmodels/calendar_text.h"
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
    const std::string looks = base::toLowerAscii(view.appearance); // XLSForms write them in any case
    const auto words = base::splitWords(looks);
    return std::find(words.begin(), words.end(), word) != words.end();
}

namespace {

/// "ex:package(arguments)": another program of the tablet would give the answer.
bool isExternal(const forms::NodeView& view)
{
    const std::string looks = base::toLowerAscii(view.appearance);
    return looks.starts_with("ex:") || looks.find(" ex:") != std::string::npos;
}

QString controlForInput(const forms::NodeView& view)
{
    if (isExternal(view) || view.type == DataType::Intent)
        return view.type == DataType::Int || view.type == DataType::Decimal ? QStringLiteral("ExternalNumber") : QStringLiteral("External");
    if (hasAppearance(view, "counter") && view.type == DataType::Int)
        return QStringLiteral("Counter");
    if (hasAppearance(view, "bearing") && (view.type == DataType::Decimal || view.type == DataType::Int || view.type == DataType::String))
        return QStringLiteral("Bearing");
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
        return QStringLiteral("Unknown");
    default:
        break;
    }
    if (hasAppearance(view, "masked"))
        return QStringLiteral("Masked");
    if (hasAppearance(view, "url"))
        return QStringLiteral("Url");
    const auto rows = std::find_if(view.parameters.begin(), view.parameters.end(), [](const auto& p) { return p.name == "rows"; });
    if (hasAppearance(view, "multiline") || rows != view.parameters.end())
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
        if (hasAppearance(view, "image-map"))
            return QStringLiteral("ImageMap");
        if (hasAppearance(view, "map"))
            return QStringLiteral("ChoiceMap");
        if (view.multiple)
            return QStringLiteral("SelectMany");
        return hasAppearance(view, "likert") ? QStringLiteral("Likert") : QStringLiteral("SelectOne");
    case NodeKind::Rank:
        return QStringLiteral("Rank");
    case NodeKind::Range:
        if (hasAppearance(view, "rating"))
            return QStringLiteral("Rating");
        return hasAppearance(view, "picker") ? QStringLiteral("RangePicker") : QStringLiteral("Range");
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

/// A day in the calendar of the form where it asks for one, and so much of it as was asked.
QString shownDate(const forms::NodeView& view, const QString& value)
{
    const DisplayText& display = DisplayText::instance();
    const auto day = dayOfIso(value);
    if (day && (hasAppearance(view, "month-year") || hasAppearance(view, "year"))) {
        const bool gregorian = hasAppearance(view, "gregorian");
        const CalendarDate date = dateOf(*day, gregorian);
        const QString year = display.digits(QString::number(date.year));
        return hasAppearance(view, "year") ? year : monthNameOf(date.month, gregorian) + u' ' + year;
    }
    for (const char* calendar : {"ethiopian", "coptic", "islamic", "buddhist"}) {
        if (hasAppearance(view, calendar))
            return QCoreApplication::translate("Question", "%1, %2").arg(display.dateIn(QString::fromLatin1(calendar), value), display.longDate(value));
    }
    return display.longDate(value);
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
    if (hasAppearance(view, "masked") || hasAppearance(view, "hidden-answer"))
        return QString(6, QChar(0x2022)); // as many however long the answer is
    if (view.kind == NodeKind::Select || view.kind == NodeKind::Rank)
        return shownChoices(view, rightToLeft);
    if (view.kind == NodeKind::Trigger)
        return QCoreApplication::translate("Question", "Confirmed");
    switch (view.type) {
    case DataType::Int:
    case DataType::Decimal:
        return hasAppearance(view, "thousands-sep") ? display.groupedNumber(value) : display.answerNumber(value);
    case DataType::Date:
        return shownDate(view, value);
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
