import QtQuick
import Tashilgar

/** How much is done, from the start edge. */
Rectangle {
    id: root

    property real value: 0 // 0 to 1
    property color ink: Theme.primary

    implicitHeight: Theme.sun ? 14 : 10
    implicitWidth: 120
    radius: height / 2
    color: Theme.sunken
    border.width: Theme.sun ? 2 : 0
    border.color: Theme.control
    Accessible.role: Accessible.ProgressBar

    Rectangle {
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        width: root.value <= 0 ? 0 : Math.max(height, root.width * Math.min(1, root.value))
        radius: root.radius
        color: root.ink

        Behavior on width {
            NumberAnimation {
                duration: Theme.grow
                easing.type: Easing.OutQuad
            }
        }
    }
}
