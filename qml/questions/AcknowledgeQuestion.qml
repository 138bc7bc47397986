import QtQuick
import Tashilgar

/** Something to be confirmed once. */
ChoiceRow {
    id: root

    required property QuestionBlock block

    objectName: "answer_" + block.ref
    multiple: true
    chosen: block.value !== ""
    text: qsTr("Confirmed")
    onClicked: block.answer(chosen ? "" : "OK")
}
