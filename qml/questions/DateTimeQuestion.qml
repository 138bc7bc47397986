import QtQuick
import QtQuick.Layouts
import Tashilgar

/** A day and a time of it. */
ColumnLayout {
    id: root

    required property QuestionBlock block
    property string date: block.value.slice(0, 10)
    property string time: block.value.slice(11, 16)

    function touched() {
        if (date !== "" && time !== "")
            block.answer(block.app.fill.dateTimeAnswer(date, time));
        else if (block.value !== "")
            block.answer("");
    }

    objectName: "answer_" + block.ref
    spacing: 16

    Connections {
        target: root.block
        function onValueChanged() {
            if (root.block.value !== "") {
                root.date = root.block.value.slice(0, 10);
                root.time = root.block.value.slice(11, 16);
            }
        }
    }
    DateFields {
        refName: root.block.ref
        name: root.block.label
        date: root.date
        today: root.block.app.fill.today
        problem: root.block.problem !== ""
        appearance: root.block.appearance
        Layout.fillWidth: true
        onPicked: iso => {
            root.date = iso;
            root.touched();
        }
    }
    TimeFields {
        refName: root.block.ref
        time: root.time
        problem: root.block.problem !== ""
        Layout.fillWidth: true
        onPicked: time => {
            root.time = time;
            root.touched();
        }
    }
}
