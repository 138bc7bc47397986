import QtQuick
import QtQuick.Layouts
import Tashilgar

/** A text that bystanders should not read: dots, and the words only while a person asks for them. */
RowLayout {
    id: root

    required property QuestionBlock block
    property bool open: false

    spacing: 8

    TypedQuestion {
        id: field

        block: root.block
        inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
        Layout.fillWidth: true
        Component.onCompleted: input.echoMode = Qt.binding(() => root.open ? TextInput.Normal : TextInput.Password)
    }
    IconButton {
        objectName: "unmask_" + root.block.ref
        boxed: true
        glyph: root.open ? "visibility_off" : "visibility"
        text: root.open ? qsTr("Hide what is written") : qsTr("Show what is written")
        implicitWidth: 56
        implicitHeight: 56
        onClicked: root.open = !root.open
    }
}
