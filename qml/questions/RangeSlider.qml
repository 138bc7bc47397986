import QtQuick
import QtQuick.Templates as T
import Tashilgar
import Tashilgar.ViewModels

/** The slider of a range: its track, its ticks with their labels, and a handle that is hollow until there is an answer. */
Item {
    id: root

    required property RangeScale scaling
    property real value: 0
    property bool answered: false
    property bool upright: false
    property bool ticked: true
    property bool problem: false
    property ChoiceModel labels: null // of ticks, by value; else both ends are told
    property string refName
    property string name
    signal chosen(real value)

    readonly property bool labelled: labels !== null && labels.total > 0
    readonly property int knob: 32

    /** How far along the track the middle of a value stands, in pixels from its low end. */
    function along(value: real): real {
        const whole = (upright ? slider.height : slider.width) - knob;
        return knob / 2 + whole * (value - scaling.first) / ((scaling.last - scaling.first) || 1);
    }
    /** The same as a coordinate of this item. */
    function placed(value: real): real {
        const at = along(value);
        return upright ? slider.height - at : slider.mirrored ? slider.width - at : at;
    }

    /** A finger that scrolls the page may begin on the slider. */
    function scrolls(): bool {
        for (let above = parent; above; above = above.parent) {
            if (above instanceof Flickable && above.moving)
                return true;
        }
        return false;
    }

    implicitHeight: upright ? 320 : 56 + (ticked ? Theme.lineOf("small") * (labelled ? 2 : 1) + 8 : 0)
    implicitWidth: upright ? 160 : 240

    T.Slider {
        id: slider

        objectName: "slider_" + root.refName
        from: root.scaling.first
        to: root.scaling.last
        stepSize: root.scaling.step
        snapMode: T.Slider.SnapAlways
        value: root.value
        orientation: root.upright ? Qt.Vertical : Qt.Horizontal
        width: root.upright ? 56 : root.width
        height: root.upright ? root.height : 56
        anchors.left: parent.left
        focusPolicy: Qt.StrongFocus
        Accessible.name: root.name
        onMoved: root.chosen(value)
        onPressedChanged: {
            if (!pressed && !root.answered && !root.scrolls())
                root.chosen(value); // a touch on the resting handle is an answer too
        }

        background: Item {
            Rectangle {
                readonly property real reach: root.along(root.value)

                x: root.upright ? (slider.width - width) / 2 : 0
                y: root.upright ? 0 : (slider.height - height) / 2
                width: root.upright ? 10 : slider.width
                height: root.upright ? slider.height : 10
                radius: 5
                color: Theme.sunken
                border.width: root.problem ? 2 : Theme.sun ? 2 : 1
                border.color: root.problem ? Theme.stop : Theme.control

                Rectangle {
                    visible: root.answered
                    x: !root.upright && slider.mirrored ? parent.width - width : 0
                    y: root.upright ? parent.height - height : 0
                    width: root.upright ? parent.width : parent.reach
                    height: root.upright ? parent.reach : parent.height
                    radius: 5
                    color: Theme.primary
                }
            }
            Repeater {
                model: root.ticked ? root.scaling.ticks : []

                Rectangle {
                    required property real modelData

                    x: root.upright ? slider.width / 2 + (slider.mirrored ? -20 : 10) : root.placed(modelData) - 1
                    y: root.upright ? root.placed(modelData) - 1 : slider.height / 2 + 10
                    width: root.upright ? 10 : 2
                    height: root.upright ? 2 : 10
                    color: Theme.control
                }
            }
        }
        handle: Rectangle {
            x: root.upright ? (slider.width - width) / 2 : slider.visualPosition * (slider.width - width)
            y: root.upright ? slider.visualPosition * (slider.height - height) : (slider.height - height) / 2
            width: root.knob
            height: root.knob
            radius: root.knob / 2
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
    Repeater {
        model: root.labelled ? root.labels : root.ticked ? [String(root.scaling.first), String(root.scaling.last)] : []

        DataText {
            id: tick

            required property var model
            required property int index
            readonly property string held: root.labelled ? model.value : model.modelData
            readonly property real at: root.placed(Number(held))

            kind: "small"
            color: Theme.muted
            words: root.labelled ? model.label : Words.answerNumber(held)
            wrapMode: Text.WordWrap
            width: root.upright ? root.width - 72 : root.labelled ? Math.min(implicitWidth, root.width / Math.max(2, root.labels.total)) : implicitWidth
            horizontalAlignment: root.upright ? Text.AlignLeft : Text.AlignHCenter
            x: root.upright ? (slider.mirrored ? 0 : 64) : Math.max(0, Math.min(root.width - width, at - width / 2))
            y: root.upright ? Math.max(0, Math.min(root.height - height, at - height / 2)) : 56
        }
    }
}
