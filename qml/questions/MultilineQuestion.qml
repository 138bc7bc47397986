import QtQuick
import Tashilgar

/** A longer text; the form may say how many rows of it are seen. */
AppArea {
    id: root

    required property QuestionBlock block

    objectName: "answer_" + block.ref
    name: block.label
    problem: block.problem !== ""
    lines: Math.max(2, Math.min(20, Number(block.parameters.rows ?? 4) || 4))
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
