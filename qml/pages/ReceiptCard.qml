import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** Receipts, newest first, and records the office sent back with what to do. */
ColumnLayout {
    id: root

    required property Application app

    spacing: 16

    Card {
        visible: root.app.sync.receivedText !== ""
        implicitHeight: received.implicitHeight + 40
        Layout.fillWidth: true

        RowLayout {
            id: received

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: 24
            spacing: 16

            AppIcon {
                icon: "download"
                color: Theme.text
            }
            TwoLines {
                strong: true
                first: qsTr("Received")
                second: root.app.sync.receivedText
                Layout.fillWidth: true
            }
        }
    }
    Card {
        implicitHeight: body.implicitHeight + 2
        Layout.fillWidth: true

        ColumnLayout {
            id: body

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: 1
            y: 1
            spacing: 0

            SectionHead {
                text: qsTr("Receipts")
                endText: root.app.receipts.count === 0 ? "" : Words.digits(String(root.app.receipts.count))
                roundTop: true
                Layout.fillWidth: true
            }
            AppText {
                visible: root.app.receipts.count === 0
                color: Theme.muted
                text: qsTr("When the office holds a record, its receipt stands here.")
                wrapMode: Text.WordWrap
                Layout.fillWidth: true
                Layout.margins: 20
            }
            Repeater {
                model: root.app.receipts

                ListRow {
                    id: row

                    required property string recordId
                    required property string title
                    required property string recordState
                    required property string detail
                    required property string when
                    required property int index

                    objectName: "receipt_" + index
                    glyph: recordState === "safe" ? "verified" : "assignment_return"
                    tone: recordState === "safe" ? "good" : "waiting"
                    text: title
                    second: detail
                    secondLines: 6
                    strong: true
                    chevron: false
                    last: index === root.app.receipts.count - 1
                    endText: recordState === "safe" ? when : ""
                    Layout.fillWidth: true

                    AppButton {
                        visible: row.recordState !== "safe"
                        compact: true
                        text: qsTr("Open")
                        onClicked: root.app.fill.correctRecord(row.recordId)
                    }
                }
            }
        }
    }
}
