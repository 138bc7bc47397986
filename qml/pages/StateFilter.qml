import QtQuick
import Tashilgar
import Tashilgar.ViewModels

/** Chips for the states of records, and the way to narrow the list further, in one row that scrolls. */
Flickable {
    id: root

    required property RecordListModel records
    signal narrowing

    implicitHeight: chips.implicitHeight + 28
    contentWidth: Math.max(width, chips.width + 2 * Theme.pageMargin)
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    Component.onCompleted: contentX = Theme.rightToLeft ? contentWidth - width : 0

    Row {
        id: chips

        x: Theme.rightToLeft ? root.contentWidth - width - Theme.pageMargin : Theme.pageMargin
        y: 14
        spacing: 10

        Chip {
            objectName: "narrowRecords"
            text: root.records.narrowings === 0 ? qsTr("Form, days, place") : qsTr("Form, days, place: %1").arg(Words.digits(String(root.records.narrowings)))
            glyph: "tune"
            chosen: root.records.narrowings > 0
            onClicked: root.narrowing()
        }
        Repeater {
            model: [
                { "state": "", "word": qsTr("All"), "glyph": "", "count": -1 },
                { "state": "refused", "word": qsTr("Needs a look"), "glyph": "assignment_return", "count": root.records.refusedCount },
                { "state": "draft", "word": qsTr("Drafts"), "glyph": "edit_note", "count": root.records.draftCount },
                { "state": "waiting", "word": qsTr("Ready to send"), "glyph": "schedule", "count": root.records.waitingCount },
                { "state": "safe", "word": qsTr("Has a receipt"), "glyph": "verified", "count": root.records.safeCount }
            ]

            Chip {
                required property var modelData

                objectName: "state_" + modelData.state
                text: modelData.count < 0 ? modelData.word : modelData.word + " " + Display.number(modelData.count)
                glyph: modelData.glyph
                chosen: root.records.state === modelData.state
                onClicked: root.records.state = modelData.state
            }
        }
    }
}
