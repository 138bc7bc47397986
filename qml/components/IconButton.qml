import QtQuick
import QtQuick.Templates as T
import Tashilgar

/** A sign alone: close, back, more and their like. `text` is what a screen reader says. */
T.Button {
    id: root

    property string glyph
    property bool boxed: false
    property color ink: enabled ? Theme.text : Theme.muted

    implicitWidth: Theme.touch
    implicitHeight: Theme.touch
    focusPolicy: Qt.StrongFocus
    Accessible.name: text

    contentItem: Item {
        AppIcon {
            anchors.centerIn: parent
            icon: root.glyph
            color: root.ink
        }
    }
    background: Rectangle {
        radius: Theme.radiusControl
        color: root.down ? Theme.sunken : root.boxed ? Theme.surface : "transparent"
        border.width: root.boxed && root.enabled ? Theme.borderControl : 0
        border.color: Theme.control

        FocusRing {
            target: parent
            visible: root.visualFocus
        }
    }
}
