import QtQuick
import QtQuick.Layouts
import Tashilgar

/** What photo, sound, video and file share: what is there now, and choosing another. */
ColumnLayout {
    id: root

    required property QuestionBlock block
    property string glyph: "attach_file"
    property string action: qsTr("Choose a file")
    property string again: qsTr("Choose another")
    readonly property bool answered: block.value !== ""

    function take() {
        block.app.capture.take(block.ref, block.mediaType, 0);
    }

    spacing: 12

    RowLayout {
        visible: root.answered
        spacing: 12
        Layout.fillWidth: true

        Disc {
            glyph: "check_circle"
            tone: "good"
        }
        TwoLines {
            first: qsTr("Kept on this tablet")
            second: "\u2066" + root.block.value + "\u2069"
            Layout.fillWidth: true
        }
        IconButton {
            objectName: "remove_" + root.block.ref
            glyph: "delete"
            ink: Theme.muted
            text: qsTr("Remove")
            onClicked: root.block.answer("")
        }
    }
    AppButton {
        objectName: "take_" + root.block.ref
        glyph: root.glyph
        text: root.answered ? root.again : root.action
        implicitHeight: Theme.door
        Layout.fillWidth: true
        onClicked: root.take()
    }
    ProblemLine {
        soft: true
        sentence: root.block.app.capture.troubleRef === root.block.ref ? root.block.app.capture.trouble : ""
        Layout.fillWidth: true
    }
}
