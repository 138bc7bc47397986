import QtQuick
import QtQuick.Layouts
import Tashilgar

/** An answer that another program was to give. There is none here to ask, which is said; the answer may be typed. */
ColumnLayout {
    id: root

    required property QuestionBlock block
    property bool numeric: false

    spacing: 8

    Banner {
        tone: "note"
        text: qsTr("The form asks another program for this answer. Such programs cannot be opened on this tablet; type the answer if you know it.")
        Layout.fillWidth: true
    }
    TypedQuestion {
        block: root.block
        numeric: root.numeric
        clearable: true
        inputMethodHints: root.numeric ? Qt.ImhFormattedNumbersOnly : Qt.ImhNone
        Layout.fillWidth: true
    }
}
