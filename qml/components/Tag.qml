import QtQuick
import QtQuick.Layouts
import Tashilgar

/** A small word of state inside a row. */
Rectangle {
    id: root

    property alias text: words.text
    property string glyph
    property string tone: "plain"

    implicitHeight: Math.max(30, Theme.lineOf("small") + 6)
    implicitWidth: line.implicitWidth + 20
    radius: Theme.radiusTag
    color: Tone.ground(tone)

    RowLayout {
        id: line

        anchors.fill: parent
        anchors.leftMargin: 10
        anchors.rightMargin: 10
        spacing: 6

        AppIcon {
            visible: root.glyph !== ""
            size: 20
            icon: root.glyph
            color: Tone.ink(root.tone)
        }
        AppText {
            id: words

            kind: "small"
            font.weight: 500
            color: Tone.ink(root.tone)
            elide: Text.ElideRight
            Layout.fillWidth: true
        }
    }
}
