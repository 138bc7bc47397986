import QtQuick
import Tashilgar

/** The ring around the control that the keyboard is on. */
Rectangle {
    required property Item target

    anchors.fill: target
    anchors.margins: -5
    visible: false
    color: "transparent"
    radius: Theme.radiusControl + 5
    border.width: 3
    border.color: Theme.focus
}
