import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tashilgar

/** One part in the outline: ring, dot, check or exclamation, then what is left. */
T.AbstractButton {
    id: root

    required property string ref
    required property string label
    required property string state_
    required property string detail

    readonly property bool here: state_ === "here"

    objectName: "outline_" + ref
    implicitHeight: Math.max(Theme.touch, contentItem.implicitHeight + 12)
    leftPadding: 12
    rightPadding: 12
    focusPolicy: Qt.StrongFocus
    Accessible.name: label + ", " + detail

    contentItem: RowLayout {
        spacing: 12

        AppIcon {
            icon: root.state_ === "done" ? "check_circle" : root.state_ === "problem" ? "error" : root.here ? "radio_button_checked" : "radio_button_unchecked"
            filled: root.state_ === "done" || root.state_ === "problem"
            color: root.state_ === "done" ? Theme.good : root.state_ === "problem" ? Theme.stop : root.here ? Theme.primary : Theme.control
        }
        DataText {
            strong: true
            kind: "body"
            font.weight: root.here ? 600 : 500
            words: root.label
            color: root.here ? Theme.onPrimarySoft : Theme.text
            elide: Text.ElideRight
            Layout.fillWidth: true
        }
        AppText {
            kind: "small"
            text: root.detail
            color: root.here ? Theme.onPrimarySoft : Theme.muted
        }
    }
    background: Rectangle {
        radius: Theme.radiusControl
        color: root.here ? Theme.primarySoft : root.down ? Theme.sunken : "transparent"

        FocusRing {
            target: parent
            anchors.margins: 1
            visible: root.visualFocus
        }
    }
}
