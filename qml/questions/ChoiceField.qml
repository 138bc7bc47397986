import QtQuick
import Tashilgar
import Tashilgar.ViewModels

/** A select among other questions: what is chosen, and a sheet with all that may be. */
FieldButton {
    id: root

    required property QuestionBlock block
    property bool multiple: false
    readonly property ChoiceModel model: block.choices

    objectName: "field_" + block.ref
    placeholder: multiple ? qsTr("Choose any number") : qsTr("Choose one")
    text: model === null ? "" : model.chosenLabel
    several: multiple
    problem: block.problem !== ""
    onClicked: sheet.open()

    ChoiceSheet {
        id: sheet

        block: root.block
        multiple: root.multiple
    }
}
