#pragma once

#include "app/viewmodels/ground.h"
#include "app/viewmodels/row_model.h"

#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace tashilgar::viewmodels {

/// A corner of a trace as its list shows it.
struct TraceRow {
    QString number;
    QString coordinates; ///< unturned
    QString accuracy; ///< "4 m"; empty where the point was placed by hand
    double latitude = 0;
    double longitude = 0;
};

/// The points of a geotrace, or the corners of a geoshape, while they are being drawn. Holds the answer and the way back;
/// every change is a new answer for the page to give, so that each point is on the disk before the next.
class TraceModel : public RowModel<TraceRow> {
    Q_OBJECT
    QML_ELEMENT
    /// The answer in force; set from the question.
    Q_PROPERTY(QString value READ value WRITE setValue NOTIFY shown)
    /// A shape: the last corner is joined to the first.
    Q_PROPERTY(bool closed READ closed WRITE setClosed NOTIFY shown)
    Q_PROPERTY(int count READ count NOTIFY shown)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY shown)
    Q_PROPERTY(QString lengthText READ lengthText NOTIFY shown)
    /// Of a shape of three corners or more, else empty.
    Q_PROPERTY(QString areaText READ areaText NOTIFY shown)
    /// What keeps the drawing from being a line or an area, in a sentence; else empty.
    Q_PROPERTY(QString trouble READ trouble NOTIFY shown)

public:
    explicit TraceModel(QObject* parent = nullptr);

    const QString& value() const { return m_value; }
    void setValue(const QString& value);
    bool closed() const { return m_closed; }
    void setClosed(bool closed);
    int count() const { return rowCount(); }
    bool canUndo() const { return !m_before.isEmpty() || !m_points.empty(); }
    QString lengthText() const;
    QString areaText() const;
    QString trouble() const;

    // Each replies the new answer; the page gives it.
    /// A point placed by hand: altitude and accuracy unknown.
    Q_INVOKABLE QString with(double latitude, double longitude) const;
    /// A reading "lat lon alt acc"; the answer as it is when that is none.
    Q_INVOKABLE QString withFix(const QString& fix) const;
    Q_INVOKABLE QString moved(int row, double latitude, double longitude) const;
    Q_INVOKABLE QString without(int row) const;
    /// The answer before the last change of this sitting, or without the last point.
    Q_INVOKABLE QString undone();

signals:
    void shown();

private:
    QString answerOf(const std::vector<GroundPoint>& points) const;
    void fill();

    QString m_value;
    bool m_closed = false;
    std::vector<GroundPoint> m_points;
    std::optional<QString> m_back; ///< what undone() replied last: no step to be taken back in its turn
    QStringList m_before; ///< the answers that this sitting has gone through
};

} // namespace tashilgar::viewmodels
