import QtQuick
import Tashilgar

/** A longer text. */
AppArea {
    id: root

    required property QuestionBlock block

    function commit() {
        pause.stop();
        if (text !== block.value)
            block.answer(text);
    }

    objectName: "answer_" + block.ref
    name: block.label
    problem: block.problem !== ""
    onEdited: pause.restart()
    Component.onCompleted: text = block.value
    Component.onDestruction: {
        if (pause.running)
            commit();
    }

    Timer {
        id: pause

        interval: 500
        onTriggered: root.commit()
    }
    Connections {
        target: root.block
        function onValueChanged() {
            if (!pause.running && root.text !== root.block.value && !root.input.activeFocus)
                root.text = root.block.value;
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
