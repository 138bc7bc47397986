import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** Points by themselves while one walks: how often, how exact, begin and pause. */
ColumnLayout {
    id: root

    required property TraceRecorder recorder
    property string refName

    readonly property var intervals: [1, 5, 10, 20, 30, 60, 300]
    readonly property var limits: [0, 3, 5, 10, 15, 20]

    spacing: 12

    RowLayout {
        spacing: 12

        LabelledBox {
            label: qsTr("A point every")
            Layout.fillWidth: true
            Layout.preferredWidth: 1

            PickButton {
                objectName: "interval_" + root.refName
                title: qsTr("A point every")
                options: root.intervals.map(seconds => seconds < 60 ? Words.digits(qsTr("%n second(s)", "", seconds)) : Words.digits(qsTr("%n minute(s)", "", seconds / 60)))
                current: root.intervals.indexOf(root.recorder.interval)
                Layout.fillWidth: true
                onPicked: index => root.recorder.interval = root.intervals[index]
            }
        }
        LabelledBox {
            label: qsTr("No weaker than")
            Layout.fillWidth: true
            Layout.preferredWidth: 1

            PickButton {
                objectName: "limit_" + root.refName
                title: qsTr("No weaker than")
                options: root.limits.map(metres => metres === 0 ? qsTr("any reading") : Words.metres(metres))
                current: root.limits.indexOf(root.recorder.limit)
                Layout.fillWidth: true
                onPicked: index => root.recorder.limit = root.limits[index]
            }
        }
    }
    AppButton {
        objectName: "record_" + root.refName
        kind: root.recorder.running ? "side" : "main"
        glyph: root.recorder.running ? "pause" : "directions_walk"
        text: root.recorder.running ? qsTr("Pause") : qsTr("Begin, and walk")
        implicitHeight: Theme.door
        Layout.fillWidth: true
        onClicked: {
            if (root.recorder.running)
                root.recorder.stop();
            else
                root.recorder.start();
        }
    }
}
