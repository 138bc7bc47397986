#pragma once

#include "app/viewmodels/ink.h"

#include <QPointer>
#include <QQuickPaintedItem>

namespace tashilgar::pages {

/// Shows what a finger draws while it draws: a pen's stroke, or what a tool is about to do.
class InkView : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tashilgar::viewmodels::Ink* ink READ ink WRITE setInk NOTIFY lookChanged)
    /// "pen": all strokes. Of the last stroke: "brush" the wide way, "arrow" and "box" from its first point to its last.
    Q_PROPERTY(QString manner MEMBER m_manner NOTIFY lookChanged)
    Q_PROPERTY(QColor colour MEMBER m_colour NOTIFY lookChanged)
    Q_PROPERTY(double penWidth MEMBER m_penWidth NOTIFY lookChanged)

public:
    explicit InkView(QQuickItem* parent = nullptr);

    viewmodels::Ink* ink() const { return m_ink; }
    void setInk(viewmodels::Ink* ink);
    void paint(QPainter* painter) override;

signals:
    void lookChanged();

private:
    void grow(const QRectF& where);

    QPointer<viewmodels::Ink> m_ink;
    QString m_manner = QStringLiteral("pen");
    QColor m_colour = Qt::black;
    double m_penWidth = 4;
};

} // namespace tashilgar::pages
