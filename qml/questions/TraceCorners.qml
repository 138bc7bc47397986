import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tashilgar
import Tashilgar.ViewModels

/** The points of a line or the corners of an area, the newest first in sight; each can go. */
Card {
    id: root

    required property TraceModel trace
    property string refName
    readonly property int line: Math.max(56, Theme.lineOf("lead") + 16)
    signal kept(string answer)

    implicitHeight: head.implicitHeight + list.height + 2

    SectionHead {
        id: head

        x: 1
        y: 1
        width: parent.width - 2
        text: root.trace.closed ? qsTr("Corners") : qsTr("Points")
        endText: Words.digits(String(root.trace.count))
    }
    ListView {
        id: list

        anchors.top: head.bottom
        x: 1
        width: parent.width - 2
        height: Math.min(root.trace.count, 5) * root.line
        clip: true
        reuseItems: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.trace
        T.ScrollBar.vertical: AppScrollBar {}
        onCountChanged: positionViewAtEnd()
        delegate: RowLayout {
            required property string number
            required property string coordinates
            required property string accuracy
            required property int index

            width: ListView.view.width
            height: root.line
            spacing: 12

            AppText {
                kind: "lead"
                strong: true
                text: parent.number
                Layout.leftMargin: 20
                Layout.minimumWidth: 28
            }
            AppText {
                text: parent.coordinates
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
            AppText {
                kind: "small"
                color: Theme.muted
                text: parent.accuracy === "" ? qsTr("by hand") : parent.accuracy
            }
            IconButton {
                objectName: "removePoint_" + root.refName + "_" + parent.index
                glyph: "delete"
                ink: Theme.muted
                text: qsTr("Remove point %1").arg(parent.number)
                Layout.rightMargin: 8
                onClicked: root.kept(root.trace.without(parent.index))
            }
        }
    }
}
