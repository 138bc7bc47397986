import QtQuick
import QtQuick.Layouts
import Tashilgar

/** The sentence under a control whose answer is not accepted or still needed. */
RowLayout {
    id: root

    property alias sentence: words.words
    property bool soft: false

    spacing: 8
    visible: sentence !== ""

    AppIcon {
        icon: root.soft ? "info" : "error"
        filled: true
        size: 20
        color: root.soft ? Theme.waiting : Theme.stop
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: 3
    }
    DataText {
        id: words

        kind: "body"
        color: root.soft ? Theme.waiting : Theme.stop
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.sentence
    }
}
