import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** Forms to start, the first one opened with the one filled button. */
ColumnLayout {
    id: root

    required property Application app
    property bool opened: true

    spacing: 12

    RowLayout {
        spacing: 12

        AppText {
            kind: "title"
            text: qsTr("Start a record")
        }
        AppText {
            kind: "label"
            color: Theme.muted
            text: root.app.today.madeText
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
                model: root.app.forms

                ListRow {
                    id: row

                    required property string formId
                    required property string title
                    required property string purpose
                    required property string draftsText
                    required property int index

                    width: rows.width
                    objectName: "start_" + formId
                    text: title
                    second: purpose
                    tone: "primary"
                    strong: true
                    chosen: root.opened && index === 0
                    chevron: !chosen
                    first: index === 0
                    last: index === root.app.forms.count - 1
                    tagText: Theme.narrow || chosen ? "" : draftsText
                    tagGlyph: "edit_note"
                    onClicked: root.app.fill.openForm(formId)

                    AppButton {
                        visible: row.chosen
                        kind: "main"
                        text: qsTr("Start")
                        onClicked: root.app.fill.openForm(row.formId)
                    }
                }
            }
        }
    }
}
