import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tashilgar

/** One thing that is left: where, what, why, and going there. */
T.AbstractButton {
    id: root

    required property string ref
    required property string part
    required property string place
    required property string label
    required property string sentence

    readonly property bool doubt: part === "doubt"
    readonly property bool stop: part !== "open"
    signal reasonAsked

    objectName: "missing_" + ref
    implicitHeight: Math.max(60, contentItem.implicitHeight + 24)
    leftPadding: 20
    rightPadding: 20
    focusPolicy: Qt.StrongFocus
    text: label
    Accessible.name: label + ", " + sentence

    contentItem: RowLayout {
        spacing: 16

        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true

            DataText {
                visible: root.stop && words !== ""
                kind: "small"
                color: Theme.muted
                words: root.place
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
            DataText {
                kind: root.stop ? "lead" : "body"
                strong: root.stop
                words: root.label
                wrapMode: Text.WordWrap
                maximumLineCount: 2
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
            DataText {
                visible: words !== ""
                kind: "body"
                color: root.doubt ? Theme.waiting : Theme.stop
                words: root.sentence
                wrapMode: Text.WordWrap
                Layout.fillWidth: true
            }
            AppButton {
                visible: root.doubt
                objectName: "giveReason_" + root.ref
                compact: true
                text: qsTr("It is right, because…")
                Layout.topMargin: 8
                onClicked: root.reasonAsked()
            }
        }
        DataText {
            visible: !root.stop && !Theme.narrow
            kind: "small"
            color: Theme.muted
            words: root.place
            elide: Text.ElideRight
            Layout.maximumWidth: 200
        }
        Rectangle {
            visible: root.stop
            implicitWidth: go.implicitWidth + 32
            implicitHeight: Theme.touch
            radius: Theme.radiusControl
            color: root.down ? Theme.sunken : Theme.surface
            border.width: Theme.borderControl
            border.color: Theme.control

            RowLayout {
                id: go

                anchors.centerIn: parent
                spacing: 8

                AppText {
                    strong: true
                    color: Theme.primary
                    text: qsTr("Go")
                }
                AppIcon {
                    icon: "arrow_forward"
                    color: Theme.primary
                }
            }
        }
        AppIcon {
            visible: !root.stop
            icon: "chevron_right"
        }
    }
    background: Rectangle {
        color: root.down ? Theme.sunken : "transparent"

        Rectangle {
            width: parent.width
            height: Theme.borderHair
            color: Theme.line
        }
        FocusRing {
            target: parent
            anchors.margins: 2
            visible: root.visualFocus
        }
    }
}
