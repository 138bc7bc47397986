import QtQuick
import QtQuick.Templates as T
import Tashilgar

/** A thin thumb; tells where one is, and can be dragged. */
T.ScrollBar {
    id: root

    implicitWidth: 10
    padding: 2
    minimumSize: 0.08
    visible: size < 1

    contentItem: Rectangle {
        implicitWidth: 6
        radius: 3
        color: root.pressed ? Theme.primary : Theme.line
    }
}
