import QtQuick
import QtQuick.Layouts
import Tashilgar

/** The instances of a repeat, and one more. Inside a page of several questions only the button stands here. */
ColumnLayout {
    id: root

    required property QuestionBlock block

    spacing: 12

    Card {
        visible: root.block.alone && root.block.instances.length > 0
        implicitHeight: rows.implicitHeight + 2
        Layout.fillWidth: true

        Column {
            id: rows

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: 1
            y: 1

            Repeater {
                model: root.block.instances

                ListRow {
                    required property var modelData
                    required property int index

                    width: rows.width
                    objectName: "instance_" + modelData.ref
                    text: modelData.title
                    second: modelData.second
                    last: index === root.block.instances.length - 1
                    onClicked: root.block.app.fill.goTo(modelData.ref)

                    IconButton {
                        visible: root.block.canRemove
                        objectName: "remove_" + parent.objectName
                        glyph: "delete"
                        ink: Theme.muted
                        text: qsTr("Remove")
                        onClicked: root.block.app.fill.removeRepeat(modelData.ref)
                    }
                }
            }
        }
    }
    AppText {
        visible: root.block.alone && root.block.instances.length === 0
        color: Theme.muted
        text: qsTr("Nothing here yet.")
    }
    AppButton {
        visible: root.block.canAdd
        objectName: "add_" + root.block.ref
        glyph: "add"
        text: qsTr("Add one more")
        implicitHeight: Theme.door
        Layout.fillWidth: root.block.alone
        onClicked: root.block.app.fill.addRepeat(root.block.ref)
    }
}
