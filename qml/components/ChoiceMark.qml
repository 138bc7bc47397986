import QtQuick
import Tashilgar

/** The disc or box that says whether something is chosen; 28 high, no target of its own. */
Rectangle {
    id: root

    property bool chosen: false
    property bool multiple: false

    implicitWidth: 28
    implicitHeight: 28
    radius: multiple ? 6 : 14
    color: multiple && chosen ? Theme.primary : Theme.surface
    border.width: chosen ? Theme.borderChosen : Theme.borderControl
    border.color: chosen ? Theme.primary : Theme.control

    Rectangle {
        visible: root.chosen && !root.multiple
        anchors.centerIn: parent
        width: 14
        height: 14
        radius: 7
        color: Theme.primary
    }
    AppIcon {
        visible: root.chosen && root.multiple
        anchors.centerIn: parent
        size: 20
        icon: "check"
        color: Theme.onPrimary
    }
}
