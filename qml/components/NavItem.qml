import QtQuick
import QtQuick.Templates as T
import Tashilgar

/** One place in the rail or the tabs: a sign in its pill, a word, perhaps a count. */
T.AbstractButton {
    id: root

    property string glyph
    property bool here: false
    property int badge: 0
    property bool small: false // tabs

    implicitWidth: 88
    implicitHeight: 76
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.PageTab
    Accessible.name: text + (badge > 0 ? ", " + badge : "")

    contentItem: Item {
        Rectangle {
            id: pill

            anchors.horizontalCenter: parent.horizontalCenter
            y: (parent.height - 32 - word.height) / 2
            width: 56
            height: 32
            radius: 16
            color: root.here ? Theme.primarySoft : root.down ? Theme.sunken : "transparent"

            AppIcon {
                anchors.centerIn: parent
                icon: root.glyph
                filled: root.here
                color: root.here ? Theme.onPrimarySoft : Theme.muted
            }
        }
        AppText {
            id: word

            anchors.top: pill.bottom
            width: parent.width
            kind: root.small ? "small" : "label"
            strong: root.here
            text: root.text
            color: root.here ? Theme.onPrimarySoft : Theme.muted
            horizontalAlignment: Text.AlignHCenter
            elide: Text.ElideRight
        }
        Rectangle {
            visible: root.badge > 0
            anchors.top: pill.top
            anchors.topMargin: -4
            anchors.right: pill.right
            anchors.rightMargin: -4
            width: Math.max(22, count.implicitWidth + 10)
            height: 22
            radius: 11
            color: Theme.waiting

            Text {
                id: count

                anchors.centerIn: parent
                text: Words.digits(String(root.badge))
                font.family: Theme.family
                font.pixelSize: 13
                font.weight: 600
                color: Theme.surface
            }
        }
    }
    background: Item {
        FocusRing {
            target: parent
            anchors.margins: 2
            visible: root.visualFocus
        }
    }
}
