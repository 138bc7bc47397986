import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** The chosen form: what it is, starting a record, going on with its drafts. */
ColumnLayout {
    id: root

    required property Application app
    required property var form
    property bool flat: false // inside the list
    readonly property var drafts: app.records.total >= 0 && form.formId ? app.records.draftsOf(form.formId) : []

    spacing: 16

    Card {
        implicitHeight: body.implicitHeight + 48
        color: root.flat ? "transparent" : Theme.surface
        border.width: root.flat ? 0 : Theme.borderHair
        Layout.fillWidth: true

        ColumnLayout {
            id: body

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: 24
            spacing: 16

            RowLayout {
                visible: !root.flat
                spacing: 12

                Disc {
                    implicitWidth: 56
                    implicitHeight: 56
                    glyph: root.form.glyph ?? ""
                    tone: "primary"
                }
                ColumnLayout {
                    spacing: 0
                    Layout.fillWidth: true

                    AppText {
                        kind: "title"
                        text: root.form.title ?? ""
                        elide: Text.ElideRight
                        Layout.fillWidth: true
                    }
                    AppText {
                        kind: "small"
                        color: Theme.muted
                        text: root.form.version ? qsTr("Version %1").arg(Display.code(root.form.version)) : ""
                    }
                }
            }
            AppText {
                visible: text !== ""
                color: Theme.muted
                text: [root.form.purpose ?? "", root.form.recordsText ?? ""].filter(part => part !== "").join("\n")
                wrapMode: Text.WordWrap
                Layout.fillWidth: true
            }
            AppButton {
                objectName: "startRecord"
                kind: "main"
                glyph: "add"
                text: qsTr("Start a new record")
                implicitHeight: Theme.door
                Layout.fillWidth: true
                onClicked: root.app.fill.openForm(root.form.formId)
            }
        }
    }
    AppText {
        visible: root.drafts.length > 0
        kind: "title"
        text: qsTr("Drafts")
        Layout.leftMargin: root.flat ? 24 : 0
    }
    Card {
        visible: root.drafts.length > 0
        implicitHeight: rows.implicitHeight + 2
        Layout.fillWidth: true
        Layout.leftMargin: root.flat ? 16 : 0
        Layout.rightMargin: root.flat ? 16 : 0
        Layout.bottomMargin: root.flat ? 16 : 0

        Column {
            id: rows

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: 1
            y: 1

            Repeater {
                model: root.drafts

                ListRow {
                    id: row

                    required property var modelData
                    required property int index

                    width: rows.width
                    objectName: "draft_" + index
                    glyph: "edit_note"
                    tone: "waiting"
                    text: modelData.title
                    second: modelData.second
                    chevron: false
                    first: index === 0
                    last: index === root.drafts.length - 1
                    onClicked: root.app.fill.resumeDraft(modelData.recordId)

                    AppButton {
                        compact: true
                        text: qsTr("Continue")
                        onClicked: root.app.fill.resumeDraft(row.modelData.recordId)
                    }
                }
            }
        }
    }
}
