import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** Records in the order of sending, each with its own meter and why it waits. */
Card {
    id: root

    required property OutboxModel outbox

    implicitHeight: body.implicitHeight + 2

    ColumnLayout {
        id: body

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: 1
        y: 1
        spacing: 0

        SectionHead {
            text: qsTr("In the queue")
            endText: root.outbox.count === 0 ? "" : root.outbox.summary
            roundTop: true
            Layout.fillWidth: true
        }
        AppText {
            visible: root.outbox.count === 0
            color: Theme.muted
            text: qsTr("Nothing waits. What you finish comes here first.")
            wrapMode: Text.WordWrap
            Layout.fillWidth: true
            Layout.margins: 20
        }
        Repeater {
            model: root.outbox

            ListRow {
                id: row

                required property string title
                required property string formTitle
                required property string detail
                required property string when
                required property double done
                required property int index

                objectName: "queued_" + index
                text: title
                second: Words.joined(formTitle !== title ? formTitle : "", detail, "")
                strong: true
                chevron: false
                last: index === root.outbox.count - 1
                endText: Theme.narrow ? "" : when
                Layout.fillWidth: true

                Meter {
                    visible: row.done > 0
                    implicitWidth: 80
                    implicitHeight: 8
                    value: row.done
                }
                AppIcon {
                    icon: row.done > 0 ? "arrow_upward" : "schedule"
                    color: row.done > 0 ? Theme.primary : Theme.muted
                }
            }
        }
    }
}
