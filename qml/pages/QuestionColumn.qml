import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** The questions of the page, in the direction of the form's language; slides a little when the page changes. */
ScrollColumn {
    id: root

    required property Application app
    readonly property FillController fill: app.fill
    readonly property bool alone: fill.step !== "list"
    signal whyAsked(string ref)
    signal reasonAsked(string ref, string doubt)

    margin: Theme.narrow ? 16 : 24
    spacing: 8
    widest: Theme.low ? 896 : Theme.column
    LayoutMirroring.enabled: fill.rightToLeft
    LayoutMirroring.childrenInherit: true

    /** Whether a finger at \p point of this column drags what lies there, rather than the page. */
    function keeps(point): bool {
        const at = mapToItem(blocks, point);
        const block = blocks.childAt(at.x, at.y);
        return block instanceof QuestionBlock && dragged.includes(block.control);
    }
    readonly property var dragged: ["Range", "Rank", "Signature", "Geopoint", "Geotrace", "Geoshape", "Audio", "Video", "ChoiceMap", "ImageMap"]

    Connections {
        target: root.fill
        function onMoved(direction) {
            root.contentY = 0;
            slide.from = (direction > 0) === root.fill.rightToLeft ? -24 : 24;
            arrive.restart();
        }
    }
    ParallelAnimation {
        id: arrive

        NumberAnimation {
            id: slide

            target: slider
            property: "x"
            to: 0
            duration: Theme.step
            easing.type: Easing.OutCubic
        }
        NumberAnimation {
            target: root.contentItem
            property: "opacity"
            from: 0.4
            to: 1
            duration: Theme.step
        }
    }
    Translate {
        id: slider
    }

    RowLayout {
        visible: root.fill.groupName !== "" || root.fill.stepRequired
        spacing: 12

        DataText {
            visible: words !== ""
            kind: "label"
            color: Theme.primary
            words: root.fill.groupName
            elide: Text.ElideRight
            Layout.maximumWidth: 480
        }
        Tag {
            visible: root.fill.stepRequired
            text: qsTr("Needed")
        }
        Item {
            Layout.fillWidth: true
        }
    }
    DataText {
        visible: root.fill.stepTitle !== ""
        kind: "question"
        words: root.fill.stepTitle
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
    // A positioner, and widths handed down: a height then follows its width in one pass, however deep the words stand.
    Column {
        id: blocks

        spacing: root.alone ? 8 : 32
        Layout.fillWidth: true

        Repeater {
            model: root.fill.questions

            QuestionBlock {
                width: blocks.width
                app: root.app
                alone: root.alone
                transform: slider
                asksReasons: true
                onWhyAsked: ref => root.whyAsked(ref)
                onReasonAsked: (ref, doubt) => root.reasonAsked(ref, doubt)
            }
        }
    }
    Item {
        implicitHeight: 24
    }
}
