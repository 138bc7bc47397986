import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tashilgar

/** A button with a word. `main` is the one next step of a page; `side`, `text` and `danger` are outlined or plain. */
T.Button {
    id: root

    property string kind: "side"
    property string glyph
    property bool glyphAtEnd: false
    property bool compact: false // 48 high, in rows

    readonly property color ink: !enabled ? Theme.muted : kind === "main" ? Theme.onPrimary : kind === "danger" ? Theme.stop : Theme.primary

    implicitHeight: Math.max(compact ? Theme.touch : Theme.primaryHeight, contentItem.implicitHeight + 16)
    implicitWidth: Math.max(Theme.touch, contentItem.implicitWidth + leftPadding + rightPadding)
    leftPadding: kind === "text" ? 14 : compact ? 16 : 24
    rightPadding: leftPadding
    focusPolicy: Qt.StrongFocus
    Accessible.name: text

    contentItem: Item {
        implicitWidth: line.implicitWidth
        implicitHeight: line.implicitHeight

        RowLayout {
            id: line

            anchors.verticalCenter: parent.verticalCenter
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(implicitWidth, parent.width)
            spacing: 10

            AppIcon {
                visible: root.glyph !== "" && !root.glyphAtEnd
                icon: root.glyph
                color: root.ink
            }
            AppText {
                visible: root.text !== ""
                kind: root.compact ? "body" : "button"
                strong: true
                text: root.text
                color: root.ink
                elide: Text.ElideRight
                horizontalAlignment: Text.AlignHCenter
                Layout.fillWidth: true
            }
            AppIcon {
                visible: root.glyph !== "" && root.glyphAtEnd
                icon: root.glyph
                color: root.ink
            }
        }
    }
    background: Rectangle {
        radius: Theme.radiusControl
        color: root.kind === "main" ? (!root.enabled ? Theme.sunken : root.down ? Theme.primaryPressed : Theme.primary)
            : root.kind === "text" ? (root.down ? Theme.sunken : "transparent")
            : (root.down || !root.enabled ? Theme.sunken : Theme.surface)
        border.width: root.enabled && (root.kind === "side" || root.kind === "danger") ? Theme.borderControl : 0
        border.color: root.kind === "danger" ? Theme.stop : Theme.control

        FocusRing {
            target: parent
            visible: root.visualFocus
        }
    }
}
