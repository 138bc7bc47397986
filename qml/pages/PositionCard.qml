import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** Where positions come from: the tablet itself, a receiver, or a recorded track. */
SettingsCard {
    id: root

    required property SettingsController settings
    readonly property string source: settings.positionSource

    title: qsTr("Position")

    Segmented {
        objectName: "positionSource"
        current: root.source
        options: [
            { "value": "system", "label": qsTr("Tablet") },
            { "value": "serial", "label": qsTr("Cable") },
            { "value": "tcp", "label": qsTr("Network") },
            { "value": "file", "label": qsTr("Track") }
        ]
        Layout.fillWidth: true
        onPicked: value => root.settings.positionSource = value
    }
    AppText {
        kind: "small"
        color: Theme.muted
        text: {
            switch (root.source) {
            case "serial":
                return qsTr("A receiver on a cable. Write its port, such as %1.").arg(Display.code("/dev/ttyUSB0"));
            case "tcp":
                return qsTr("A receiver that answers on the network. Write its address, such as %1.").arg(Display.code("192.168.1.9:2947"));
            case "file":
                return qsTr("A recorded track, for practice. Write the path of the NMEA file.");
            }
            return qsTr("The position source of this tablet.");
        }
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
    AppField {
        visible: root.source !== "system"
        objectName: "positionAddress"
        name: qsTr("Address of the position source")
        text: root.settings.positionAddress
        inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhLatinOnly
        Layout.fillWidth: true
        onAccepted: root.settings.positionAddress = text
        input.onEditingFinished: root.settings.positionAddress = text
    }
}
