import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** A point: accuracy as it comes, the best so far, and taking it; typed by hand where no position comes. */
ColumnLayout {
    id: root

    required property QuestionBlock block
    readonly property PositionController position: block.app.position
    property bool retaking: false
    readonly property bool taking: block.value === "" || retaking
    property bool listening: false

    function listen(wanted: bool) {
        if (wanted === listening)
            return;
        listening = wanted;
        if (wanted)
            position.start();
        else
            position.stop();
    }

    spacing: 12
    onTakingChanged: listen(taking)
    Component.onCompleted: listen(taking)
    Component.onDestruction: listen(false)

    Rectangle {
        visible: !root.taking
        implicitHeight: held.implicitHeight + 32
        radius: Theme.radiusCard
        color: Theme.goodSoft
        Layout.fillWidth: true

        RowLayout {
            id: held

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: 20
            spacing: 16

            AppIcon {
                size: 32
                icon: "location_on"
                filled: true
                color: Theme.onGoodSoft
            }
            TwoLines {
                strong: true
                first: qsTr("The point is kept")
                second: root.block.shown + (root.accuracyText === "" ? "" : qsTr(", accuracy %1").arg(root.accuracyText))
                ink: Theme.onGoodSoft
                secondInk: Theme.onGoodSoft
                Layout.fillWidth: true
            }
            AppButton {
                objectName: "retake_" + root.block.ref
                compact: true
                text: qsTr("Take again")
                onClicked: root.retaking = true
            }
        }
    }
    readonly property string accuracyText: {
        const parts = block.value.split(" ");
        return parts.length > 3 ? Words.metres(Number(parts[3])) : "";
    }
    GridLayout {
        visible: root.taking
        columns: Theme.low ? 2 : 1
        columnSpacing: 16
        rowSpacing: 12
        Layout.fillWidth: true

        AccuracyView {
            position: root.position
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.preferredHeight: Math.max(260, Math.min(width * 0.75, Theme.windowHeight - 620))
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
                spacing: 12

                AppButton {
                    objectName: "takePoint_" + root.block.ref
                    kind: "main"
                    glyph: "check"
                    text: root.position.takeText
                    enabled: root.position.accuracyBest > 0
                    implicitHeight: Theme.door
                    Layout.fillWidth: true
                    onClicked: {
                        root.block.answer(root.position.take());
                        root.retaking = false;
                    }
                }
                AppButton {
                    visible: root.retaking
                    text: qsTr("Keep the old one")
                    implicitHeight: Theme.door
                    onClicked: root.retaking = false
                }
            }
        }
    }
    AppButton {
        visible: root.taking
        objectName: "byHand_" + root.block.ref
        kind: "text"
        compact: true
        glyph: "keyboard"
        text: qsTr("Type the coordinates")
        onClicked: byHand.visible = !byHand.visible
    }
    AppField {
        id: byHand

        visible: false
        objectName: "coordinates_" + root.block.ref
        name: qsTr("Coordinates")
        placeholder: "34.34512, 47.09008"
        inputMethodHints: Qt.ImhFormattedNumbersOnly
        Layout.fillWidth: true
        onEdited: typed => {
            const parts = Display.latinDigits(typed).replace(/[،,;]/g, " ").trim().split(/\s+/).map(Number);
            if (parts.length >= 2 && Math.abs(parts[0]) <= 90 && Math.abs(parts[1]) <= 180 && parts[1] !== 0)
                root.block.answer(parts[0] + " " + parts[1] + " 0 0");
        }
    }
}
