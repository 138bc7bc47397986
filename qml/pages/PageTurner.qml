import QtQuick

/**
 * Turns the page when a finger sweeps over it, as a page of paper turns: to the right in Persian, to the left in English.
 * Where `keeps(point)` says that what lies there is dragged itself (a slider, a drawing), it does nothing.
 */
Item {
    id: root

    property bool rightToLeft: false
    property var keeps: point => false // a point of this item
    property bool swipe: true
    signal onward
    signal backward

    readonly property int reach: 80 // more than a finger slips while it scrolls

    function holds(at: var): bool {
        const keeps = root.keeps;
        return !swipe || keeps(at);
    }

    PointHandler { // sees the press first and takes nothing
        onActiveChanged: {
            if (active)
                sweep.enabled = !root.holds(point.pressPosition);
        }
    }
    DragHandler {
        id: sweep

        target: null
        dragThreshold: 24 // a finger that scrolls drifts less
        yAxis.enabled: false
        acceptedButtons: Qt.LeftButton
        grabPermissions: PointerHandler.CanTakeOverFromItems | PointerHandler.ApprovesTakeOverByAnything
        property point way

        onTranslationChanged: {
            if (active)
                way = Qt.point(translation.x, translation.y);
        }
        onActiveChanged: {
            if (active || !root.swipe || Math.abs(way.x) < root.reach || Math.abs(way.x) < 2 * Math.abs(way.y))
                return;
            if ((way.x > 0) === root.rightToLeft)
                root.onward();
            else
                root.backward();
            way = Qt.point(0, 0);
        }
    }
}
