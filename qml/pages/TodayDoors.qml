import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** The doors and issues of today, the first one opened with the one filled button. */
ColumnLayout {
    id: root

    required property Application app

    spacing: 12

    RowLayout {
        spacing: 12

        AppText {
            kind: "title"
            text: qsTr("Doors today")
        }
        AppText {
            kind: "label"
            color: Theme.muted
            text: root.app.day.summary
            elide: Text.ElideRight
            Layout.fillWidth: true
        }
    }
    Card {
        implicitHeight: rows.implicitHeight + 2
        Layout.fillWidth: true

        Column {
            id: rows

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: 1
            y: 1

            Repeater {
                model: root.app.day

                ListRow {
                    id: row

                    required property string key
                    required property string code
                    required property string tag
                    required property string distance
                    required property string formId
                    required property int index
                    required glyph
                    required second
                    required tagTone
                    required tagGlyph

                    width: rows.width
                    objectName: "due_" + key
                    text: code
                    tone: index === 0 ? "primary" : "plain"
                    strong: true
                    chosen: index === 0
                    chevron: index > 0
                    first: index === 0
                    last: index === root.app.day.count - 1
                    tagText: tag
                    endText: distance
                    onClicked: root.app.fill.openForm(formId)

                    below: AppButton {
                        visible: row.index === 0 && Theme.narrow
                        objectName: "startDoor"
                        kind: "main"
                        text: qsTr("Start")
                        Layout.fillWidth: true
                        onClicked: root.app.fill.openForm(row.formId)
                    }

                    AppButton {
                        visible: row.index === 0 && !Theme.narrow
                        objectName: "startDoor"
                        kind: "main"
                        text: qsTr("Start")
                        onClicked: root.app.fill.openForm(row.formId)
                    }
                }
            }
        }
    }
}
