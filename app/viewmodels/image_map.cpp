#include "app/viewmodels/image_map.h"

#include "app/base/xml/reader.h"

#include <QByteArray>
#include <QSet>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace tashilgar::viewmodels {

namespace {

namespace xml = base::xml;

/// A picture of a form may be so large, and no larger.
constexpr xml::ReadLimits kLimits{8u * 1024 * 1024, 200'000, 64};
/// Corners of all areas together, each counted for every area it belongs to. A map of a city's neighbourhoods has some thousands;
/// a drawing with more than this is shown, and its choices stand in the list alone.
constexpr std::size_t kMostCorners = 200'000;
constexpr double kFarthest = 1e9;
constexpr qsizetype kLongestSource = 12 * 1024 * 1024; ///< in base64

double numberOf(const xml::Document& document, xml::NodeIndex element, std::string_view name, double otherwise = 0)
{
    const auto text = document.attribute(element, name);
    double value = otherwise;
    if (text)
        std::from_chars(text->data(), text->data() + text->size(), value); // a unit may follow
    return std::fabs(value) <= kFarthest ? value : otherwise; // "inf" and "nan" are read, too
}

std::vector<Ring> ringsOf(const xml::Document& document, xml::NodeIndex element)
{
    const std::string_view kind = document.name(element).local;
    const auto number = [&](const char* name) { return numberOf(document, element, name); };
    if (kind == "path")
        return svgPath(document.attribute(element, "d").value_or(std::string_view()));
    if (kind == "polygon" || kind == "polyline")
        return {svgPoints(document.attribute(element, "points").value_or(std::string_view()))};
    if (kind == "circle")
        return {svgEllipse(number("cx"), number("cy"), number("r"), number("r"))};
    if (kind == "ellipse")
        return {svgEllipse(number("cx"), number("cy"), number("rx"), number("ry"))};
    if (kind == "rect") {
        const double x = number("x"), y = number("y"), width = number("width"), height = number("height");
        return {{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}}};
    }
    return {};
}

/// Walks the drawing; what stands inside an element with an id is part of its area.
struct Gathering {
    const xml::Document& document;
    std::map<QString, std::vector<Ring>>& areas;
    std::map<QString, int> drawn = {}; ///< when each area was drawn last
    int drawings = 0;
    std::size_t corners = 0;

    bool tooMuch() const { return corners > kMostCorners; }
    QStringList order() const
    {
        QStringList ids;
        for (const auto& area : areas)
            ids << area.first;
        std::sort(ids.begin(), ids.end(), [this](const QString& a, const QString& b) { return drawn.at(a) < drawn.at(b); });
        return ids;
    }
    void visit(xml::NodeIndex element, const SvgTransform& above, QStringList ids)
    {
        if (document.name(element).local == "defs")
            return;
        const SvgTransform here = above.around(svgTransform(document.attribute(element, "transform").value_or(std::string_view())));
        const bool top = element == document.documentElement(); // the whole picture is no area
        if (const auto id = document.attribute(element, "id"); id && !id->empty() && !top)
            ids << QString::fromUtf8(id->data(), static_cast<qsizetype>(id->size()));
        for (Ring& ring : ringsOf(document, element)) {
            if (ring.size() < 3)
                continue;
            corners += ring.size() * static_cast<std::size_t>(ids.size());
            if (tooMuch())
                return;
            for (QPointF& point : ring)
                point = here.of(point);
            for (const QString& id : ids) {
                areas[id].push_back(ring);
                drawn[id] = ++drawings;
            }
        }
        for (xml::NodeIndex child = document.firstElement(element); child != xml::kNoNode && !tooMuch(); child = document.nextElement(child))
            visit(child, here, ids);
    }
};

/// Drawing programs write a document type, which our reader refuses; one without inner declarations says nothing.
std::string withoutDoctype(std::string text)
{
    const std::size_t from = text.find("<!DOCTYPE");
    const std::size_t to = from == std::string::npos ? from : text.find('>', from);
    if (to != std::string::npos && text.find('[', from) > to)
        text.erase(from, to - from + 1);
    return text;
}

/// How often the outline runs round the place; odd is inside.
bool holds(const std::vector<Ring>& rings, QPointF p)
{
    bool in = false;
    for (const Ring& ring : rings) {
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            if ((ring[i].y() > p.y()) != (ring[j].y() > p.y())
                && p.x() < (ring[j].x() - ring[i].x()) * (p.y() - ring[i].y()) / (ring[j].y() - ring[i].y()) + ring[i].x())
                in = !in;
        }
    }
    return in;
}

} // namespace

void ImageMap::setSource(const QString& source)
{
    if (source == m_source)
        return;
    m_source = source;
    m_areas.clear();
    m_order.clear();
    m_size = {};
    if (source.size() > kLongestSource)
        return emit changed();
    const QByteArray bytes = QByteArray::fromBase64(source.mid(source.indexOf(u',') + 1).toLatin1());
    if (const auto document = xml::read(withoutDoctype(bytes.toStdString()), kLimits)) {
        const xml::NodeIndex top = document->documentElement();
        const Ring box = svgPoints(document->attribute(top, "viewBox").value_or(std::string_view()));
        SvgTransform shift;
        if (box.size() == 2) {
            shift.e = -box[0].x();
            shift.f = -box[0].y();
            m_size = QSizeF(box[1].x(), box[1].y());
        } else {
            m_size = QSizeF(numberOf(*document, top, "width"), numberOf(*document, top, "height"));
        }
        Gathering gathering{*document, m_areas};
        gathering.visit(top, shift, {});
        if (gathering.tooMuch())
            m_areas.clear();
        m_order = gathering.order();
    }
    emit changed();
}

QString ImageMap::areaAt(double x, double y, const QStringList& wanted) const
{
    const QSet<QString> offered(wanted.begin(), wanted.end());
    for (auto id = m_order.rbegin(); id != m_order.rend(); ++id) {
        const auto area = m_areas.find(*id);
        if (area != m_areas.end() && offered.contains(*id) && holds(area->second, {x, y}))
            return *id;
    }
    return {};
}

QVariantList ImageMap::outline(const QString& id) const
{
    QVariantList rings;
    if (const auto area = m_areas.find(id); area != m_areas.end()) {
        for (const Ring& ring : area->second) {
            QVariantList points;
            for (const QPointF& point : ring)
                points << point;
            rings.append(QVariant(points));
        }
    }
    return rings;
}

} // namespace tashilgar::viewmodels
