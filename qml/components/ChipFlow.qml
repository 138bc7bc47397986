import QtQuick
import Tashilgar

/** One of some choices as chips that take as many lines as they need. `options` are {value, label}. */
Column {
    id: root

    property string heading
    property string prefix
    property var options: []
    property string current
    signal picked(string value)

    spacing: 8

    AppText {
        visible: root.heading !== ""
        width: parent.width
        kind: "label"
        strong: true
        text: root.heading
    }
    Flow {
        width: parent.width
        spacing: 8

        Repeater {
            model: root.options

            Chip {
                required property var modelData

                objectName: root.prefix + modelData.value
                text: modelData.label
                chosen: modelData.value === root.current
                onClicked: root.picked(modelData.value)
            }
        }
    }
}
