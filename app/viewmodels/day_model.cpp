#include "app/viewmodels/day_model.h"

#include "app/base/text.h"
#include "app/viewmodels/display_text.h"
#include "platform/positioning/fix.h"

#include <cstdlib>

namespace tashilgar::viewmodels {

using fieldwork::DueItem;

namespace {

/// As many as a day of walking; the count tells the others.
constexpr std::ptrdiff_t kRowsShown = 12;

std::optional<platform::Fix> placeOf(const std::string& answer)
{
    const auto parts = base::splitWords(answer);
    if (parts.size() < 2)
        return {};
    platform::Fix fix;
    fix.latitude = std::strtod(std::string(parts[0]).c_str(), nullptr);
    fix.longitude = std::strtod(std::string(parts[1]).c_str(), nullptr);
    return fix;
}

double distanceOf(const DueItem& item, const std::optional<platform::Fix>& here)
{
    if (!here || !item.latitude || !item.longitude)
        return -1;
    platform::Fix there;
    there.latitude = *item.latitude;
    there.longitude = *item.longitude;
    return platform::distanceMetres(*here, there);
}

QString visitText(std::uint32_t before)
{
    switch (before) {
    case 0:
        return DayModel::tr("first visit");
    case 1:
        return DayModel::tr("second visit");
    case 2:
        return DayModel::tr("third visit");
    default:
        return DisplayText::instance().digits(DayModel::tr("visit %1").arg(before + 1));
    }
}

DayRow rowOf(const DueItem& item, double metres, const QString& today)
{
    const DisplayText& display = DisplayText::instance();
    const QString due = QString::fromStdString(item.due);
    const bool late = due < today;
    DayRow row;
    row.key = QString::fromStdString(item.key);
    row.code = QString::fromStdString(item.code.empty() ? item.label : item.code);
    QString words = QString::fromStdString(item.label);
    if (words.startsWith(row.code)) // the list puts the code before the words
        words = words.mid(row.code.size()).trimmed();
    row.second = words.isEmpty() ? display.longDate(due) : display.worded(words, display.rightToLeft());
    row.glyph = item.issue ? QStringLiteral("construction") : QStringLiteral("door_front");
    row.formId = item.issue ? QStringLiteral("tsh_followup") : QStringLiteral("tsh_household");
    row.tag = item.issue ? DayModel::tr("due %1").arg(display.daysAway(due, today)) : visitText(item.visits);
    row.tagTone = item.issue && late ? QStringLiteral("stop") : QStringLiteral("waiting");
    row.tagGlyph = item.issue ? QStringLiteral("event") : QStringLiteral("schedule");
    row.code = display.worded(row.code, display.rightToLeft());
    row.distance = metres < 0 ? QString() : display.distance(metres);
    return row;
}

} // namespace

DayModel::DayModel(QObject* parent)
    : RowModel({{"key", [](const DayRow& row) { return row.key; }},
                   {"code", [](const DayRow& row) { return row.code; }},
                   {"second", [](const DayRow& row) { return row.second; }},
                   {"tag", [](const DayRow& row) { return row.tag; }},
                   {"tagTone", [](const DayRow& row) { return row.tagTone; }},
                   {"tagGlyph", [](const DayRow& row) { return row.tagGlyph; }},
                   {"glyph", [](const DayRow& row) { return row.glyph; }},
                   {"distance", [](const DayRow& row) { return row.distance; }},
                   {"formId", [](const DayRow& row) { return row.formId; }}},
        [](const DayRow& row) { return row.key; }, parent)
{
}

void DayModel::show(std::vector<DueItem> items, const std::string& here, const QString& today)
{
    const std::optional<platform::Fix> place = placeOf(here);
    if (place) {
        std::stable_sort(items.begin(), items.end(), [&place](const DueItem& a, const DueItem& b) {
            const double first = distanceOf(a, place);
            const double second = distanceOf(b, place);
            return first >= 0 && (second < 0 || first < second); // what has no place stands last
        });
    }
    const auto issues = static_cast<int>(std::count_if(items.begin(), items.end(), [](const DueItem& item) { return item.issue; }));
    const int doors = static_cast<int>(items.size()) - issues;
    const DisplayText& display = DisplayText::instance();
    QStringList parts;
    if (doors > 0)
        parts << display.digits(tr("%n door(s)", nullptr, doors));
    if (issues > 0)
        parts << display.digits(tr("%n issue(s)", nullptr, issues));
    m_summary = parts.join(tr(" and "));
    if (std::ssize(items) > kRowsShown)
        items.erase(items.begin() + kRowsShown, items.end());
    std::vector<DayRow> rows;
    for (const DueItem& item : items)
        rows.push_back(rowOf(item, distanceOf(item, place), today));
    setRows(std::move(rows));
    emit changed();
}

} // namespace tashilgar::viewmodels
