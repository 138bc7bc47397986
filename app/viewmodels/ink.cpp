#include "app/viewmodels/ink.h"

#include <QPainter>
#include <QPainterPath>

namespace tashilgar::viewmodels {

namespace {

/// A hand that rests trembles by less than this, and each point costs time to draw.
constexpr double kLeastMove = 1.5;

/// Through the middles between the points, each point bending the way there: no corners where the finger turned.
QPainterPath smooth(const QPolygonF& stroke)
{
    QPainterPath path(stroke.front());
    if (stroke.size() == 1)
        path.lineTo(stroke.front() + QPointF(0.01, 0));
    for (qsizetype i = 1; i + 1 < stroke.size(); ++i)
        path.quadTo(stroke[i], (stroke[i] + stroke[i + 1]) / 2);
    if (stroke.size() > 1)
        path.lineTo(stroke.back());
    return path;
}

} // namespace

void Ink::begin(double x, double y)
{
    m_strokes.push_back({QPointF(x, y)});
    emit changed();
    emit grew(QRectF(x, y, 0, 0));
}

void Ink::go(double x, double y)
{
    if (m_strokes.empty())
        return;
    QPolygonF& stroke = m_strokes.back();
    const QPointF point(x, y);
    if ((point - stroke.back()).manhattanLength() < kLeastMove)
        return;
    stroke << point;
    QRectF where(point, QSizeF(0, 0)); // the last bends change with what follows
    for (qsizetype i = std::max<qsizetype>(0, stroke.size() - 4); i < stroke.size(); ++i) {
        const QPointF near = stroke[i];
        where.setLeft(std::min(where.left(), near.x()));
        where.setRight(std::max(where.right(), near.x()));
        where.setTop(std::min(where.top(), near.y()));
        where.setBottom(std::max(where.bottom(), near.y()));
    }
    emit grew(where);
}

void Ink::undo()
{
    if (m_strokes.empty())
        return;
    m_strokes.pop_back();
    emit changed();
    emit grew({});
}

void Ink::clear()
{
    if (m_strokes.empty())
        return;
    m_strokes.clear();
    emit changed();
    emit grew({});
}

void drawStrokes(QPainter& painter, const std::vector<QPolygonF>& strokes, double width, const QColor& colour)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    for (const QPolygonF& stroke : strokes) {
        if (!stroke.isEmpty())
            painter.drawPath(smooth(stroke));
    }
}

QImage onWhitePaper(const Ink& ink, const QSizeF& size, double penWidth, double scale, const QImage& before)
{
    QImage paper((size * scale).toSize().expandedTo(QSize(1, 1)), QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter painter(&paper);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (!before.isNull()) {
        const QSize fitting = before.size().scaled(paper.size(), Qt::KeepAspectRatio);
        painter.drawImage(QRect(QPoint((paper.width() - fitting.width()) / 2, (paper.height() - fitting.height()) / 2), fitting), before);
    }
    painter.scale(scale, scale);
    drawStrokes(painter, ink.strokes(), penWidth, QColor(0x1c, 0x1b, 0x18));
    return paper;
}

} // namespace tashilgar::viewmodels
