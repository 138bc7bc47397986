import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tashilgar

/** One offer of a question: the whole row is the target. */
T.AbstractButton {
    id: root

    property bool chosen: false
    property bool multiple: false
    property string second
    property string image

    implicitHeight: Math.max(Theme.choice, contentItem.implicitHeight + 16)
    implicitWidth: contentItem.implicitWidth + 40
    leftPadding: 20
    rightPadding: 20
    focusPolicy: Qt.StrongFocus
    Accessible.role: multiple ? Accessible.CheckBox : Accessible.RadioButton
    Accessible.name: text
    Accessible.checked: chosen

    contentItem: RowLayout {
        spacing: 16

        ChoiceMark {
            chosen: root.chosen
            multiple: root.multiple
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true

            AppText {
                kind: "lead"
                strong: root.chosen
                text: root.text
                color: root.chosen ? Theme.onPrimarySoft : Theme.text
                wrapMode: Text.WordWrap
                Layout.fillWidth: true
            }
            AppText {
                kind: "small"
                visible: root.second !== ""
                text: root.second
                color: root.chosen ? Theme.onPrimarySoft : Theme.muted
                wrapMode: Text.WordWrap
                Layout.fillWidth: true
            }
        }
        Image {
            visible: root.image !== ""
            source: root.image
            sourceSize.height: 48
            fillMode: Image.PreserveAspectFit
            Layout.preferredHeight: 48
            Layout.maximumWidth: 96
        }
        AppIcon {
            visible: root.chosen
            icon: "check"
            color: Theme.primary
        }
    }
    background: Rectangle {
        radius: Theme.radiusControl
        color: root.chosen ? Theme.primarySoft : root.down || !root.enabled ? Theme.sunken : Theme.surface
        border.width: root.chosen ? Theme.borderChosen : root.enabled ? Theme.borderControl : 0
        border.color: root.chosen ? Theme.primary : Theme.control

        FocusRing {
            target: parent
            visible: root.visualFocus
        }
    }
}
