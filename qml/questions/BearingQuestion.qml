import QtQuick
import QtQuick.Layouts
import Tashilgar

/** A direction in degrees from north: a compass is not read yet, so it is typed, or one of eight is touched. */
ColumnLayout {
    id: root

    required property QuestionBlock block

    readonly property var winds: [qsTr("North"), qsTr("North-east"), qsTr("East"), qsTr("South-east"), qsTr("South"), qsTr("South-west"), qsTr("West"), qsTr("North-west")]

    spacing: 12

    TypedQuestion {
        block: root.block
        numeric: true
        glyph: "explore"
        unit: "°"
        inputMethodHints: Qt.ImhFormattedNumbersOnly
        Layout.fillWidth: true
        Layout.maximumWidth: 280
    }
    Flow {
        spacing: 8
        Layout.fillWidth: true

        Repeater {
            model: root.winds

            Chip {
                required property string modelData
                required property int index

                objectName: "wind_" + root.block.ref + "_" + index
                text: modelData
                chosen: root.block.value !== "" && Number(root.block.value) === 45 * index
                glyph: chosen ? "check" : ""
                onClicked: root.block.answer(chosen ? "" : String(45 * index))
            }
        }
    }
    AppText {
        kind: "small"
        color: Theme.muted
        text: qsTr("This app reads no compass on this tablet. Read one in your hand, and type its degrees: 0 is north, 90 east.")
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
}
