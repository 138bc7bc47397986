import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/**
 * A point from the receiver: accuracy as it comes, the best so far with its spread, and taking it. Once a few readings are as
 * good as wanted it is taken by itself, after some seconds in which a person may say "wait".
 */
GridLayout {
    id: root

    required property PositionController position
    property bool listening: false
    property bool gridded: false // on the plain grid rather than as circles
    property bool again: false
    property string refName
    property int remaining: -1 // seconds until it is taken; -1 is not counting
    property bool waits: false // a person said so
    signal taken(string answer)
    signal leftAlone

    readonly property bool ready: listening && visible && !waits && position.state === "good" && position.fixCount >= 3

    columns: Theme.low ? 2 : 1
    columnSpacing: 16
    rowSpacing: 12
    onReadyChanged: remaining = ready ? 5 : -1
    onListeningChanged: waits = false

    Timer {
        interval: 1000
        repeat: true
        running: root.remaining > 0
        onTriggered: {
            root.remaining -= 1;
            if (root.remaining === 0)
                root.taken(root.position.take());
        }
    }
    Loader {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.preferredHeight: Math.max(260, Math.min(width * 0.75, Theme.windowHeight - 620))
        sourceComponent: root.gridded ? grid : circles
    }
    Component {
        id: circles

        AccuracyView {
            position: root.position
        }
    }
    Component {
        id: grid

        PlainMap {
            refName: root.refName
            position: root.position
        }
    }
    ColumnLayout {
        spacing: 12
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.alignment: Qt.AlignTop

        PositionFigures {
            position: root.position
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: 8

            AppIcon {
                size: 20
                icon: "satellite_alt"
                color: Theme.muted
            }
            AppText {
                kind: "small"
                color: Theme.muted
                text: root.position.advice
                wrapMode: Text.WordWrap
                Layout.fillWidth: true
            }
            AppText {
                kind: "small"
                color: Theme.muted
                text: Display.code(root.position.coordinates)
            }
        }
        RowLayout {
            visible: root.remaining > 0
            spacing: 12

            AppText {
                objectName: "taking_" + root.refName
                text: Words.digits(qsTr("Taken by itself in %n second(s)", "", root.remaining))
                wrapMode: Text.WordWrap
                Layout.fillWidth: true
            }
            AppButton {
                objectName: "wait_" + root.refName
                compact: true
                text: qsTr("Wait")
                onClicked: root.waits = true
            }
        }
        RowLayout {
            spacing: 12

            AppButton {
                objectName: "takePoint_" + root.refName
                kind: "main"
                glyph: "check"
                text: root.position.takeText
                enabled: root.position.accuracyBest > 0
                implicitHeight: Theme.door
                Layout.fillWidth: true
                onClicked: root.taken(root.position.take())
            }
            AppButton {
                visible: root.again
                text: qsTr("Keep the old one")
                implicitHeight: Theme.door
                onClicked: root.leftAlone()
            }
        }
    }
}
