#include "qml/items/ink_view.h"

#include <QPainter>

namespace tashilgar::pages {

InkView::InkView(QQuickItem* parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    connect(this, &InkView::lookChanged, this, [this] { update(); });
}

void InkView::setInk(viewmodels::Ink* ink)
{
    if (m_ink == ink)
        return;
    if (m_ink)
        m_ink->disconnect(this);
    m_ink = ink;
    if (m_ink)
        connect(m_ink, &viewmodels::Ink::grew, this, &InkView::grow);
    emit lookChanged();
}

void InkView::grow(const QRectF& where)
{
    if (where.isNull() || m_manner == u"arrow" || m_manner == u"box")
        return update();
    const double margin = m_penWidth + 2;
    update(where.adjusted(-margin, -margin, margin, margin).toAlignedRect());
}

void InkView::paint(QPainter* painter)
{
    if (!m_ink || m_ink->count() == 0)
        return;
    if (m_manner == u"pen" || m_manner == u"brush")
        return viewmodels::drawStrokes(*painter, m_ink->strokes(), m_penWidth, m_colour);
    const QPolygonF& stroke = m_ink->strokes().back();
    painter->setRenderHint(QPainter::Antialiasing);
    if (m_manner == u"arrow")
        return viewmodels::drawStrokes(*painter, {QPolygonF({stroke.front(), stroke.back()})}, m_penWidth, m_colour);
    painter->setPen(QPen(m_colour, m_penWidth, Qt::DashLine));
    painter->drawRect(QRectF(stroke.front(), stroke.back()).normalized());
}

} // namespace tashilgar::pages
