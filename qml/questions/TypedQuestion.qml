import QtQuick
import Tashilgar
import Tashilgar.ViewModels

/** A field that shows the answer and takes what is typed, as Typing says. */
AppField {
    id: root

    required property QuestionBlock block
    property bool numeric: false // any digits are accepted, the person's own are shown

    function commit() {
        typing.commit();
    }
    function shownOf(value: string): string {
        return numeric ? Words.answerNumber(value) : value;
    }
    function refresh() {
        const shown = shownOf(block.value);
        if (text !== shown && !(input.activeFocus && Display.plainNumber(text) === block.value))
            text = shown;
    }

    objectName: "answer_" + block.ref
    name: block.label
    problem: block.problem !== ""
    onEdited: typed => {
        if (numeric) {
            const at = input.cursorPosition;
            text = Words.digits(Display.latinDigits(typed));
            input.cursorPosition = at;
        }
        typing.touched();
    }
    onAccepted: commit()
    Component.onCompleted: {
        refresh();
        typing.restore();
    }

    Typing {
        id: typing

        block: root.block
        input: root.input
        plain: root.numeric ? Display.plainNumber(root.text) : root.text
        onRestored: plain => root.text = root.shownOf(plain)
    }
    Connections {
        target: root.block
        function onValueChanged() {
            if (!typing.dirty)
                root.refresh();
        }
    }
}
