import QtQuick
import QtQuick.Layouts
import Tashilgar

/** The foot of a page: what can be done next. */
Rectangle {
    id: root

    default property alias content: line.data

    implicitHeight: Math.max(Theme.footer, line.implicitHeight + 16)
    implicitWidth: 320
    color: Theme.surface

    Rectangle {
        width: parent.width
        height: Theme.borderHair
        color: Theme.line
    }
    RowLayout {
        id: line

        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.narrow ? 16 : 24
        anchors.rightMargin: Theme.narrow ? 16 : 24
        spacing: Theme.narrow ? 12 : 16
    }
}
