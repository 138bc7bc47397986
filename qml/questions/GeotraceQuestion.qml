import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/**
 * A line of points, or with `closed` an area, corner by corner: touched on the plain grid, taken where one stands, or taken
 * by themselves every so often while one walks. Each point is an answer, so a line goes on where it was left.
 * Appearance placement-map begins with the grid. Below the map the last change is taken back, and each point can go.
 */
ColumnLayout {
    id: root

    required property QuestionBlock block
    property bool closed: false
    readonly property PositionController position: block.app.position
    readonly property var looks: block.appearance.split(" ")
    property string mode: looks.includes("placement-map") ? "touch" : "walk"
    readonly property bool listens: mode === "walk"
    property bool listening: false

    function keep(answer: string) {
        if (answer !== block.value)
            block.answer(answer);
    }
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
    onListensChanged: listen(listens)
    Component.onCompleted: {
        position.expect(Number(block.parameters.accuracyThreshold ?? 0), Number(block.parameters.unacceptableAccuracyThreshold ?? 0));
        listen(listens);
    }
    Component.onDestruction: listen(false)

    readonly property TraceModel trace: TraceModel {
        closed: root.closed
        value: root.block.value
    }

    Segmented {
        options: [{ "value": "walk", "label": qsTr("Where I stand") }, { "value": "timed", "label": qsTr("While I walk") }, { "value": "touch", "label": qsTr("By touch") }]
        current: root.mode
        Layout.fillWidth: true
        onPicked: value => {
            recorder.stop();
            root.mode = value;
        }
    }
    GridLayout {
        columns: root.width >= 640 && Theme.windowHeight < 1000 ? 2 : 1 // its own width comes too late for a layout
        columnSpacing: 16
        rowSpacing: 12
        Layout.fillWidth: true

        PlainMap {
            id: map

            refName: root.block.ref
            position: root.mode === "touch" && root.position.accuracyBest < 0 ? null : root.position
            trace: root.trace
            aimed: root.mode === "touch"
            problem: root.block.problem !== ""
            name: root.closed ? qsTr("The area on a plain grid, north is up") : qsTr("The line on a plain grid, north is up")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            Layout.preferredHeight: Math.max(280, Math.min(width, Theme.windowHeight - 520))
            onTouched: (latitude, longitude) => {
                if (root.mode === "touch")
                    root.keep(root.trace.with(latitude, longitude));
            }
            onCornerMoved: (index, latitude, longitude) => root.keep(root.trace.moved(index, latitude, longitude))
        }
        ColumnLayout {
            spacing: 12
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop

            PositionFigures {
                visible: root.mode === "walk"
                position: root.position
                Layout.fillWidth: true
            }
            TraceRecording {
                visible: root.mode === "timed"
                recorder: recorder
                refName: root.block.ref
                Layout.fillWidth: true
            }
            AppText {
                visible: text !== ""
                kind: "small"
                color: Theme.muted
                text: root.mode === "touch" ? qsTr("Touch the grid for a point; drag a point to move it.") : root.mode === "walk" ? root.position.advice : recorder.sentence
                wrapMode: Text.WordWrap
                Layout.fillWidth: true
            }
            AppButton {
                visible: root.mode !== "timed"
                objectName: (root.mode === "touch" ? "addMiddle_" : "addPoint_") + root.block.ref
                glyph: "add_location_alt"
                text: root.mode === "touch" ? qsTr("Add the point at the cross") : qsTr("Add this point")
                enabled: root.mode === "touch" || root.position.accuracyBest > 0
                implicitHeight: Theme.door
                Layout.fillWidth: true
                onClicked: {
                    if (root.mode === "touch") {
                        const place = map.middle();
                        root.keep(root.trace.with(place[0], place[1]));
                        return;
                    }
                    root.keep(root.trace.withFix(root.position.take()));
                    root.position.beginAgain();
                }
            }
            TraceFigures {
                trace: root.trace
                refName: root.block.ref
                Layout.fillWidth: true
                onKept: answer => root.keep(answer)
            }
        }
    }
    TraceCorners {
        visible: root.trace.count > 0
        trace: root.trace
        refName: root.block.ref
        Layout.fillWidth: true
        onKept: answer => root.keep(answer)
    }
    TraceRecorder {
        id: recorder

        position: root.position
        onTaken: fix => root.keep(root.trace.withFix(fix))
    }
    Connections {
        target: root.block.app.fill
        function onAboutToMove() {
            recorder.stop();
        }
    }
}
