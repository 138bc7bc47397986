import QtQuick
import QtQuick.Layouts
import Tashilgar

/** A kind of question this version has no control for: its value is kept, and nothing waits for it. */
ColumnLayout {
    id: root

    required property QuestionBlock block

    spacing: 8

    AppText {
        visible: root.block.shown !== ""
        kind: "lead"
        text: root.block.shown
        wrapMode: Text.WrapAnywhere
        Layout.fillWidth: true
    }
    Banner {
        tone: "note"
        text: qsTr("This version of the app cannot ask this kind of question yet. What is written is kept, and you can finish without it.")
        Layout.fillWidth: true
    }
}
