import QtQuick
import Tashilgar

/** A time of day. */
TimeFields {
    id: root

    required property QuestionBlock block

    objectName: "answer_" + block.ref
    refName: block.ref
    time: block.value
    problem: block.problem !== ""
    onPicked: time => block.answer(block.app.fill.timeAnswer(time))
}
