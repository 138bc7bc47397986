import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tashilgar

/** A filter or a quick answer. */
T.AbstractButton {
    id: root

    property bool chosen: false
    property string glyph

    implicitHeight: Math.max(Theme.touch, Theme.lineOf("label") + 16)
    implicitWidth: contentItem.implicitWidth + 32
    leftPadding: 16
    rightPadding: 16
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.checked: chosen

    contentItem: RowLayout {
        spacing: 8

        AppIcon {
            visible: root.glyph !== ""
            size: 20
            icon: root.glyph
            color: root.chosen ? Theme.onPrimarySoft : Theme.text
        }
        AppText {
            kind: "label"
            strong: root.chosen
            text: root.text
            color: root.chosen ? Theme.onPrimarySoft : Theme.text
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
        }
    }
    background: Rectangle {
        radius: height / 2
        color: root.chosen ? Theme.primarySoft : root.down ? Theme.sunken : Theme.surface
        border.width: root.chosen ? Theme.borderChosen : Theme.borderControl
        border.color: root.chosen ? Theme.primary : Theme.control

        FocusRing {
            target: parent
            radius: height / 2
            visible: root.visualFocus
        }
    }
}
