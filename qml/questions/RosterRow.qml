import QtQuick
import Tashilgar

/** One instance of a roster: its number, a cell for each question, and under them what is not accepted or to be known. */
Item {
    id: root

    required property string ref
    required property string number
    required property string name
    required property var cells
    required property string problem
    required property var notes
    required property int index
    required property RosterCursor cursor
    readonly property bool current: cursor.row === index

    objectName: "row_" + ref
    implicitHeight: line.height + (said.visible ? said.height : 0)
    ListView.onPooled: if (root.current)
        cursor.editing = false

    Row {
        id: line

        height: Math.max(56, Theme.lineOf("body") + 28)

        DataText {
            width: root.cursor.numberWidth
            height: line.height
            kind: "small"
            color: Theme.muted
            words: root.number
            horizontalAlignment: Text.AlignHCenter
        }
        Repeater {
            model: root.cursor.columns.length

            RosterCell {
                width: root.cursor.widths[index] ?? 0
                height: line.height
                cursor: root.cursor
                row: root.index
                cell: root.cells[index] ?? null
                control: root.cursor.columns[index]?.control ?? ""
                name: (root.cursor.columns[index]?.label ?? "") + ", " + root.name
            }
        }
        IconButton {
            visible: root.cursor.roster.canRemove
            anchors.verticalCenter: parent.verticalCenter
            objectName: "remove_" + root.ref
            glyph: "delete"
            ink: Theme.muted
            focusPolicy: Qt.NoFocus // Ctrl+Delete does it
            text: qsTr("Remove %1").arg(root.name)
            onClicked: root.cursor.roster.remove(root.index)
        }
    }
    Rectangle {
        id: said

        anchors.top: line.bottom
        width: parent.width
        visible: root.problem !== "" || root.notes.length > 0
        height: words.implicitHeight + 16
        color: root.problem !== "" ? Theme.stopSoft : "transparent"

        DataText {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: root.cursor.numberWidth + 12
            anchors.rightMargin: 20
            kind: root.problem !== "" ? "body" : "small"
            color: root.problem !== "" ? Theme.onStopSoft : Theme.muted
            words: root.problem !== "" ? root.problem : root.notes.join("\n")
            wrapMode: Text.WordWrap
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.borderHair
        color: Theme.line
    }
}
