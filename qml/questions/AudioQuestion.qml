import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** A recording with the microphone: how loud and how long it is while it goes, then the sound to listen to. */
ColumnLayout {
    id: root

    required property QuestionBlock block
    readonly property SoundController sound: block.app.sound
    readonly property bool mine: sound.ref === block.ref
    readonly property bool recording: mine && sound.recording
    readonly property bool playing: sound.playing === block.ref
    readonly property string quality: block.parameters["quality"] ?? "normal"
    readonly property string trouble: mine ? sound.trouble : ""

    spacing: 12

    Card {
        visible: root.recording
        objectName: "recording_" + root.block.ref
        implicitHeight: going.implicitHeight + 40
        Layout.fillWidth: true

        ColumnLayout {
            id: going

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: 20
            spacing: 16

            RowLayout {
                spacing: 12

                AppIcon {
                    icon: "mic"
                    filled: true
                    size: Theme.iconLarge
                    color: Theme.stop
                }
                AppText {
                    text: qsTr("Recording")
                    elide: Text.ElideRight
                    Layout.fillWidth: true
                }
                AppText {
                    kind: "title"
                    text: Words.digits(Math.floor(root.sound.seconds / 60) + ":" + String(root.sound.seconds % 60).padStart(2, "0"))
                }
            }
            Meter {
                objectName: "level_" + root.block.ref
                value: root.sound.level
                implicitHeight: 14
                Accessible.name: qsTr("How loud it is")
                Layout.fillWidth: true
            }
            RowLayout {
                spacing: 12

                AppButton {
                    objectName: "discard_" + root.block.ref
                    kind: "text"
                    text: qsTr("Throw away")
                    onClicked: root.sound.discard()
                }
                AppButton {
                    objectName: "stop_" + root.block.ref
                    glyph: "stop"
                    text: qsTr("Stop and keep")
                    implicitHeight: Theme.door
                    Layout.fillWidth: true
                    onClicked: root.sound.stop()
                }
            }
        }
    }
    RowLayout {
        visible: root.block.value !== "" && !root.recording
        spacing: 12
        Layout.fillWidth: true

        IconButton {
            objectName: "play_" + root.block.ref
            boxed: true
            glyph: root.playing ? "stop" : "play_arrow"
            text: root.playing ? qsTr("Stop") : qsTr("Listen")
            onClicked: {
                if (root.playing)
                    root.sound.stopPlaying();
                else
                    root.sound.play(root.block.ref);
            }
        }
        Meter {
            visible: root.playing
            value: root.sound.place
            Layout.fillWidth: true
        }
        TwoLines {
            visible: !root.playing
            first: qsTr("Kept on this tablet")
            second: "\u2066" + root.block.value + "\u2069"
            Layout.fillWidth: true
        }
        IconButton {
            objectName: "remove_" + root.block.ref
            glyph: "delete"
            ink: Theme.muted
            text: qsTr("Remove")
            onClicked: {
                root.sound.stopPlaying();
                root.block.answer("");
            }
        }
    }
    GridLayout {
        visible: !root.recording
        columns: Theme.narrow ? 1 : 2
        columnSpacing: 12
        rowSpacing: 12
        Layout.fillWidth: true

        AppButton {
            visible: root.quality !== "external"
            objectName: "record_" + root.block.ref
            glyph: "mic"
            text: root.block.value === "" ? qsTr("Record") : qsTr("Record again")
            implicitHeight: Theme.door
            Layout.fillWidth: true
            onClicked: root.sound.record(root.block.ref, root.quality)
        }
        AppButton {
            objectName: "take_" + root.block.ref
            glyph: "attach_file"
            text: qsTr("Choose a recording")
            implicitHeight: Theme.door
            Layout.fillWidth: true
            onClicked: root.block.app.capture.take(root.block.ref, root.block.mediaType, 0)
        }
    }
    AppButton {
        visible: root.mine && root.sound.unkept
        objectName: "keepAgain_" + root.block.ref
        kind: "main"
        text: qsTr("Keep the recording")
        implicitHeight: Theme.door
        Layout.fillWidth: true
        onClicked: root.sound.keepAgain()
    }
    ProblemLine {
        objectName: "soundTrouble_" + root.block.ref
        soft: true
        sentence: root.block.app.capture.troubleRef === root.block.ref && root.block.app.capture.trouble !== "" ? root.block.app.capture.trouble
            : root.trouble === "none" ? qsTr("This tablet has no microphone that the app can use. Choose a recording from the files.")
            : root.trouble === "failed" ? qsTr("The microphone stopped. What was said until then is kept.")
            : root.trouble === "silent" ? qsTr("Nothing was heard, so nothing is kept. Try once more.")
            : root.trouble === "unplayable" ? qsTr("This sound cannot be played here. It is kept as it is.") : root.trouble
        Layout.fillWidth: true
    }
    Sheet {
        title: qsTr("The recording goes on")
        visible: root.recording && root.sound.leaving
        onClosed: {
            if (root.recording && root.sound.leaving)
                root.sound.goOn();
        }

        AppText {
            text: qsTr("What was said until now can be kept, and the page be left.")
            wrapMode: Text.WordWrap
            Layout.fillWidth: true
        }
        AppButton {
            objectName: "leaveKeeping"
            kind: "main"
            glyph: "stop"
            text: qsTr("Keep it and leave")
            implicitHeight: Theme.door
            Layout.fillWidth: true
            onClicked: root.sound.stop()
        }
        AppButton {
            objectName: "goOnRecording"
            glyph: "mic"
            text: qsTr("Go on recording")
            Layout.fillWidth: true
            onClicked: root.sound.goOn()
        }
        AppButton {
            objectName: "leaveDiscarding"
            kind: "text"
            text: qsTr("Throw it away and leave")
            Layout.fillWidth: true
            onClicked: root.sound.discard()
        }
        Item {
            Layout.fillHeight: true
        }
    }
}
