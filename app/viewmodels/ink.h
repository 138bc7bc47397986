#pragma once

#include <QColor>
#include <QImage>
#include <QObject>
#include <QPolygonF>
#include <QRectF>
#include <QtQml/qqmlregistration.h>

#include <vector>

class QPainter;

namespace tashilgar::viewmodels {

/// Strokes of a finger or a pen, in the units of the paper they are drawn on.
class Ink : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int count READ count NOTIFY changed)

public:
    using QObject::QObject;

    int count() const { return static_cast<int>(m_strokes.size()); }
    const std::vector<QPolygonF>& strokes() const { return m_strokes; }

    /// The pen comes down.
    Q_INVOKABLE void begin(double x, double y);
    /// It moves on.
    Q_INVOKABLE void go(double x, double y);
    /// Takes back the last stroke.
    Q_INVOKABLE void undo();
    Q_INVOKABLE void clear();

signals:
    void changed();
    /// Nothing outside of \p where looks different.
    void grew(const QRectF& where);

private:
    std::vector<QPolygonF> m_strokes;
};

/// Draws \p strokes as a pen of \p width does: smooth, round at the ends; a touch is a dot.
void drawStrokes(QPainter& painter, const std::vector<QPolygonF>& strokes, double width, const QColor& colour);

/// What was drawn on a paper of \p size, on white, \p scale pixels to a unit; drawn over \p before, where that is one.
QImage onWhitePaper(const Ink& ink, const QSizeF& size, double penWidth, double scale, const QImage& before = {});

} // namespace tashilgar::viewmodels
