import QtQuick
import Tashilgar

/** A day, or with the appearances of DateFields a month or a year. */
DateFields {
    id: root

    required property QuestionBlock block

    objectName: "answer_" + block.ref
    refName: block.ref
    name: block.label
    date: block.value.slice(0, 10)
    today: block.app.fill.today
    problem: block.problem !== ""
    appearance: block.appearance
    onPicked: iso => block.answer(iso)
}
