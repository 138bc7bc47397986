import QtQuick
import Tashilgar

/** A longer text. */
AppArea {
    id: root

    required property QuestionBlock block

    objectName: "answer_" + block.ref
    name: block.label
    problem: block.problem !== ""
    onEdited: typing.touched()
    Component.onCompleted: {
        text = block.value;
        typing.restore();
    }

    Typing {
        id: typing

        block: root.block
        input: root.input
        plain: root.text
        onRestored: plain => root.text = plain
    }
    Connections {
        target: root.block
        function onValueChanged() {
            if (!typing.dirty && root.text !== root.block.value && !root.input.activeFocus)
                root.text = root.block.value;
        }
    }
}
