import QtQuick
import Tashilgar

/** Opens an address in the tablet's browser; there only for what is an address of the web. */
AppButton {
    property string address

    visible: /^https?:\/\/[^\s\/]+/i.test(address)
    compact: true
    glyph: "open_in_new"
    text: qsTr("Open it")
    onClicked: Qt.openUrlExternally(address)
}
