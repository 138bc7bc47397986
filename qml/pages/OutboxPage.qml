import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** What is being sent, what waits and why, and the receipts. */
ColumnLayout {
    id: root

    required property Application app

    spacing: 0

    TopBar {
        title: qsTr("Sending and receiving")
        Layout.fillWidth: true

        StateChip {
            glyph: root.app.sync.offline ? "cloud_off" : "router"
            tone: root.app.sync.offline || root.app.sync.tone === "plain" ? "plain" : "note"
            text: Theme.narrow && Theme.textScale > 1.2 ? "" : root.app.sync.chipText
            Accessible.name: root.app.sync.chipText
        }
    }
    ScrollColumn {
        widest: 1136
        Layout.fillWidth: true
        Layout.fillHeight: true

        GridLayout {
            columns: Theme.wide ? 2 : 1
            columnSpacing: Theme.s5
            rowSpacing: Theme.s4
            Layout.fillWidth: true

            ColumnLayout {
                spacing: 16
                Layout.fillWidth: true
                Layout.preferredWidth: 57
                Layout.alignment: Qt.AlignTop

                SyncCard {
                    sync: root.app.sync
                    Layout.fillWidth: true
                }
                QueueCard {
                    outbox: root.app.outbox
                    Layout.fillWidth: true
                }
            }
            ReceiptCard {
                app: root.app
                Layout.fillWidth: true
                Layout.preferredWidth: 43
                Layout.alignment: Qt.AlignTop
            }
        }
    }
}
