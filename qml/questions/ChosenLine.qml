import QtQuick
import Tashilgar
import Tashilgar.ViewModels

/** What is chosen elsewhere, on a picture or a map, in words; each can be taken off. */
Flow {
    id: root

    required property ChoiceModel model
    property string refName
    property string prompt
    signal removed(string value)

    spacing: 8

    AppText {
        visible: root.model !== null && root.model.chosenCount === 0
        width: root.width
        color: Theme.muted
        text: root.prompt
        wrapMode: Text.WordWrap
    }
    Repeater {
        model: root.model === null ? [] : root.model.chosenRows

        Chip {
            required property var modelData

            objectName: "chosen_" + root.refName + "_" + modelData.value
            text: modelData.label
            chosen: true
            glyph: "close"
            onClicked: root.removed(modelData.value)
        }
    }
}
