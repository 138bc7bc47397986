#pragma once

#include <QImage>
#include <QQuickItem>
#include <QVariant>

namespace tashilgar::pages {

/// Shows a picture that is in memory: a frame of the camera, a photo being worked on. The scene graph scales it, so a frame
/// costs one upload.
class PictureView : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariant picture READ picture WRITE setPicture NOTIFY pictureChanged) // a QImage
    /// The whole item is covered and the picture's longer side cut; otherwise the whole picture is seen.
    Q_PROPERTY(bool covering READ isCovering WRITE setCovering NOTIFY placeChanged)
    /// Left and right change places, as in a mirror.
    Q_PROPERTY(bool mirrored READ isMirrored WRITE setMirrored NOTIFY placeChanged)
    /// Where the picture lies in the item.
    Q_PROPERTY(QRectF place READ place NOTIFY placeChanged)
    /// Pixels of the picture to one of the item.
    Q_PROPERTY(double scaleToPicture READ scaleToPicture NOTIFY placeChanged)

public:
    explicit PictureView(QQuickItem* parent = nullptr);

    QVariant picture() const { return m_picture; }
    void setPicture(const QVariant& picture);
    bool isCovering() const { return m_covering; }
    void setCovering(bool covering);
    bool isMirrored() const { return m_mirrored; }
    void setMirrored(bool mirrored);
    QRectF place() const;
    double scaleToPicture() const;

signals:
    void pictureChanged();
    void placeChanged();

protected:
    void geometryChange(const QRectF& now, const QRectF& before) override;
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData* data) override;

private:
    QImage m_picture;
    bool m_covering = false;
    bool m_mirrored = false;
    bool m_fresh = false; ///< the texture is of another picture
};

} // namespace tashilgar::pages
