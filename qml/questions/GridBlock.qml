import QtQuick
import QtQuick.Templates as T
import Tashilgar
import Tashilgar.ViewModels

/** A select of a grid where its columns do not fit: the label, then a numbered button for each choice. */
Column {
    id: root

    required property string ref
    required property string label
    required property string value
    required property bool multiple
    required property bool required
    required property string problem
    required property Application app
    required property ChoiceModel columns

    readonly property int across: Math.max(1, Math.min(columns.total, Math.floor((width + 8) / 56)))

    function holds(choice: string): bool {
        return multiple ? value.split(" ").includes(choice) : value === choice;
    }

    objectName: "grid_" + ref
    spacing: 4

    DataText {
        width: root.width
        kind: "lead"
        words: root.required ? qsTr("%1 *", "needed").arg(root.label) : root.label
        wrapMode: Text.WordWrap
    }
    Grid {
        id: buttons

        width: root.width
        columns: root.across
        spacing: 8

        Repeater {
            model: root.columns

            T.AbstractButton {
                id: number

                required property string value
                required property string label
                required property int index
                readonly property bool chosen: root.holds(value)

                width: Math.floor((buttons.width - 8 * (root.across - 1)) / root.across)
                height: Math.max(56, Theme.lineOf("lead") + 20)
                objectName: "choice_" + root.ref + "_" + value
                focusPolicy: Qt.StrongFocus
                Accessible.role: root.multiple ? Accessible.CheckBox : Accessible.RadioButton
                Accessible.name: root.label + ", " + label
                Accessible.checked: chosen
                onClicked: root.app.fill.choose(root.ref, value, !chosen)

                contentItem: AppText {
                    kind: "lead"
                    strong: number.chosen
                    text: Words.digits(String(number.index + 1))
                    color: number.chosen ? Theme.onPrimarySoft : Theme.text
                    horizontalAlignment: Text.AlignHCenter
                }
                background: Rectangle {
                    radius: Theme.radiusControl
                    color: number.chosen ? Theme.primarySoft : number.down ? Theme.sunken : Theme.surface
                    border.width: number.chosen ? Theme.borderChosen : Theme.borderControl
                    border.color: number.chosen ? Theme.primary : Theme.control

                    FocusRing {
                        target: parent
                        visible: number.visualFocus
                    }
                }
            }
        }
    }
    DataText {
        readonly property int at: root.value === "" || root.multiple ? -1 : root.columns.placeOf(root.value)

        visible: at >= 0
        kind: "small"
        color: Theme.muted
        words: at >= 0 ? root.columns.labelAt(at) : ""
    }
    ProblemLine {
        width: root.width
        objectName: "problem_" + root.ref
        sentence: root.problem
    }
}
