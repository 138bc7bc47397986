#pragma once

#include <QColor>
#include <QImage>
#include <QPolygonF>
#include <QString>

namespace tashilgar::platform
{

// What a person does to a photo before it is kept. Lengths and places are pixels of the picture. Any thread, except for
// writing words, which needs the application's fonts.

/// Makes what a brush of \p radius touched along \p path unrecognisable: whole coarse blocks of the picture become their mean
/// colour. The same place blurred again stays as it is. The reply is what was changed.
QRect coarsen(QImage& picture, const QPolygonF& path, double radius);

/// How wide a block of coarsen() is: some 40 of them lie along the longer side, so that of a face at a few steps three or four
/// colours remain.
int blockOf(const QSize& picture);

/// A line of \p width along \p path; a single point is a dot.
QRect drawLine(QImage& picture, const QPolygonF& path, double width, const QColor& colour);

/// A straight arrow whose head is at \p to.
QRect drawArrow(QImage& picture, const QPointF& from, const QPointF& to, double width, const QColor& colour);

/// \p words around \p centre on a ground that they can be read on, \p height high, kept inside the picture.
QRect drawWords(QImage& picture, const QString& words, const QPointF& centre, double height, const QColor& colour);

/// What lies inside of \p box, at least kLeastCrop pixels each way where the picture has them.
QImage cropped(const QImage& picture, const QRectF& box);
inline constexpr int kLeastCrop = 32;

/// By a quarter, clockwise.
QImage turned(const QImage& picture);

} // namespace tashilgar::platform
