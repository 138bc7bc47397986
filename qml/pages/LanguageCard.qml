import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** The language of the interface; the direction of the pages follows. Digits and the second calendar are chosen apart. */
SettingsCard {
    id: root

    required property SettingsController settings

    title: qsTr("Language")

    Segmented {
        objectName: "language"
        current: root.settings.language
        options: [{ "value": "fa", "label": "فارسی" }, { "value": "ckb", "label": "کوردی" }, { "value": "en", "label": "English" }]
        Layout.fillWidth: true
        onPicked: value => root.settings.language = value
    }
    AppText {
        visible: root.settings.language === "ckb"
        objectName: "awaitingReader"
        kind: "small"
        color: Theme.muted
        text: qsTr("Nobody whose language this is has read these words yet. What has no words is in Persian.")
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
    AppText {
        kind: "label"
        text: qsTr("Digits")
        Layout.topMargin: 8
    }
    Segmented {
        objectName: "digits"
        current: root.settings.digits
        options: [{ "value": "auto", "label": qsTr("As the language") }, { "value": "fa", "label": "۱۲۳" }, { "value": "ar", "label": "١٢٣٤" }, { "value": "latn", "label": "123" }]
        Layout.fillWidth: true
        onPicked: value => root.settings.digits = value
    }
    AppSwitch {
        objectName: "gregorian"
        glyph: "calendar_month"
        text: qsTr("Gregorian day beside")
        second: qsTr("In small, under the Jalali one")
        on: root.settings.gregorian
        Layout.fillWidth: true
        onClicked: root.settings.gregorian = !on
    }
}
