#pragma once

#include "app/viewmodels/svg_outline.h"

#include <QObject>
#include <QSizeF>
#include <QStringList>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <map>

namespace tashilgar::viewmodels {

/// The areas of a picture that are choices: an SVG of the form whose elements have the values of choices as ids, as the
/// appearance image-map wants it. Places are in the picture's own units.
class ImageMap : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// "data:…;base64,…" of the picture.
    Q_PROPERTY(QString source READ source WRITE setSource NOTIFY changed)
    /// Whether any element of the picture has an id and an area: else there is nothing to touch.
    Q_PROPERTY(bool usable READ usable NOTIFY changed)
    Q_PROPERTY(double width READ width NOTIFY changed)
    Q_PROPERTY(double height READ height NOTIFY changed)

public:
    using QObject::QObject;

    const QString& source() const { return m_source; }
    void setSource(const QString& source);
    bool usable() const { return !m_areas.empty(); }
    double width() const { return m_size.width(); }
    double height() const { return m_size.height(); }

    /// The id, one of \p wanted, whose area holds the place, the last drawn first; empty when none does.
    Q_INVOKABLE QString areaAt(double x, double y, const QStringList& wanted) const;
    /// The outlines of an area, each a list of points.
    Q_INVOKABLE QVariantList outline(const QString& id) const;

signals:
    void changed();

private:
    QString m_source;
    QSizeF m_size;
    std::map<QString, std::vector<Ring>> m_areas;
    QStringList m_order; ///< of drawing
};

} // namespace tashilgar::viewmodels
