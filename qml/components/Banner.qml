import QtQuick
import QtQuick.Layouts
import Tashilgar

/** A sentence in the page's flow, with at most one thing to do about it. */
Rectangle {
    id: root

    property alias text: words.text
    property string tone: "note"
    property string glyph: "info"
    property alias action: button.text
    property bool filled: true
    property alias actionName: button.objectName
    signal acted

    implicitHeight: Math.max(56, line.implicitHeight + 24)
    implicitWidth: 320
    radius: Theme.radiusControl
    color: Tone.ground(tone)

    RowLayout {
        id: line

        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: 16
        anchors.rightMargin: 16
        spacing: 12

        AppIcon {
            icon: root.glyph
            filled: root.filled
            color: Tone.ink(root.tone)
        }
        AppText {
            id: words

            color: Tone.ink(root.tone)
            wrapMode: Text.WordWrap
            Layout.fillWidth: true
        }
        AppButton {
            id: button

            visible: text !== ""
            compact: true
            onClicked: root.acted()
        }
    }
}
