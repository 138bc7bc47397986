#include "app/viewmodels/map_view.h"

#include "app/viewmodels/ground.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tashilgar::viewmodels {

namespace {

constexpr double kEquatorMetres = 40'075'016.686;
/// Where Web Mercator ends.
constexpr double kLastLatitude = 85.05112878;
/// A finger means what is this near.
constexpr double kReachPixels = 24;
/// What fit() leaves free at each side, and the least ground it shows across.
constexpr double kMarginPixels = 40;
constexpr double kLeastMetres = 30;
/// More geometries than a page shows at once need not be remembered.
constexpr std::size_t kRemembered = 200'000; // points, in all geometries together

double distanceToSegment(QPointF p, QPointF a, QPointF b)
{
    const QPointF along = b - a;
    const double length = QPointF::dotProduct(along, along);
    const double t = length > 0 ? std::clamp(QPointF::dotProduct(p - a, along) / length, 0.0, 1.0) : 0;
    const QPointF away = p - (a + t * along);
    return std::hypot(away.x(), away.y());
}

bool inside(const std::vector<QPointF>& ring, QPointF p)
{
    bool in = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        if ((ring[i].y() > p.y()) != (ring[j].y() > p.y())
            && p.x() < (ring[j].x() - ring[i].x()) * (p.y() - ring[i].y()) / (ring[j].y() - ring[i].y()) + ring[i].x())
            in = !in;
    }
    return in;
}

/// From \p edge to the next multiple of \p square: lines that keep to the ground when it is moved.
double firstLine(double edge, double square)
{
    return std::ceil(edge / square) * square - edge;
}

} // namespace

MapView::World MapView::worldOf(double latitude, double longitude)
{
    const double angle = std::clamp(latitude, -kLastLatitude, kLastLatitude) * std::numbers::pi / 180;
    return {(longitude + 180) / 360, (1 - std::asinh(std::tan(angle)) / std::numbers::pi) / 2};
}

void MapView::touched()
{
    ++m_revision;
    emit changed();
}

void MapView::setWidth(double width)
{
    m_width = width;
    touched();
}

void MapView::setHeight(double height)
{
    m_height = height;
    touched();
}

double MapView::latitude() const
{
    return std::atan(std::sinh(std::numbers::pi * (1 - 2 * m_centre.y))) * 180 / std::numbers::pi;
}

double MapView::longitude() const
{
    return m_centre.x * 360 - 180;
}

double MapView::metresPerPixel() const
{
    return m_worldPerPixel * kEquatorMetres * std::cos(latitude() * std::numbers::pi / 180);
}

void MapView::setMetresPerPixel(double metres)
{
    m_worldPerPixel = std::clamp(metres, kClosest, kWidest) / (kEquatorMetres * std::cos(latitude() * std::numbers::pi / 180));
}

double MapView::scaleMetres() const
{
    const double least = 60 * metresPerPixel();
    const double power = std::pow(10, std::floor(std::log10(least)));
    for (const double step : {1.0, 2.0, 5.0}) {
        if (step * power >= least)
            return step * power;
    }
    return 10 * power;
}

double MapView::gridLeft() const
{
    return firstLine(m_centre.x - m_width / 2 * m_worldPerPixel, scalePixels() * m_worldPerPixel) / m_worldPerPixel;
}

double MapView::gridTop() const
{
    return firstLine(m_centre.y - m_height / 2 * m_worldPerPixel, scalePixels() * m_worldPerPixel) / m_worldPerPixel;
}

void MapView::show(double latitude, double longitude, double metresPerPixel)
{
    m_centre = worldOf(latitude, longitude);
    setMetresPerPixel(metresPerPixel);
    touched();
}

void MapView::centre(double latitude, double longitude)
{
    show(latitude, longitude, metresPerPixel());
}

