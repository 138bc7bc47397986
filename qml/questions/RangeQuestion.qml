import QtQuick
import QtQuick.Layouts
import Tashilgar

/**
 * A number between two ends: a slider, and a step less or more beside the figure. No answer until it is touched.
 * Appearances: vertical, no-ticks. Parameters: tick-interval, placeholder, and labels of ticks as choices.
 */
GridLayout {
    id: root

    required property QuestionBlock block

    readonly property var looks: block.appearance.split(" ")
    readonly property bool upright: looks.includes("vertical")
    readonly property bool answered: block.value !== ""
    readonly property RangeScale scaling: RangeScale {
        parameters: root.block.parameters
    }

    function choose(value: real) {
        block.answer(scaling.lexical(value));
    }
    function step(by: int) {
        choose(answered ? Number(block.value) + by * scaling.step : scaling.resting);
    }

    readonly property bool beside: upright && width >= 480 // the figure stands beside an upright scale where it fits

    columns: beside ? 2 : 1
    columnSpacing: 24
    rowSpacing: 8

    RangeSlider {
        refName: root.block.ref
        name: root.block.label
        scaling: root.scaling
        upright: root.upright
        ticked: !root.looks.includes("no-ticks")
        answered: root.answered
        value: root.answered ? Number(root.block.value) : root.scaling.resting
        labels: root.block.choices
        problem: root.block.problem !== ""
        Layout.row: root.beside ? 0 : 1
        Layout.column: 0
        Layout.fillWidth: !root.upright
        Layout.preferredHeight: root.upright ? 320 : implicitHeight
        onChosen: value => root.choose(value)
    }
    RowLayout {
        spacing: 16
        Layout.row: 0
        Layout.column: root.beside ? 1 : 0
        Layout.alignment: Qt.AlignHCenter

        IconButton {
            objectName: "less_" + root.block.ref
            boxed: true
            glyph: "remove"
            text: qsTr("One step less")
            implicitWidth: 56
            implicitHeight: 56
            onClicked: root.step(-1)
        }
        AppText {
            kind: "number"
            text: root.answered ? Words.answerNumber(root.block.value) : "—"
            color: root.answered ? Theme.text : Theme.muted
            horizontalAlignment: Text.AlignHCenter
            Layout.minimumWidth: 96
        }
        IconButton {
            objectName: "more_" + root.block.ref
            boxed: true
            glyph: "add"
            text: qsTr("One step more")
            implicitWidth: 56
            implicitHeight: 56
            onClicked: root.step(1)
        }
        IconButton {
            visible: root.answered
            objectName: "clear_" + root.block.ref
            glyph: "close"
            ink: Theme.muted
            text: qsTr("Clear")
            onClicked: root.block.answer("")
        }
    }
}
