import QtQuick
import Tashilgar

/** The sign at the start of a row, on its soft square. */
Rectangle {
    id: root

    property string glyph
    property string tone: "plain"
    property bool filled: true

    implicitWidth: 44
    implicitHeight: 44
    radius: Theme.radiusControl
    color: Tone.ground(tone)

    AppIcon {
        anchors.centerIn: parent
        size: Math.round(root.width * 0.55)
        icon: root.glyph
        filled: root.filled
        color: root.tone === "plain" ? Theme.muted : Tone.ink(root.tone)
    }
}
