import QtQuick
import Tashilgar
import Tashilgar.ViewModels

/** Each question of the gallery's form as it stands on a page of its own, its name in the form under it. */
Column {
    id: root

    required property Application app
    property int cell: 400

    spacing: 8

    SectionHead {
        text: qsTr("Questions")
        width: root.width
    }
    Flow {
        width: root.width
        padding: 16
        spacing: 32

        Repeater {
            model: root.app.fill.questions

            QuestionBlock {
                app: root.app
                width: root.cell - 32

                AppText {
                    kind: "small"
                    color: Theme.muted
                    text: Display.code(parent.ref.split("/").pop() + (parent.appearance === "" ? "" : " · " + parent.appearance))
                    width: parent.width
                    elide: Text.ElideRight
                }
            }
        }
    }
}
