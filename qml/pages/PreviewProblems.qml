import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tashilgar
import Tashilgar.ViewModels

/** What is to be told to the author of a form, on a card over the form as it opened last. */
FocusScope {
    id: root

    required property ProblemModel problems
    property bool covering: true // there is a form beneath
    readonly property bool stop: problems.stopCount > 0
    readonly property int remarks: problems.count - problems.stopCount
    signal closed

    Keys.onEscapePressed: if (root.covering) root.closed()

    Rectangle {
        anchors.fill: parent
        color: root.covering ? Theme.scrim : "transparent"

        MouseArea { // what lies beneath is looked at, not touched
            anchors.fill: parent
            hoverEnabled: true
            onWheel: wheel => wheel.accepted = true
        }
    }
    Card {
        id: card

        objectName: "previewCard"
        anchors.centerIn: parent
        width: Math.min(Theme.column, parent.width - 2 * Theme.pageMargin)
        height: Math.min(parent.height - 2 * Theme.pageMargin, head.implicitHeight + list.contentHeight + 32)

        ColumnLayout {
            anchors.fill: parent
            anchors.topMargin: 16
            anchors.bottomMargin: 8
            spacing: 8

            RowLayout {
                id: head

                spacing: 12
                Layout.fillWidth: true
                Layout.leftMargin: 24
                Layout.rightMargin: 12

                AppIcon {
                    icon: root.stop ? "error" : "info"
                    filled: true
                    size: Theme.iconLarge
                    color: root.stop ? Theme.stop : Theme.note
                    Layout.alignment: Qt.AlignTop
                    Layout.topMargin: 2
                }
                ColumnLayout {
                    spacing: 0
                    Layout.fillWidth: true

                    AppText {
                        objectName: "previewTitle"
                        kind: "title"
                        text: root.stop ? qsTr("The form does not open as it is now") : Words.digits(qsTr("%n remark(s) on this form", "", root.remarks))
                        wrapMode: Text.WordWrap
                        Layout.fillWidth: true
                    }
                    AppText {
                        color: Theme.muted
                        text: !root.stop ? qsTr("It opens all the same.") : root.covering ? qsTr("Beneath is the form as it opened last. Once the file is put right and saved, it goes on from there.") : qsTr("It opens here once the file is put right and saved.")
                        wrapMode: Text.WordWrap
                        Layout.fillWidth: true
                    }
                }
                IconButton {
                    visible: root.covering
                    objectName: "closeProblems"
                    glyph: "close"
                    text: qsTr("Look at the form beneath")
                    Layout.alignment: Qt.AlignTop
                    onClicked: root.closed()
                }
            }
            ListView {
                id: list

                clip: true
                boundsBehavior: Flickable.StopAtBounds
                model: root.problems
                Layout.fillWidth: true
                Layout.fillHeight: true
                T.ScrollBar.vertical: AppScrollBar {}
                delegate: ProblemItem {
                    width: ListView.view.width
                }
            }
        }
    }
}
