#include "platform/capture/retouch.h"

#include <QFont>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QLineF>
#include <QPainter>
#include <QPainterPath>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace tashilgar::platform
{
namespace
{

constexpr int kBlocksAlongSide = 40;
constexpr int kLeastBlock = 8;
/// A point on the way is looked at every so many brush radii; half of one leaves no gap between blocks.
constexpr double kStep = 0.5;

QRgb meanOf(const QImage& picture, const QRect& block)
{
    quint64 red = 0, green = 0, blue = 0;
    for (int y = block.top(); y <= block.bottom(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
        for (int x = block.left(); x <= block.right(); ++x) {
            red += static_cast<quint64>(qRed(line[x]));
            green += static_cast<quint64>(qGreen(line[x]));
            blue += static_cast<quint64>(qBlue(line[x]));
        }
    }
    const auto count = static_cast<quint64>(block.width()) * static_cast<quint64>(block.height());
    return qRgb(static_cast<int>(red / count), static_cast<int>(green / count), static_cast<int>(blue / count));
}

void fill(QImage& picture, const QRect& block, QRgb colour)
{
    for (int y = block.top(); y <= block.bottom(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(picture.scanLine(y));
        std::fill(line + block.left(), line + block.right() + 1, colour);
    }
}

/// The points that a brush rests on along the path, close enough to leave no gap.
QPolygonF rests(const QPolygonF& path, double radius)
{
    QPolygonF points;
    for (int i = 0; i < path.size(); ++i) {
        if (i == 0) {
            points << path[0];
            continue;
        }
        const QLineF line(path[i - 1], path[i]);
        const int steps = std::max(1, static_cast<int>(std::ceil(line.length() / (radius * kStep))));
        for (int step = 1; step <= steps; ++step)
            points << line.pointAt(static_cast<double>(step) / steps);
    }
    return points;
}

bool isTouched(const QRect& block, const QPointF& centre, double radius)
{
    const double x = std::clamp(centre.x(), double(block.left()), double(block.right() + 1));
    const double y = std::clamp(centre.y(), double(block.top()), double(block.bottom() + 1));
    return std::hypot(x - centre.x(), y - centre.y()) <= radius;
}

/// The blocks that a brush touches, as places in the grid.
QSet<QPoint> touchedBlocks(const QSize& size, int side, const QPolygonF& path, double radius)
{
    QSet<QPoint> touched;
    for (const QPointF& centre : rests(path, radius)) {
        const int left = std::max(0, static_cast<int>(std::floor((centre.x() - radius) / side)));
        const int top = std::max(0, static_cast<int>(std::floor((centre.y() - radius) / side)));
        const int right = std::min((size.width() - 1) / side, static_cast<int>(std::floor((centre.x() + radius) / side)));
        const int bottom = std::min((size.height() - 1) / side, static_cast<int>(std::floor((centre.y() + radius) / side)));
        for (int row = top; row <= bottom; ++row)
            for (int column = left; column <= right; ++column)
                if (isTouched(QRect(column * side, row * side, side, side), centre, radius))
                    touched.insert(QPoint(column, row));
    }
    return touched;
}

QRect around(const QPainterPath& path, double margin, const QImage& picture)
{
    return path.boundingRect().adjusted(-margin, -margin, margin, margin).toAlignedRect() & picture.rect();
}

} // namespace

int blockOf(const QSize& picture)
{
    return std::max(kLeastBlock, std::max(picture.width(), picture.height()) / kBlocksAlongSide);
}

QRect coarsen(QImage& picture, const QPolygonF& path, double radius)
{
    if (path.isEmpty() || picture.isNull() || radius <= 0)
        return {};
    if (picture.format() != QImage::Format_RGB32)
        picture.convertTo(QImage::Format_RGB32);
    const int side = blockOf(picture.size());
    QRect changed;
    for (const QPoint& place : touchedBlocks(picture.size(), side, path, radius)) {
        const QRect block = QRect(place * side, QSize(side, side)) & picture.rect();
        fill(picture, block, meanOf(picture, block));
        changed |= block;
    }
    return changed;
}

QRect drawLine(QImage& picture, const QPolygonF& path, double width, const QColor& colour)
{
    if (path.isEmpty())
        return {};
    QPainterPath line(path.front());
    for (int i = 1; i < path.size(); ++i)
        line.lineTo(path[i]);
    if (path.size() == 1)
        line.lineTo(path.front() + QPointF(0.01, 0));
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(line);
    return around(line, width, picture);
}

QRect drawArrow(QImage& picture, const QPointF& from, const QPointF& to, double width, const QColor& colour)
{
    const QLineF shaft(from, to);
    if (shaft.length() < width)
        return {};
    const double head = std::min(shaft.length(), width * 4.5);
    QLineF side = QLineF(to, from);
    side.setLength(head);
    QLineF left = side, right = side;
    left.setAngle(side.angle() - 28);
    right.setAngle(side.angle() + 28);
    QPainterPath path(from);
    path.lineTo(to);
    path.moveTo(left.p2());
    path.lineTo(to);
    path.lineTo(right.p2());
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
    return around(path, width, picture);
}

QRect drawWords(QImage& picture, const QString& words, const QPointF& centre, double height, const QColor& colour)
{
    if (words.isEmpty() || !qobject_cast<QGuiApplication*>(QCoreApplication::instance()))
        return {};
    QFont font = QGuiApplication::font();
    font.setPixelSize(std::max(8, static_cast<int>(height)));
    font.setWeight(QFont::DemiBold);
    QRectF ground = QFontMetricsF(font).boundingRect(words);
    ground.adjust(-height / 3, -height / 6, height / 3, height / 6);
    if (ground.width() > picture.width()) { // all of it is read, if small
        font.setPixelSize(std::max(8, static_cast<int>(height * picture.width() / ground.width())));
        ground.setWidth(picture.width());
    }
    ground.moveCenter(centre);
    ground.moveLeft(std::clamp(ground.left(), 0.0, std::max(0.0, picture.width() - ground.width())));
    ground.moveTop(std::clamp(ground.top(), 0.0, std::max(0.0, picture.height() - ground.height())));
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 255, 255, 225));
    painter.drawRoundedRect(ground, height / 5, height / 5);
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(ground, Qt::AlignCenter | Qt::TextSingleLine, words);
    return ground.toAlignedRect() & picture.rect();
}

QImage cropped(const QImage& picture, const QRectF& box)
{
    QRect inside = box.normalized().toAlignedRect() & picture.rect();
    if (inside.isEmpty())
        return picture;
    const auto atLeast = [](int from, int length, int whole) {
        const int wanted = std::min(whole, std::max(length, kLeastCrop));
        return std::pair(std::clamp(from - (wanted - length) / 2, 0, whole - wanted), wanted);
    };
    const auto [x, width] = atLeast(inside.x(), inside.width(), picture.width());
    const auto [y, height] = atLeast(inside.y(), inside.height(), picture.height());
    return picture.copy(x, y, width, height);
}

QImage turned(const QImage& picture)
{
    return picture.transformed(QTransform().rotate(90));
}

} // namespace tashilgar::platform
