import QtQuick
import QtQuick.Layouts
import Tashilgar

/** An address of the web: typed as it is, from left to right, and opened on a touch. */
ColumnLayout {
    id: root

    required property QuestionBlock block

    spacing: 8

    TypedQuestion {
        block: root.block
        clearable: true
        inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase
        Layout.fillWidth: true
    }
    LinkButton {
        objectName: "openUrl_" + root.block.ref
        address: root.block.value
    }
}
