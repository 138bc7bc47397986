import QtQuick
import Tashilgar
import Tashilgar.ViewModels

/**
 * What all typed answers share: the field shows the answer, typing is kept a moment after the last key, and at once when
 * the field is left or the page moves on.
 */
AppField {
    id: root

    required property QuestionBlock block
    property bool numeric: false // any digits are accepted, the person's own are shown

    function commit() {
        pause.stop();
        const value = numeric ? Display.plainNumber(text) : text;
        if (value !== block.value)
            block.answer(value);
    }
    function refresh() {
        const shown = numeric ? Words.answerNumber(block.value) : block.value;
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
        pause.restart();
    }
    onAccepted: commit()
    Component.onCompleted: refresh()
    Component.onDestruction: {
        if (pause.running)
            commit();
    }

    Timer {
        id: pause

        interval: 300 // a word, not a letter, reaches the journal
        onTriggered: root.commit()
    }
    Connections {
        target: root.block
        function onValueChanged() {
            if (!pause.running)
                root.refresh();
        }
    }
    Connections {
        target: root.input
        function onActiveFocusChanged() {
            if (!root.input.activeFocus && pause.running)
                root.commit();
        }
    }
    Connections {
        target: root.block.app.fill
        function onAboutToMove() {
            if (pause.running)
                root.commit();
        }
    }
}
