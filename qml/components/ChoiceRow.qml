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
    property string picture
    property int gap: 0 // above it
    property bool plain: false // no disc or box, words in the middle: narrow offers side by side

    implicitHeight: Math.max(Theme.choice, contentItem.implicitHeight + 16) + gap
    implicitWidth: contentItem.implicitWidth + 40
    topInset: gap
    topPadding: gap
    leftPadding: plain ? 12 : 20
    rightPadding: leftPadding
    focusPolicy: Qt.StrongFocus
    Accessible.role: multiple ? Accessible.CheckBox : Accessible.RadioButton
    Accessible.name: text
    Accessible.checked: chosen

    contentItem: RowLayout {
        spacing: 16

        ChoiceMark {
            visible: !root.plain
            chosen: root.chosen
            multiple: root.multiple
        }
        Column {
            Layout.fillWidth: true

            DataText {
                width: parent.width
                kind: "lead"
                strong: root.chosen
                words: root.text
                color: root.chosen ? Theme.onPrimarySoft : Theme.text
                wrapMode: Text.WordWrap
                horizontalAlignment: root.plain ? Text.AlignHCenter : Text.AlignLeft
            }
            DataText {
                visible: root.second !== ""
                width: parent.width
                kind: "small"
                words: root.second
                color: root.chosen ? Theme.onPrimarySoft : Theme.muted
                wrapMode: Text.WordWrap
            }
        }
        Image {
            visible: root.picture !== ""
            source: root.picture
            sourceSize.height: 48
            fillMode: Image.PreserveAspectFit
            Layout.preferredHeight: 48
            Layout.maximumWidth: 96
        }
        AppIcon {
            visible: root.chosen && !root.plain
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
