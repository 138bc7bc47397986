import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** What happens now in words, how far it is, and the two wishes: now, and a pause. */
Card {
    id: root

    required property SyncController sync

    implicitHeight: body.implicitHeight + 44

    ColumnLayout {
        id: body

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: 24
        anchors.rightMargin: 24
        spacing: 16

        RowLayout {
            spacing: 16

            Disc {
                glyph: root.sync.glyph
                tone: root.sync.tone
                Layout.alignment: Qt.AlignTop
            }
            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true

                AppText {
                    objectName: "syncTitle"
                    kind: "title"
                    text: root.sync.title
                    wrapMode: Text.WordWrap
                    Layout.fillWidth: true
                }
                AppText {
                    color: Theme.muted
                    text: root.sync.sentence
                    wrapMode: Text.WordWrap
                    Layout.fillWidth: true
                }
            }
        }
        Meter {
            visible: root.sync.busy
            implicitHeight: 14
            value: Math.max(0, root.sync.progress)
            Layout.fillWidth: true
        }
        RowLayout {
            visible: root.sync.amountText !== "" || root.sync.nextTryText !== "" || root.sync.lastSuccessText !== ""
            spacing: 16

            AppText {
                kind: "label"
                text: root.sync.amountText
                visible: text !== ""
            }
            AppText {
                kind: "label"
                color: Theme.muted
                text: root.sync.nextTryText !== "" ? root.sync.nextTryText : root.sync.lastSuccessText
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
        }
        GridLayout {
            columns: Theme.narrow ? 1 : 2
            columnSpacing: 12
            rowSpacing: 8

            AppButton {
                objectName: "sendNow"
                kind: "main"
                glyph: "sync"
                text: qsTr("Send now")
                visible: !root.sync.busy
                Layout.fillWidth: true
                onClicked: root.sync.now()
            }
            AppButton {
                objectName: "pauseSync"
                glyph: root.sync.paused ? "play_arrow" : "pause"
                text: root.sync.paused ? qsTr("Go on by itself") : qsTr("Pause")
                Layout.fillWidth: root.sync.busy || Theme.narrow
                onClicked: {
                    if (root.sync.paused)
                        root.sync.resume();
                    else
                        root.sync.pause();
                }
            }
        }
    }
}
