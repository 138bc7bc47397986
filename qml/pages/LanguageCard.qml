import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** The language of the interface; the direction of the pages follows. */
SettingsCard {
    id: root

    required property SettingsController settings

    title: qsTr("Language")

    Segmented {
        objectName: "language"
        current: root.settings.language
        options: [{ "value": "fa", "label": "فارسی" }, { "value": "en", "label": "English" }]
        Layout.fillWidth: true
        onPicked: value => root.settings.language = value
    }
}
