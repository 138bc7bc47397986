import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tashilgar

/** A number between two ends: a slider, and a step less or more beside the figure. No answer until it is touched. */
ColumnLayout {
    id: root

    required property QuestionBlock block

    readonly property real first: Number(block.parameters.start ?? 0)
    readonly property real last: Number(block.parameters.end ?? 10)
    readonly property real step: Math.abs(Number(block.parameters.step ?? 1)) || 1
    readonly property bool answered: block.value !== ""
    readonly property int decimals: (String(block.parameters.step ?? "1").split(".")[1] ?? "").length

    function choose(value: real) {
        const inside = Math.min(Math.max(first, last), Math.max(Math.min(first, last), value));
        block.answer(inside.toFixed(decimals));
    }

    spacing: 8

    RowLayout {
        spacing: 16
        Layout.alignment: Qt.AlignHCenter

        IconButton {
            objectName: "less_" + root.block.ref
            boxed: true
            glyph: "remove"
            text: qsTr("One step less")
            implicitWidth: 56
            implicitHeight: 56
            onClicked: root.choose((root.answered ? Number(root.block.value) : root.first) - (root.answered ? root.step : 0))
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
            onClicked: root.choose((root.answered ? Number(root.block.value) : root.first) + (root.answered ? root.step : 0))
        }
    }
    T.Slider {
        id: slider

        objectName: "slider_" + root.block.ref
        from: root.first
        to: root.last
        stepSize: root.step
        snapMode: T.Slider.SnapAlways
        value: root.answered ? Number(root.block.value) : root.first
        implicitHeight: 56
        focusPolicy: Qt.StrongFocus
        Layout.fillWidth: true
        Accessible.name: root.block.label
        onMoved: root.choose(value)

        background: Rectangle {
            x: 0
            y: (slider.height - height) / 2
            width: slider.width
            height: 10
            radius: 5
            color: Theme.sunken
            border.width: Theme.sun ? 2 : 1
            border.color: Theme.control

            Rectangle {
                visible: root.answered
                x: slider.mirrored ? parent.width - width : 0
                width: slider.position * (parent.width - 32) + 16
                height: parent.height
                radius: 5
                color: Theme.primary
            }
        }
        handle: Rectangle {
            x: slider.visualPosition * (slider.width - width)
            y: (slider.height - height) / 2
            width: 32
            height: 32
            radius: 16
            color: root.answered ? Theme.primary : Theme.surface
            border.width: Theme.borderControl
            border.color: root.answered ? Theme.primary : Theme.control

            FocusRing {
                target: parent
                radius: 21
                visible: slider.visualFocus
            }
        }
    }
    RowLayout {
        AppText {
            kind: "small"
            color: Theme.muted
            text: Words.answerNumber(String(root.first))
            Layout.fillWidth: true
        }
        AppText {
            kind: "small"
            color: Theme.muted
            text: Words.answerNumber(String(root.last))
        }
    }
}
