import QtQuick
import QtQuick.Templates as T
import Tashilgar

/** So many stars; a touch on the last chosen one takes the answer back. */
Flow {
    id: root

    required property QuestionBlock block
    readonly property RangeScale scaling: RangeScale {
        parameters: root.block.parameters
    }
    readonly property int given: block.value === "" ? -1 : Math.round((Number(block.value) - scaling.first) / scaling.way)

    objectName: "answer_" + block.ref
    spacing: 4

    Repeater {
        model: Math.min(root.scaling.steps + 1, 20)

        T.AbstractButton {
            id: star

            required property int index
            readonly property bool lit: index <= root.given

            objectName: "star_" + root.block.ref + "_" + index
            implicitWidth: 56
            implicitHeight: 56
            focusPolicy: Qt.StrongFocus
            Accessible.role: Accessible.RadioButton
            Accessible.name: qsTr("%1 of %2").arg(Words.digits(root.scaling.lexical(root.scaling.first + index * root.scaling.way))).arg(Words.digits(String(root.scaling.last)))
            Accessible.checked: index === root.given
            onClicked: root.block.answer(index === root.given ? "" : root.scaling.lexical(root.scaling.first + index * root.scaling.way))

            contentItem: Item {
                AppIcon {
                    anchors.centerIn: parent
                    size: 44
                    icon: "star"
                    filled: star.lit
                    source: "qrc:/tashilgar/icons/star" + (star.lit ? "-fill" : "") + ".svg" // in sunlight, too, the form tells
                    color: star.lit ? Theme.primary : Theme.control
                }
            }
            background: Rectangle {
                radius: Theme.radiusControl
                color: star.down ? Theme.sunken : "transparent"

                FocusRing {
                    target: parent
                    anchors.margins: 0
                    visible: star.visualFocus
                }
            }
        }
    }
    AppText {
        kind: "title"
        height: 56
        leftPadding: 12
        rightPadding: 12
        text: root.block.value === "" ? "—" : qsTr("%1 of %2").arg(Words.answerNumber(root.block.value)).arg(Words.answerNumber(String(root.scaling.last)))
        color: root.block.value === "" ? Theme.muted : Theme.text
    }
}
