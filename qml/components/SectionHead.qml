import QtQuick
import QtQuick.Layouts
import Tashilgar

/** The head of a part of a list or card. */
RoundedEnds {
    id: root

    property alias text: words.text
    property alias endText: end.text
    property string glyph
    property string tone: "plain"

    implicitHeight: Math.max(48, Theme.lineOf("label") + 20)
    implicitWidth: 200
    color: Tone.ground(tone)

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: 20
        anchors.rightMargin: 20
        spacing: 12

        AppIcon {
            visible: root.glyph !== ""
            icon: root.glyph
            filled: true
            color: root.tone === "plain" ? Theme.muted : Tone.ink(root.tone)
        }
        AppText {
            id: words

            kind: "label"
            color: root.tone === "plain" ? Theme.muted : Tone.ink(root.tone)
            elide: Text.ElideRight
            Layout.fillWidth: true
        }
        AppText {
            id: end

            kind: "label"
            color: root.tone === "plain" ? Theme.muted : Tone.ink(root.tone)
        }
    }
}
