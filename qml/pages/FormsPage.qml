import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** Forms at the start, the chosen one beside them; under 840 the chosen one opens in place. */
ColumnLayout {
    id: root

    required property Application app
    property string chosen: Theme.wide ? app.forms.first : ""
    readonly property var form: app.forms.total >= 0 ? app.forms.form(chosen) : ({})

    spacing: 0

    TopBar {
        title: qsTr("Forms")
        Layout.fillWidth: true

        AppField {
            objectName: "searchForms"
            implicitHeight: Theme.touch
            implicitWidth: Theme.narrow ? 180 : 320
            glyph: "search"
            clearable: true
            name: qsTr("Search in forms")
            placeholder: Theme.narrow ? qsTr("Search") : qsTr("Search in forms")
            onEdited: text => root.app.forms.filter = text
        }
    }
    Banner {
        visible: text !== ""
        tone: "waiting"
        text: root.app.fill.trouble !== "" ? root.app.fill.trouble : root.app.forms.trouble
        Layout.fillWidth: true
        Layout.margins: Theme.pageMargin
        Layout.bottomMargin: 0
    }
    EmptyState {
        visible: root.app.forms.count === 0
        glyph: "description"
        title: root.app.forms.filter === "" ? qsTr("No form is on this tablet yet") : qsTr("No form is called so")
        text: root.app.forms.filter === "" ? qsTr("Forms come with the first sync with the office.") : qsTr("Letters and digits may be typed in any form.")
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.margins: Theme.pageMargin
    }
    Item {
        id: area

        visible: root.app.forms.count > 0
        Layout.fillWidth: true
        Layout.fillHeight: true

        RowLayout {
            anchors.fill: parent
            anchors.margins: Theme.pageMargin
            spacing: Theme.s5

            Card {
                Layout.fillWidth: true
                Layout.preferredHeight: Math.min(list.contentHeight + 2, area.height - 2 * Theme.pageMargin)
                Layout.alignment: Qt.AlignTop
                Layout.preferredWidth: 55

                ListView {
                    id: list

                    anchors.fill: parent
                    anchors.margins: 1
                    clip: true
                    boundsBehavior: Flickable.StopAtBounds
                    model: root.app.forms
                    delegate: Column {
                        id: entry

                        required property string formId
                        required property string title
                        required property string purpose
                        required property string glyph
                        required property string draftsText
                        required property int index

                        width: ListView.view.width

                        ListRow {
                            width: parent.width
                            implicitHeight: Math.max(96, contentItem.implicitHeight + 24)
                            objectName: "form_" + entry.formId
                            text: entry.title
                            second: entry.purpose
                            glyph: entry.glyph
                            tone: "primary"
                            strong: true
                            chosen: root.chosen === entry.formId
                            tagText: Theme.narrow ? "" : entry.draftsText
                            tagGlyph: "edit_note"
                            first: entry.index === 0
                            last: entry.index === root.app.forms.count - 1
                            onClicked: root.chosen = !Theme.wide && root.chosen === entry.formId ? "" : entry.formId
                        }
                        Loader {
                            width: parent.width
                            active: !Theme.wide && root.chosen === entry.formId
                            visible: active
                            sourceComponent: FormPane {
                                app: root.app
                                form: root.form
                                flat: true
                            }
                        }
                    }
                }
            }
            FormPane {
                visible: Theme.wide && root.chosen !== ""
                app: root.app
                form: root.form
                Layout.fillWidth: true
                Layout.preferredWidth: 45
                Layout.alignment: Qt.AlignTop
            }
        }
    }
}
