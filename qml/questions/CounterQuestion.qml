import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** Something being counted: one touch is one more. Never under nothing; no answer until it is touched. */
RowLayout {
    id: root

    required property QuestionBlock block

    function count(by: int) {
        const next = Display.steppedNumber(root.block.value, by);
        if (next !== "" && !next.startsWith("-"))
            root.block.answer(next);
    }

    objectName: "answer_" + block.ref
    spacing: 16

    IconButton {
        objectName: "less_" + root.block.ref
        boxed: true
        glyph: "remove"
        text: qsTr("One less")
        enabled: Number(root.block.value) > 0
        implicitWidth: Theme.narrow ? 64 : 80
        implicitHeight: 80
        onClicked: root.count(-1)
    }
    AppText {
        kind: "number"
        text: root.block.value === "" ? "—" : Words.answerNumber(root.block.value)
        color: root.block.value === "" ? Theme.muted : Theme.text
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
        Layout.minimumWidth: 72
        Layout.maximumWidth: 240
    }
    AppButton {
        objectName: "more_" + root.block.ref
        kind: "main"
        glyph: "add"
        text: root.block.value === "" ? qsTr("Begin") : qsTr("One more")
        implicitHeight: 80
        Layout.fillWidth: true
        onClicked: root.count(root.block.value === "" ? 0 : 1)
    }
}
