import QtQuick
import QtQuick.Layouts
import Tashilgar

/** A mark with the finger: black on white in every theme. Kept when the finger has rested for a second. */
ColumnLayout {
    id: root

    required property QuestionBlock block
    property bool drawn: false

    function keep() {
        if (!drawn)
            return;
        drawn = false;
        block.app.fill.attachDrawing(block.ref, paper.toDataURL("image/png"));
    }

    spacing: 12

    Rectangle {
        implicitHeight: Math.min(320, Math.max(160, width / 2.4))
        radius: Theme.radiusControl
        color: "#FFFFFF"
        border.width: Theme.borderControl
        border.color: root.block.problem === "" ? Theme.control : Theme.stop
        Layout.fillWidth: true

        Image {
            id: kept

            anchors.fill: parent
            anchors.margins: 8
            visible: !root.drawn && root.block.value !== "" && !paper.touched
            source: visible ? root.block.app.fill.previewOf(root.block.ref) : ""
            fillMode: Image.PreserveAspectFit
            cache: false
        }
        Rectangle {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.margins: 40
            height: 1
            color: "#7A7468"
        }
        Canvas {
            id: paper

            property bool touched: false
            property var strokes: []

            function clear() {
                strokes = [];
                touched = false;
                requestPaint();
            }

            anchors.fill: parent
            anchors.margins: 4
            renderTarget: Canvas.Image
            onPaint: {
                const pen = getContext("2d");
                pen.clearRect(0, 0, width, height);
                pen.strokeStyle = "#1C1B18";
                pen.lineWidth = 4;
                pen.lineCap = "round";
                pen.lineJoin = "round";
                for (const stroke of strokes) {
                    pen.beginPath();
                    pen.moveTo(stroke[0].x, stroke[0].y);
                    for (const point of stroke)
                        pen.lineTo(point.x, point.y);
                    pen.stroke();
                }
            }

            MouseArea {
                objectName: "paper_" + root.block.ref
                anchors.fill: parent
                preventStealing: true
                onPressed: mouse => {
                    rest.stop();
                    paper.touched = true;
                    paper.strokes.push([Qt.point(mouse.x, mouse.y)]);
                }
                onPositionChanged: mouse => {
                    paper.strokes[paper.strokes.length - 1].push(Qt.point(mouse.x, mouse.y));
                    root.drawn = true;
                    paper.requestPaint();
                }
                onReleased: rest.restart()
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
    }
    RowLayout {
        spacing: 12

        AppText {
            kind: "small"
            color: Theme.muted
            text: qsTr("Instead of a signature any mark counts.")
            wrapMode: Text.WordWrap
            Layout.fillWidth: true
        }
        AppButton {
            objectName: "clear_" + root.block.ref
            compact: true
            kind: "text"
            glyph: "ink_eraser"
            text: qsTr("Clear")
            enabled: root.block.value !== "" || paper.touched
            onClicked: {
                paper.clear();
                root.drawn = false;
                root.block.answer("");
            }
        }
    }
}
