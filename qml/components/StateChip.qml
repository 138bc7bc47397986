import QtQuick
import QtQuick.Layouts
import Tashilgar

/** Tells a state with a sign and a word; nothing to touch, so no border. */
Rectangle {
    id: root

    property alias text: words.text
    property string glyph
    property string tone: "plain"
    property bool filled: false

    implicitHeight: Math.max(40, Theme.lineOf("label") + 12)
    implicitWidth: line.implicitWidth + 28
    radius: height / 2
    color: Tone.ground(tone)

    RowLayout {
        id: line

        anchors.fill: parent
        anchors.leftMargin: 14
        anchors.rightMargin: 14
        spacing: 8

        AppIcon {
            visible: root.glyph !== ""
            size: 20
            icon: root.glyph
            filled: root.filled
            color: Tone.ink(root.tone)
        }
        AppText {
            id: words

            kind: "label"
            visible: text !== ""
            color: Tone.ink(root.tone)
            elide: Text.ElideRight
            Layout.fillWidth: true
        }
    }
}
