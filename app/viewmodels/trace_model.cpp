#include "app/viewmodels/trace_model.h"

#include "app/viewmodels/display_text.h"

#include <cmath>

namespace tashilgar::viewmodels {

namespace {

/// A drawing is taken back no further than this.
constexpr qsizetype kStepsBack = 200;
/// Looking for crossings costs the square of the corners: beyond this a walked shape is believed.
constexpr std::size_t kCornersCompared = 400;

} // namespace

TraceModel::TraceModel(QObject* parent)
    : RowModel({{"number", [](const TraceRow& row) { return row.number; }},
                   {"coordinates", [](const TraceRow& row) { return row.coordinates; }},
                   {"accuracy", [](const TraceRow& row) { return row.accuracy; }},
                   {"latitude", [](const TraceRow& row) { return row.latitude; }},
                   {"longitude", [](const TraceRow& row) { return row.longitude; }}},
        [](const TraceRow& row) { return row.number; }, parent)
{
    connect(&DisplayText::instance(), &DisplayText::languageChanged, this, &TraceModel::fill);
}

void TraceModel::setValue(const QString& value)
{
    if (value == m_value)
        return;
    if (m_back == value) {
        if (!m_before.isEmpty())
            m_before.removeLast();
    } else if (!m_points.empty()) {
        m_before << m_value;
        if (m_before.size() > kStepsBack)
            m_before.removeFirst();
    }
    m_back.reset();
    m_value = value;
    fill();
}

void TraceModel::setClosed(bool closed)
{
    m_closed = closed;
    fill();
}

void TraceModel::fill()
{
    m_points = m_closed ? groundCorners(m_value) : groundPoints(m_value);
    const DisplayText& display = DisplayText::instance();
    std::vector<TraceRow> rows;
    rows.reserve(m_points.size());
    for (const GroundPoint& point : m_points) {
        TraceRow row;
        row.number = display.digits(QString::number(rows.size() + 1));
        row.coordinates = display.code(QStringLiteral("%1, %2").arg(point.latitude, 0, 'f', 5).arg(point.longitude, 0, 'f', 5));
        row.accuracy = point.accuracy && *point.accuracy > 0 ? display.metres(*point.accuracy) : QString();
        row.latitude = point.latitude;
        row.longitude = point.longitude;
        rows.push_back(std::move(row));
    }
    setRows(std::move(rows));
    emit shown();
}

QString TraceModel::answerOf(const std::vector<GroundPoint>& points) const
{
    QStringList pieces;
    for (const GroundPoint& point : points)
        pieces << geopointOf(point);
    if (m_closed && pieces.size() > 2)
        pieces << pieces.first();
    return pieces.join(QStringLiteral("; "));
}

QString TraceModel::lengthText() const
{
    std::vector<GroundPoint> way = m_points;
    if (m_closed && way.size() > 2)
        way.push_back(way.front());
    return DisplayText::instance().distance(groundLength(way));
}

QString TraceModel::areaText() const
{
    if (!m_closed || m_points.size() < 3)
        return {};
    const double metres = groundArea(m_points);
    const DisplayText& display = DisplayText::instance();
    if (metres < 10'000)
        return tr("%1 m²").arg(display.number(std::round(metres)));
    return tr("%1 hectares").arg(display.number(std::round(metres / 100) / 100));
}

QString TraceModel::trouble() const
{
    if (m_points.size() == 1)
        return m_closed ? tr("An area needs two more corners.") : tr("A line needs one more point.");
    if (m_closed && m_points.size() == 2)
        return tr("An area needs one more corner.");
    if (m_closed && m_points.size() <= kCornersCompared && crossesItself(m_points))
        return tr("Two sides of this area cross. Move a corner, or take one back.");
    return {};
}

QString TraceModel::with(double latitude, double longitude) const
{
    std::vector<GroundPoint> points = m_points;
    points.push_back({latitude, longitude, {}, {}});
    return answerOf(points);
}

QString TraceModel::withFix(const QString& fix) const
{
    std::vector<GroundPoint> points = m_points;
    const std::vector<GroundPoint> read = groundPoints(fix);
    points.insert(points.end(), read.begin(), read.end());
    return read.empty() ? m_value : answerOf(points);
}

QString TraceModel::moved(int row, double latitude, double longitude) const
{
    if (row < 0 || row >= rowCount())
        return m_value;
    std::vector<GroundPoint> points = m_points;
    points[static_cast<std::size_t>(row)] = {latitude, longitude, {}, {}};
    return answerOf(points);
}

QString TraceModel::without(int row) const
{
    if (row < 0 || row >= rowCount())
        return m_value;
    std::vector<GroundPoint> points = m_points;
    points.erase(points.begin() + row);
    return answerOf(points);
}

QString TraceModel::undone()
{
    m_back = m_before.isEmpty() ? without(rowCount() - 1) : m_before.last();
    return *m_back;
}

} // namespace tashilgar::viewmodels
