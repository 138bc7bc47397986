#pragma once

#include <QHash>
#include <QObject>
#include <QPointF>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace tashilgar::viewmodels {

/// A window on the ground, north up: which place stands where on the screen, and back. Web Mercator, as the tiles of a
/// basemap are; lengths hold at the middle of the window. Pixels are device-independent, measured from the upper left.
class MapView : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(double width READ width WRITE setWidth NOTIFY changed)
    Q_PROPERTY(double height READ height WRITE setHeight NOTIFY changed)
    Q_PROPERTY(double latitude READ latitude NOTIFY changed)
    Q_PROPERTY(double longitude READ longitude NOTIFY changed)
    Q_PROPERTY(double metresPerPixel READ metresPerPixel NOTIFY changed)
    /// A round length that takes 60 to 160 pixels, and how many it takes.
    Q_PROPERTY(double scaleMetres READ scaleMetres NOTIFY changed)
    Q_PROPERTY(double scalePixels READ scalePixels NOTIFY changed)
    /// Where the first lines of the grid stand; the others are scalePixels apart.
    Q_PROPERTY(double gridLeft READ gridLeft NOTIFY changed)
    Q_PROPERTY(double gridTop READ gridTop NOTIFY changed)
    /// Counts every change, for bindings that call place().
    Q_PROPERTY(int revision READ revision NOTIFY changed)

public:
    using QObject::QObject;

    double width() const { return m_width; }
    void setWidth(double width);
    double height() const { return m_height; }
    void setHeight(double height);
    double latitude() const;
    double longitude() const;
    double metresPerPixel() const;
    double scaleMetres() const;
    double scalePixels() const { return scaleMetres() / metresPerPixel(); }
    double gridLeft() const;
    double gridTop() const;
    int revision() const { return m_revision; }

    /// The middle of the window goes there; closer or wider so that a pixel is \p metresPerPixel.
    Q_INVOKABLE void show(double latitude, double longitude, double metresPerPixel);
    Q_INVOKABLE void centre(double latitude, double longitude);
    /// All of \p geometries (geopoints, traces, shapes) with a margin. False when there is no place among them.
    Q_INVOKABLE bool fit(const QStringList& geometries);
    Q_INVOKABLE void pan(double right, double down);
    /// \p factor over 1 goes closer; what stands at x, y stays there.
    Q_INVOKABLE void zoom(double factor, double x, double y);

    Q_INVOKABLE QPointF screenOf(double latitude, double longitude) const;
    /// The place at x, y: {latitude, longitude}.
    Q_INVOKABLE QVariantList placeAt(double x, double y) const;
    /// The points of a geometry on the screen.
    Q_INVOKABLE QVariantList path(const QString& geometry) const;
    /// The number of the geometry that a finger at x, y means, the last drawn first, or -1: a point or line within 24
    /// pixels, or a closed shape around it.
    Q_INVOKABLE int hit(const QStringList& geometries, double x, double y) const;

    /// A pixel is never less ground than this; GPS knows no better.
    static constexpr double kClosest = 0.05;
    static constexpr double kWidest = 80'000;

signals:
    void changed();

private:
    struct World { ///< Web Mercator, 0 to 1 from the north-west
        double x = 0.5;
        double y = 0.5;
    };
    static World worldOf(double latitude, double longitude);
    const std::vector<World>& worldPoints(const QString& geometry) const;
    double worldPerPixel() const { return m_worldPerPixel; }
    QPointF screenOf(const World& at) const;
    void setMetresPerPixel(double metres);
    void touched();

    World m_centre;
    double m_worldPerPixel = 1.0 / 512;
    double m_width = 0;
    double m_height = 0;
    int m_revision = 0;
    mutable std::size_t m_knownPoints = 0;
    mutable QHash<QString, std::vector<World>> m_known; ///< geometries are asked for at every frame
};

} // namespace tashilgar::viewmodels
