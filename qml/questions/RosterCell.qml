import QtQuick
import QtQuick.Templates as T
import Tashilgar

/** A cell of a roster: what is answered, a dash where nothing is asked, a field while it is typed in. */
T.AbstractButton {
    id: root

    required property int index
    required property RosterCursor cursor
    required property int row
    required property var cell
    required property string control
    required property string name
    readonly property bool asked: cell?.asked ?? false
    readonly property bool current: cursor.row === row && cursor.column === index
    readonly property bool editing: current && cursor.editing
    readonly property bool problem: (cell?.problem ?? "") !== ""
    readonly property bool typed: cursor.typedInPlace(index)

    objectName: "cell_" + row + "_" + index
    focusPolicy: Qt.NoFocus // the table has the focus and says which cell is current
    text: cell?.shown ?? ""
    Accessible.name: name + (text === "" ? "" : ", " + text)
    onClicked: cursor.touched(row, index)

    contentItem: Item {
        DataText {
            visible: !root.editing
            anchors.fill: parent
            anchors.leftMargin: 12
            anchors.rightMargin: arrow.visible ? 28 : 8
            kind: root.index === 0 ? "lead" : "body"
            color: root.asked ? Theme.text : Theme.muted
            horizontalAlignment: root.asked || root.text !== "" ? Text.AlignLeft : Text.AlignHCenter
            words: root.asked || root.text !== "" ? root.text : "—"
            elide: Text.ElideRight
        }
        AppText {
            visible: root.asked && root.text === "" && (root.cell?.required ?? false) && !root.editing
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            anchors.leftMargin: 12
            kind: "label"
            color: Theme.muted
            text: qsTr("Needed")
        }
        AppIcon {
            id: arrow

            visible: root.asked && !root.typed
            anchors.right: parent.right
            anchors.rightMargin: 4
            anchors.verticalCenter: parent.verticalCenter
            size: 20
            icon: "arrow_drop_down"
            color: Theme.muted
        }
        Loader {
            anchors.fill: parent
            active: root.editing
            sourceComponent: CellField {
                cursor: root.cursor
                row: root.row
                column: root.index
                value: root.cell?.value ?? ""
                numeric: root.control === "Integer" || root.control === "Decimal" || root.control === "Digits"
                name: root.name
            }
        }
    }
    background: Rectangle {
        anchors.fill: parent
        anchors.margins: 3
        radius: Theme.radiusTag
        color: !root.asked ? Theme.sunken : root.down ? Theme.sunken : root.current && root.cursor.focused ? Theme.primarySoft : "transparent"
        border.width: root.problem || (root.current && root.cursor.focused) ? Theme.borderChosen : 0
        border.color: root.problem ? Theme.stop : Theme.primary
    }
}