bool MapView::fit(const QStringList& geometries)
{
    World low{2, 2};
    World high{-1, -1};
    for (const QString& geometry : geometries) {
        for (const World& at : worldPoints(geometry)) {
            low = {std::min(low.x, at.x), std::min(low.y, at.y)};
            high = {std::max(high.x, at.x), std::max(high.y, at.y)};
        }
    }
    if (high.x < low.x)
        return false;
    m_centre = {(low.x + high.x) / 2, (low.y + high.y) / 2};
    const double room = std::max(1.0, std::min(m_width, m_height) - 2 * kMarginPixels);
    const double across = std::max({(high.x - low.x) / std::max(1.0, m_width - 2 * kMarginPixels),
        (high.y - low.y) / std::max(1.0, m_height - 2 * kMarginPixels)});
    m_worldPerPixel = across;
    setMetresPerPixel(std::max(metresPerPixel(), kLeastMetres / room));
    touched();
    return true;
}

void MapView::pan(double right, double down)
{
    m_centre.x = std::clamp(m_centre.x - right * m_worldPerPixel, 0.0, 1.0);
    m_centre.y = std::clamp(m_centre.y - down * m_worldPerPixel, 0.0, 1.0);
    touched();
}

void MapView::zoom(double factor, double x, double y)
{
    const QPointF away(x - m_width / 2, y - m_height / 2);
    const World held{m_centre.x + away.x() * m_worldPerPixel, m_centre.y + away.y() * m_worldPerPixel};
    setMetresPerPixel(metresPerPixel() / factor);
    m_centre = {held.x - away.x() * m_worldPerPixel, held.y - away.y() * m_worldPerPixel};
    touched();
}

QPointF MapView::screenOf(const World& at) const
{
    return {m_width / 2 + (at.x - m_centre.x) / m_worldPerPixel, m_height / 2 + (at.y - m_centre.y) / m_worldPerPixel};
}

QPointF MapView::screenOf(double latitude, double longitude) const
{
    return screenOf(worldOf(latitude, longitude));
}

QVariantList MapView::placeAt(double x, double y) const
{
    const double worldX = m_centre.x + (x - m_width / 2) * m_worldPerPixel;
    const double worldY = m_centre.y + (y - m_height / 2) * m_worldPerPixel;
    return {std::atan(std::sinh(std::numbers::pi * (1 - 2 * worldY))) * 180 / std::numbers::pi, worldX * 360 - 180};
}

const std::vector<MapView::World>& MapView::worldPoints(const QString& geometry) const
{
    if (const auto known = m_known.constFind(geometry); known != m_known.constEnd())
        return *known;
    std::vector<World> points;
    for (const GroundPoint& point : groundPoints(geometry))
        points.push_back(worldOf(point.latitude, point.longitude));
    m_knownPoints += points.size() + 1;
    if (m_knownPoints > kRemembered) {
        m_known.clear();
        m_knownPoints = points.size() + 1;
    }
    return *m_known.insert(geometry, std::move(points));
}

QVariantList MapView::path(const QString& geometry) const
{
    QVariantList points;
    for (const World& at : worldPoints(geometry))
        points << screenOf(at);
    return points;
}

int MapView::hit(const QStringList& geometries, double x, double y) const
{
    const QPointF finger(x, y);
    int around = -1; // a shape whose inside is meant only when nothing nearer is
    for (qsizetype i = geometries.size() - 1; i >= 0; --i) {
        std::vector<QPointF> points;
        for (const World& at : worldPoints(geometries[i]))
            points.push_back(screenOf(at));
        if (points.empty())
            continue;
        double nearest = distanceToSegment(finger, points[0], points[0]);
        for (std::size_t k = 1; k < points.size(); ++k)
            nearest = std::min(nearest, distanceToSegment(finger, points[k - 1], points[k]));
        const bool closed = points.size() > 3 && points.front() == points.back();
        if (closed ? nearest <= kReachPixels / 4 : nearest <= kReachPixels)
            return static_cast<int>(i);
        if (closed && around < 0 && inside(points, finger))
            around = static_cast<int>(i);
    }
    return around;
}

} // namespace tashilgar::viewmodels
