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

    margin: Theme.narrow ? 16 : 24
    spacing: alone ? 8 : 32
    widest: Theme.low ? 896 : Theme.column
    LayoutMirroring.enabled: fill.rightToLeft
    LayoutMirroring.childrenInherit: true

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

        AppText {
            visible: text !== ""
            kind: "label"
            color: Theme.primary
            text: root.fill.groupName
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
    AppText {
        visible: root.fill.stepTitle !== ""
        kind: "question"
        text: root.fill.stepTitle
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
    Repeater {
        model: root.fill.questions

        QuestionBlock {
            app: root.app
            alone: root.alone
            transform: slider
            Layout.fillWidth: true
        }
    }
    Item {
        implicitHeight: 24
    }
}
