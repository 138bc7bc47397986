import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** The point that is the answer: where, how exact, and on the grid. One weaker than wanted says so. */
ColumnLayout {
    id: root

    property string answer
    property string shown
    property real limit: 0
    property string refName
    signal retakeAsked

    readonly property real accuracy: Number(answer.split(" ")[3] ?? 0)
    readonly property bool weak: limit > 0 && accuracy > limit
    readonly property color ink: weak ? Theme.onWaitingSoft : Theme.onGoodSoft

    spacing: 12

    Rectangle {
        implicitHeight: held.implicitHeight + 32
        radius: Theme.radiusCard
        color: root.weak ? Theme.waitingSoft : Theme.goodSoft
        Layout.fillWidth: true

        RowLayout {
            id: held

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: 20
            spacing: 16

            AppIcon {
                size: 32
                icon: root.weak ? "info" : "location_on"
                filled: true
                color: root.ink
            }
            TwoLines {
                strong: true
                first: root.weak ? qsTr("The point is kept, weaker than wanted") : qsTr("The point is kept")
                second: root.shown + (root.accuracy > 0 ? qsTr(", accuracy %1").arg(Words.metres(root.accuracy)) : qsTr(", by hand"))
                ink: root.ink
                secondInk: root.ink
                Layout.fillWidth: true
            }
            AppButton {
                objectName: "retake_" + root.refName
                compact: true
                text: qsTr("Take again")
                onClicked: root.retakeAsked()
            }
        }
    }
    PlainMap {
        visible: !Theme.low
        refName: "kept_" + root.refName
        still: true
        marked: root.answer
        implicitHeight: 180
        Layout.fillWidth: true
    }
}
