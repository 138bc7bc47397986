import QtQuick
import Tashilgar
import Tashilgar.ViewModels

/** A field that shows the answer and takes what is typed, as Typing says. */
AppField {
    id: root

    required property QuestionBlock block
    property bool numeric: false // any digits are accepted, the person's own are shown
    readonly property bool grouped: numeric && block.appearance.split(" ").includes("thousands-sep")

    function commit() {
        typing.commit();
    }
    function shownOf(value: string): string {
        return grouped ? Words.groupedNumber(value) : numeric ? Words.answerNumber(value) : value;
    }
    function plainOf(shown: string): string {
        return numeric ? Display.plainNumber(grouped ? shown.replace(/,/g, "") : shown) : shown;
    }
    function refresh() {
        const shown = shownOf(block.value);
        if (text !== shown && !(input.activeFocus && plainOf(text) === block.value))
            text = shown;
    }

    objectName: "answer_" + block.ref
    name: block.label
    problem: block.problem !== "" || block.remark !== ""
    onEdited: typed => {
        if (numeric) {
            const shown = Display.typedNumber(typed, input.cursorPosition, grouped);
            if (shown.text !== text) {
                text = shown.text;
                input.cursorPosition = shown.cursor;
            }
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
        plain: root.plainOf(root.text)
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
