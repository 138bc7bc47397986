import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/**
 * A mark or a drawing with the finger: black on white in every theme. Kept when the finger has rested for a second. A
 * signature that is kept is not drawn over by chance: it is cleared first. A drawing goes on where it was left.
 */
ColumnLayout {
    id: root

    required property QuestionBlock block
    readonly property bool free: block.appearance.split(" ").includes("draw")
    readonly property bool locked: !free && block.value !== "" && ink.count === 0
    property bool drawn: false // what is on the paper is not kept yet

    function keep() {
        rest.stop();
        if (!drawn)
            return;
        drawn = false;
        if (ink.count > 0)
            drawn = !block.app.capture.keepDrawing(block.ref, ink, Qt.size(paper.width, paper.height), paper.penWidth, kept.beneath);
        else
            block.answer("");
    }

    spacing: 12
    Component.onDestruction: Theme.turned = false

    Ink {
        id: ink
    }
    Rectangle {
        implicitHeight: root.free ? Math.min(560, Math.max(240, width * 0.75)) : Math.min(400, Math.max(160, width * 0.5))
        radius: Theme.radiusCard
        color: "#FFFFFF"
        border.width: Theme.borderControl
        border.color: root.block.problem === "" ? Theme.control : Theme.stop
        Layout.fillWidth: true

        Image {
            id: kept

            property string beneath // what a drawing goes on from, as it was when this page was opened

            anchors.fill: paper
            visible: root.block.value !== "" && (ink.count === 0 || root.free)
            source: ink.count > 0 ? beneath : root.block.value === "" ? "" : root.block.app.fill.previewOf(root.block.ref)
            fillMode: Image.PreserveAspectFit
            cache: false
            Component.onCompleted: beneath = root.free && root.block.value !== "" ? root.block.app.fill.previewOf(root.block.ref) : ""
        }
        Row { // the line to sign on
            visible: !root.free
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.leftMargin: parent.width / 12
            anchors.rightMargin: parent.width / 12
            anchors.bottomMargin: parent.height / 4
            spacing: 8
            clip: true
            LayoutMirroring.enabled: false

            Repeater {
                model: Math.ceil(parent.width / 10)

                Rectangle {
                    width: 2
                    height: 2
                    color: "#7A7468"
                }
            }
        }
        InkView {
            id: paper

            objectName: "paper_" + root.block.ref
            anchors.fill: parent
            anchors.margins: 4
            ink: ink
            penWidth: 4
            colour: "#1C1B18"
            Accessible.role: Accessible.Graphic
            Accessible.name: root.block.label

            MouseArea {
                anchors.fill: parent
                enabled: !root.locked
                preventStealing: true
                onPressed: mouse => {
                    rest.stop();
                    ink.begin(mouse.x, mouse.y);
                    root.drawn = true;
                }
                onPositionChanged: mouse => ink.go(mouse.x, mouse.y)
                onReleased: rest.restart()
                onCanceled: rest.restart()
            }
        }
    }
    Timer {
        id: rest

        interval: 1000
        onTriggered: root.keep()
    }
    Connections {
        target: root.block.app.fill
        function onAboutToMove() {
            root.keep();
        }
        function onMoved() {
            Theme.turned = false;
        }
    }
    Flow {
        spacing: 12
        Layout.fillWidth: true

        AppButton {
            objectName: "undoStroke_" + root.block.ref
            compact: Theme.narrow
            glyph: "undo"
            text: qsTr("One line back")
            enabled: ink.count > 0
            onClicked: {
                ink.undo();
                root.drawn = true;
                rest.restart();
            }
        }
        AppButton {
            objectName: "clear_" + root.block.ref
            compact: Theme.narrow
            glyph: "ink_eraser"
            text: qsTr("Clear")
            enabled: root.block.value !== "" || ink.count > 0
            onClicked: {
                rest.stop();
                ink.clear();
                kept.beneath = "";
                root.drawn = false;
                root.block.answer("");
            }
        }
        AppButton {
            visible: !root.free
            objectName: "turn_" + root.block.ref
            compact: Theme.narrow
            glyph: "rotate_right"
            text: Theme.turned ? qsTr("Turn back") : qsTr("Turn to the resident")
            onClicked: Theme.turned = !Theme.turned
        }
    }
    AppText {
        visible: !root.free
        kind: "small"
        color: Theme.muted
        text: qsTr("Any mark or finger print counts; a written name is not needed.")
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
}
