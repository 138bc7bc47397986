import QtQuick
import QtQuick.Templates as T
import Tashilgar
import Tashilgar.ViewModels

/** A select as one row of a grid: its label at the start, a mark in each cell. */
Item {
    id: root

    required property string ref
    required property string label
    required property string value
    required property bool multiple
    required property bool required
    required property string problem
    required property Application app
    required property ChoiceModel columns
    required property int cell
    property bool last: false

    function holds(choice: string): bool {
        return multiple ? value.split(" ").includes(choice) : value === choice;
    }

    objectName: "grid_" + ref
    implicitHeight: Math.max(56, words.implicitHeight + 16) + (sentence.visible ? sentence.implicitHeight + 12 : 0)

    DataText {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: 20
        width: parent.width - cells.width - 28
        height: Math.max(56, implicitHeight + 16)
        kind: "lead"
        words: root.required ? qsTr("%1 *", "needed").arg(root.label) : root.label
        wrapMode: Text.WordWrap
    }
    Row {
        id: cells

        anchors.right: parent.right
        height: words.height

        Repeater {
            model: root.columns

            T.AbstractButton {
                id: spot

                required property string value
                required property string label
                readonly property bool chosen: root.holds(value)

                width: root.cell
                height: cells.height
                objectName: "choice_" + root.ref + "_" + value
                focusPolicy: Qt.StrongFocus
                Accessible.role: root.multiple ? Accessible.CheckBox : Accessible.RadioButton
                Accessible.name: root.label + ", " + label
                Accessible.checked: chosen
                onClicked: root.app.fill.choose(root.ref, value, !chosen)

                contentItem: Item {
                    ChoiceMark {
                        anchors.centerIn: parent
                        chosen: spot.chosen
                        multiple: root.multiple
                    }
                }
                background: Rectangle {
                    color: spot.down ? Theme.sunken : spot.chosen ? Theme.primarySoft : "transparent"
                    radius: Theme.radiusTag

                    FocusRing {
                        target: parent
                        anchors.margins: 2
                        visible: spot.visualFocus
                    }
                }
            }
        }
    }
    ProblemLine {
        id: sentence

        anchors.bottom: parent.bottom
        anchors.bottomMargin: 8
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: 20
        anchors.rightMargin: 20
        objectName: "problem_" + root.ref
        sentence: root.problem
    }
    Rectangle {
        visible: !root.last
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.borderHair
        color: Theme.line
    }
}
