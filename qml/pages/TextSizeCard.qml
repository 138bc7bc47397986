import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** Four sizes, and a sentence in the one that is chosen. */
SettingsCard {
    id: root

    required property SettingsController settings

    title: qsTr("Text size")

    Segmented {
        objectName: "textSize"
        current: String(root.settings.textScale)
        options: [
            { "value": "0.9", "label": qsTr("Small") },
            { "value": "1", "label": qsTr("Normal") },
            { "value": "1.25", "label": qsTr("Large") },
            { "value": "1.5", "label": Theme.narrow ? qsTr("Largest") : qsTr("Very large") }
        ]
        Layout.fillWidth: true
        onPicked: value => root.settings.textScale = Number(value)
    }
    Rectangle {
        implicitHeight: sample.implicitHeight + 24
        radius: Theme.radiusControl
        color: Theme.page
        Layout.fillWidth: true

        AppText {
            id: sample

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: 16
            kind: "question"
            text: qsTr("How many people live here and share their expenses?")
            wrapMode: Text.WordWrap
        }
    }
}
