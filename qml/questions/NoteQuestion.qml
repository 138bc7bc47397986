import QtQuick
import QtQuick.Layouts
import Tashilgar

/** Something to read, or an answer that is not for changing. */
Rectangle {
    id: root

    required property QuestionBlock block

    implicitHeight: words.implicitHeight + 32
    implicitWidth: 320
    radius: Theme.radiusCard
    color: Theme.surface
    border.width: Theme.borderHair
    border.color: Theme.line

    RowLayout {
        id: words

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: 20
        spacing: 16

        AppIcon {
            icon: "info"
            color: Theme.note
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: 3
        }
        ColumnLayout {
            spacing: 4
            Layout.fillWidth: true

            FormText {
                kind: "lead"
                words: root.block.label
                wrapMode: Text.WordWrap
                Layout.fillWidth: true
            }
            FormText {
                visible: root.block.hint !== ""
                words: root.block.hint
                color: Theme.muted
                wrapMode: Text.WordWrap
                Layout.fillWidth: true
            }
            DataText {
                visible: root.block.shown !== ""
                kind: "lead"
                strong: true
                words: root.block.shown
                wrapMode: Text.WordWrap
                Layout.fillWidth: true
            }
            LinkButton {
                objectName: "openUrl_" + root.block.ref
                address: root.block.appearance.split(" ").includes("url") ? root.block.value : ""
            }
        }
    }
}
