import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** The first step: in which language. */
ColumnLayout {
    id: root

    required property SettingsController settings

    spacing: 12

    AppText {
        kind: "question"
        text: qsTr("In which language do you work?")
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
    Repeater {
        model: [{ "value": "fa", "label": "فارسی" }, { "value": "ckb", "label": "کوردی" }, { "value": "en", "label": "English" }]

        ChoiceRow {
            required property var modelData

            objectName: "enrolLanguage_" + modelData.value
            text: modelData.label
            chosen: root.settings.language === modelData.value
            Layout.fillWidth: true
            onClicked: root.settings.language = modelData.value
        }
    }
    AppText {
        color: Theme.muted
        text: qsTr("You can change it at any time in Settings.")
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
}
