import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tashilgar

/** A row that switches something on or off; the whole row is the target, the knob at the end edge means on. */
T.AbstractButton {
    id: root

    property string second
    property string glyph
    property bool on: false

    implicitHeight: Math.max(72, contentItem.implicitHeight + 16)
    implicitWidth: 320
    leftPadding: 20
    rightPadding: 20
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.checked: on

    contentItem: RowLayout {
        spacing: 16

        Disc {
            visible: root.glyph !== ""
            glyph: root.glyph
            filled: false
        }
        TwoLines {
            first: root.text
            second: root.second
            Layout.fillWidth: true
        }
        Rectangle {
            implicitWidth: 60
            implicitHeight: 34
            radius: 17
            color: root.on ? Theme.primary : Theme.surface
            border.width: Theme.borderControl
            border.color: root.on ? Theme.primary : Theme.control

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                x: root.on !== Theme.rightToLeft ? parent.width - width - 6 : 6
                width: 22
                height: 22
                radius: 11
                color: root.on ? Theme.onPrimary : Theme.control
            }
        }
    }
    background: Rectangle {
        color: root.down ? Theme.sunken : "transparent"

        FocusRing {
            target: parent
            anchors.margins: 2
            visible: root.visualFocus
        }
    }
}
