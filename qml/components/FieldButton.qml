import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tashilgar

/** Looks like a field, opens something to pick from: what is picked, or in muted words what it is for. */
T.Button {
    id: root

    property string placeholder
    property bool problem: false
    property bool several: false // may take more than one line

    implicitHeight: Math.max(Theme.primaryHeight, words.implicitHeight + 24)
    implicitWidth: 160
    leftPadding: 16
    rightPadding: 16
    focusPolicy: Qt.StrongFocus
    Accessible.name: placeholder + (text === "" ? "" : ", " + text)

    contentItem: RowLayout {
        spacing: 8

        DataText {
            id: words

            kind: "lead"
            words: root.text === "" ? root.placeholder : root.text
            color: root.text === "" ? Theme.muted : Theme.text
            elide: root.several ? Text.ElideNone : Text.ElideRight
            wrapMode: root.several ? Text.WordWrap : Text.NoWrap
            Layout.fillWidth: true
        }
        AppIcon {
            icon: "arrow_drop_down"
            color: Theme.muted
        }
    }
    background: Rectangle {
        radius: Theme.radiusControl
        color: root.down ? Theme.sunken : Theme.surface
        border.width: root.problem ? Theme.borderChosen : Theme.borderControl
        border.color: root.problem ? Theme.stop : Theme.control

        FocusRing {
            target: parent
            visible: root.visualFocus
        }
    }
}
