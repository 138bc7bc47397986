import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tashilgar
import Tashilgar.ViewModels

/** Says that this is a preview, of which file, and how much is to be told of it. Low, so that the form keeps its room. */
Rectangle {
    id: root

    required property PreviewController preview
    readonly property int stops: preview.problems.stopCount
    readonly property int remarks: preview.problems.count - stops
    signal problemsAsked

    implicitHeight: Math.max(40, Theme.lineOf("label") + 16)
    implicitWidth: 320
    color: Theme.noteSoft

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.pageMargin
        anchors.rightMargin: 8
        spacing: 12

        AppIcon {
            icon: "visibility"
            filled: true
            size: 20
            color: Theme.onNoteSoft
        }
        AppText {
            objectName: "previewStrip"
            kind: "label"
            strong: true
            color: Theme.onNoteSoft
            text: qsTr("Preview, nothing is kept")
        }
        AppText {
            visible: !Theme.narrow
            kind: "small"
            color: Theme.onNoteSoft
            text: Display.code(root.preview.fileName)
            elide: Text.ElideMiddle
            Layout.fillWidth: true
        }
        Item {
            visible: Theme.narrow
            Layout.fillWidth: true
        }
        T.AbstractButton {
            id: button

            visible: root.preview.problems.count > 0
            objectName: "previewProblems"
            text: Words.digits(root.stops > 0 ? qsTr("%n problem(s)", "", root.stops) : qsTr("%n remark(s)", "", root.remarks))
            implicitWidth: contentItem.implicitWidth + leftPadding + rightPadding
            leftPadding: 12
            rightPadding: 12
            focusPolicy: Qt.StrongFocus
            Accessible.name: text
            Layout.fillHeight: true
            contentItem: RowLayout {
                spacing: 8

                AppIcon {
                    icon: root.stops > 0 ? "error" : "info"
                    filled: true
                    size: 20
                    color: root.stops > 0 ? Theme.stop : Theme.onNoteSoft
                }
                AppText {
                    kind: "label"
                    strong: true
                    color: root.stops > 0 ? Theme.stop : Theme.onNoteSoft
                    text: button.text
                }
            }
            background: Rectangle {
                color: button.down ? Theme.sunken : "transparent"

                FocusRing {
                    target: parent
                    anchors.margins: 2
                    visible: button.visualFocus
                }
            }
            onClicked: root.problemsAsked()
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.borderHair
        color: Theme.note
    }
}
