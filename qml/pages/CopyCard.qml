import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** The second place of unsent records: which it is, how it stands, and bringing back what it holds. */
SettingsCard {
    id: root

    required property CopyController copy
    property var places: []
    property bool restoring: false

    title: qsTr("Second place for what is unsent")
    Component.onCompleted: places = copy.places()

    Banner {
        objectName: "copyState"
        tone: root.copy.tone
        glyph: root.copy.glyph
        text: root.copy.title + "\n" + root.copy.sentence
        Layout.fillWidth: true
    }
    ChipFlow {
        visible: options.length > 0
        prefix: "copyPlace_"
        options: root.places
        current: root.copy.place
        Layout.fillWidth: true
        onPicked: value => root.copy.use(value)
    }
    AppField {
        id: place

        objectName: "copyPlace"
        name: qsTr("Folder of the second place")
        placeholder: qsTr("A card, a stick, or any folder")
        text: root.copy.place
        codeLike: true
        inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhLatinOnly
        Layout.fillWidth: true
        onAccepted: root.copy.use(text)
    }
    RowLayout {
        spacing: 12
        Layout.fillWidth: true

        AppButton {
            objectName: "useCopyPlace"
            compact: true
            text: root.copy.place === "" ? qsTr("Use this place") : qsTr("Change")
            Layout.fillWidth: true
            onClicked: {
                root.places = root.copy.places();
                root.copy.use(place.text);
            }
        }
        AppButton {
            visible: !root.restoring
            objectName: "restoreCopy"
            compact: true
            kind: "text"
            text: qsTr("Bring back from a copy")
            onClicked: root.restoring = true
        }
    }
    AppField {
        id: key

        visible: root.restoring
        objectName: "copyKey"
        name: qsTr("Key of the copy")
        placeholder: qsTr("Key of the office, for another tablet's copy")
        codeLike: true
        inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhLatinOnly
        Layout.fillWidth: true
    }
    AppButton {
        visible: root.restoring
        objectName: "restoreNow"
        compact: true
        glyph: "download"
        text: qsTr("Bring back")
        Layout.fillWidth: true
        onClicked: root.copy.restore(place.text, key.text)
    }
    AppText {
        visible: text !== ""
        objectName: "copyRestored"
        text: root.copy.restoredText
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
}
