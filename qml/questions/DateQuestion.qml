import QtQuick
import Tashilgar

/** A day. */
DateFields {
    id: root

    required property QuestionBlock block

    objectName: "answer_" + block.ref
    refName: block.ref
    name: block.label
    date: block.value.slice(0, 10)
    today: block.app.fill.today
    problem: block.problem !== ""
    monthOnly: block.appearance.split(" ").includes("month-year")
    onPicked: iso => block.answer(iso)
}
