import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** The whole question of one cell, beside the table; of a single choice the first touch is the answer. */
Sheet {
    id: root

    required property Application app

    ScrollColumn {
        margin: 8
        Layout.fillWidth: true
        Layout.fillHeight: true

        Column {
            id: blocks

            Layout.fillWidth: true

            Repeater {
                model: root.app.fill.roster.cell

                QuestionBlock {
                    width: blocks.width
                    app: root.app
                    alone: false
                    spread: true
                    onValueChanged: {
                        if (root.opened && value !== "" && (control === "SelectOne" || control === "Likert"))
                            Qt.callLater(root.close); // the model is still telling of the answer
                    }
                }
            }
        }
    }
    AppButton {
        kind: "main"
        objectName: "closeCell"
        glyph: "check"
        text: qsTr("Done")
        Layout.fillWidth: true
        onClicked: root.close()
    }
}
