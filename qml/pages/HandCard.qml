import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** The hand that works: where the places of the app and what slides in stand; and how pages turn. */
SettingsCard {
    id: root

    required property SettingsController settings

    title: qsTr("Hand and pages")

    Segmented {
        objectName: "hand"
        current: root.settings.hand
        // As they lie on the tablet, whatever the direction of the page.
        options: Theme.rightToLeft ? [root.offers.right, root.offers.auto, root.offers.left] : [root.offers.left, root.offers.auto, root.offers.right]
        Layout.fillWidth: true
        onPicked: value => root.settings.hand = value
    }
    AppSwitch {
        objectName: "wholePages"
        glyph: "view_agenda"
        text: qsTr("Several questions on a page")
        second: qsTr("Short groups stand together; else each question has its page")
        on: root.settings.wholePages
        Layout.fillWidth: true
        onClicked: root.settings.wholePages = !on
    }
    AppSwitch {
        objectName: "swipe"
        glyph: "touch_app"
        text: qsTr("Swipe turns the page")
        second: qsTr("The buttons do so in any case")
        on: root.settings.swipe
        Layout.fillWidth: true
        onClicked: root.settings.swipe = !on
    }
    AppSwitch {
        objectName: "lessMotion"
        glyph: "animation"
        text: qsTr("Less motion")
        second: qsTr("Pages change without sliding")
        on: root.settings.lessMotion
        Layout.fillWidth: true
        onClicked: root.settings.lessMotion = !on
    }

    readonly property var offers: ({
            "left": { "value": "left", "label": qsTr("Left hand") },
            "auto": { "value": "auto", "label": qsTr("Either") },
            "right": { "value": "right", "label": qsTr("Right hand") }
        })
}
