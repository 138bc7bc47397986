import QtQuick
import QtQuick.Layouts
import Tashilgar

/** The heading of one instance of a repeat inside a page of several questions. */
RowLayout {
    id: root

    required property QuestionBlock block

    spacing: 12

    DataText {
        kind: "title"
        words: root.block.label
        color: Theme.primary
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
    AppButton {
        visible: root.block.canRemove
        objectName: "remove_" + root.block.ref
        compact: true
        kind: "text"
        glyph: "delete"
        text: qsTr("Remove")
        onClicked: root.block.app.fill.removeRepeat(root.block.ref)
    }
}
