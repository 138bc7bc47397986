import QtQuick
import Tashilgar

/** A ground that follows the corners of the card it begins or ends (rectangles round all four corners or none here). */
Item {
    id: root

    property color color: "transparent"
    property bool roundTop: false
    property bool roundBottom: false

    Rectangle {
        anchors.fill: parent
        visible: root.color.a > 0
        color: root.color
        radius: root.roundTop || root.roundBottom ? Theme.radiusCard - 1 : 0
    }
    Rectangle {
        visible: root.color.a > 0 && root.roundTop && !root.roundBottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: parent.height - Theme.radiusCard
        color: root.color
    }
    Rectangle {
        visible: root.color.a > 0 && root.roundBottom && !root.roundTop
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        height: parent.height - Theme.radiusCard
        color: root.color
    }
}
