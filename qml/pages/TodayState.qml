import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** What waits: records to look at, drafts, the queue, the last sync. */
ColumnLayout {
    id: root

    required property Application app
    signal placePicked(string place)

    spacing: 16

    StateCard {
        visible: root.app.today.refused > 0
        row.objectName: "refusedCard"
        row.glyph: "assignment_return"
        row.tone: "waiting"
        row.text: root.app.today.refusedText
        row.second: qsTr("They are safe on this tablet.")
        Layout.fillWidth: true
        onPicked: root.placePicked("outbox")
    }
    StateCard {
        visible: root.app.today.drafts > 0
        row.objectName: "draftsCard"
        row.glyph: "edit_note"
        row.tone: "waiting"
        row.text: root.app.today.draftsText
        row.second: qsTr("Go on from the question where you stopped.")
        Layout.fillWidth: true
        onPicked: root.placePicked("records")
    }
    StateCard {
        row.objectName: "syncCard"
        row.glyph: root.app.sync.glyph
        row.tone: root.app.sync.tone
        row.text: root.app.sync.title
        row.second: root.app.sync.sentence
        row.secondLines: 3
        Layout.fillWidth: true
        onPicked: root.placePicked("outbox")
    }
    Card {
        implicitHeight: figures.implicitHeight + 40
        Layout.fillWidth: true

        RowLayout {
            id: figures

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: 24
            spacing: 16

            Repeater {
                model: [
                    { "figure": root.app.today.made, "word": qsTr("finished today") },
                    { "figure": root.app.today.safe, "word": root.app.sync.receiptsSigned ? qsTr("receipts today") : qsTr("taken today") },
                    { "figure": root.app.today.waiting, "word": qsTr("in the queue") }
                ]

                ColumnLayout {
                    id: figure

                    required property var modelData

                    spacing: 0
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1

                    AppText {
                        kind: "number"
                        text: Words.digits(String(figure.modelData.figure))
                    }
                    AppText {
                        kind: "small"
                        color: Theme.muted
                        text: figure.modelData.word
                        elide: Text.ElideRight
                        Layout.fillWidth: true
                    }
                }
            }
        }
    }
    RowLayout {
        visible: root.app.sync.lastSuccessText !== ""
        spacing: 8

        AppIcon {
            size: 20
            icon: "sync"
            color: Theme.muted
        }
        AppText {
            kind: "small"
            color: Theme.muted
            text: root.app.sync.lastSuccessText
            Layout.fillWidth: true
        }
    }
}
