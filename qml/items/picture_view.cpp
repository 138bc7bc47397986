#include "qml/items/picture_view.h"

#include <QQuickWindow>
#include <QSGImageNode>

namespace tashilgar::pages {

namespace {

/// Where so many pixels of a picture fall on one of the screen, linear sampling leaves most of them out, and bricks dance.
constexpr double kMuchLarger = 1.5;

} // namespace

PictureView::PictureView(QQuickItem* parent)
    : QQuickItem(parent)
{
    setFlag(ItemHasContents);
}

void PictureView::setPicture(const QVariant& picture)
{
    const QSize before = m_picture.size();
    m_picture = picture.value<QImage>();
    m_fresh = true;
    emit pictureChanged();
    if (m_picture.size() != before)
        emit placeChanged();
    update();
}

void PictureView::setCovering(bool covering)
{
    if (m_covering == covering)
        return;
    m_covering = covering;
    emit placeChanged();
    update();
}

void PictureView::setMirrored(bool mirrored)
{
    if (m_mirrored == mirrored)
        return;
    m_mirrored = mirrored;
    emit placeChanged();
    update();
}

QRectF PictureView::place() const
{
    if (m_picture.isNull() || width() <= 0 || height() <= 0)
        return {};
    const QSizeF size = QSizeF(m_picture.size()).scaled(width(), height(), m_covering ? Qt::KeepAspectRatioByExpanding : Qt::KeepAspectRatio);
    return {(width() - size.width()) / 2, (height() - size.height()) / 2, size.width(), size.height()};
}

double PictureView::scaleToPicture() const
{
    const QRectF rect = place();
    return rect.isEmpty() ? 1 : m_picture.width() / rect.width();
}

void PictureView::geometryChange(const QRectF& now, const QRectF& before)
{
    QQuickItem::geometryChange(now, before);
    m_fresh = m_fresh || now.size() != before.size();
    emit placeChanged();
    update();
}

QSGNode* PictureView::updatePaintNode(QSGNode* old, UpdatePaintNodeData*)
{
    const QRectF whole = place();
    if (whole.isEmpty()) {
        delete old;
        return nullptr;
    }
    auto* node = static_cast<QSGImageNode*>(old);
    if (!node) {
        node = window()->createImageNode();
        node->setOwnsTexture(true);
        node->setFiltering(QSGTexture::Linear);
        m_fresh = true;
    }
    double scale = scaleToPicture();
    const double ratio = window()->effectiveDevicePixelRatio();
    const bool still = !m_covering && scale > kMuchLarger * ratio; // a photo; a frame is gone before it would be scaled
    if (still)
        scale = ratio;
    if (m_fresh) {
        const QSize size = (whole.size() * ratio).toSize();
        node->setTexture(window()->createTextureFromImage(
            still ? m_picture.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation) : m_picture));
        m_fresh = false;
    }
    const QRectF seen = whole.intersected(boundingRect());
    node->setRect(seen);
    node->setSourceRect(QRectF((seen.topLeft() - whole.topLeft()) * scale, seen.size() * scale));
    node->setTextureCoordinatesTransform(m_mirrored ? QSGImageNode::MirrorHorizontally : QSGImageNode::NoTransform);
    return node;
}

} // namespace tashilgar::pages
