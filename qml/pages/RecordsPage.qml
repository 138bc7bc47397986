import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** Drafts and finished records by day, with search and states; the chosen one beside them, or over them when narrow. */
ColumnLayout {
    id: root

    required property Application app
    property string chosen
    readonly property var record: app.records.total >= 0 && chosen !== "" ? app.records.record(chosen) : ({})

    spacing: 0

    TopBar {
        title: qsTr("Records")
        second: root.app.records.totalText
        Layout.fillWidth: true

        AppField {
            id: search

            objectName: "searchRecords"
            implicitHeight: Theme.touch
            implicitWidth: Theme.narrow ? 180 : 360
            glyph: "search"
            clearable: true
            name: qsTr("Search in records")
            placeholder: Theme.narrow ? qsTr("Search") : qsTr("Code, number, address, remark")
            onEdited: text => root.app.records.filter = text
        }
    }
    StateFilter {
        records: root.app.records
        Layout.fillWidth: true
        onNarrowing: sheet.open()
    }
    RecordFilterSheet {
        id: sheet

        records: root.app.records
    }
    AppText {
        visible: root.app.records.preparing && root.app.records.filter !== ""
        kind: "small"
        color: Theme.muted
        text: qsTr("Older records are being made ready for the search; the list may still grow.")
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
        Layout.leftMargin: Theme.pageMargin
        Layout.rightMargin: Theme.pageMargin
        Layout.bottomMargin: 8
    }
    EmptyState {
        visible: root.app.records.count === 0
        glyph: "inventory_2"
        title: root.app.records.total === 0 ? qsTr("No record on this tablet yet") : qsTr("Nothing here with this filter")
        text: root.app.records.total === 0 ? qsTr("What you fill and finish stands here, with its receipt when the office has it.") : ""
        action: root.app.records.total === 0 ? "" : qsTr("Show all")
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.margins: Theme.pageMargin
        onActed: {
            search.text = "";
            root.app.records.showAll();
        }
    }
    RowLayout {
        visible: root.app.records.count > 0
        spacing: Theme.s5
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.margins: Theme.pageMargin
        Layout.topMargin: 0

        Card {
            visible: Theme.wide || root.chosen === ""
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 55

            ListView {
                id: list

                objectName: "recordList"
                anchors.fill: parent
                anchors.margins: 1
                anchors.rightMargin: thumb.visible ? thumb.width : 1
                anchors.topMargin: 8
                anchors.bottomMargin: 8
                clip: true
                reuseItems: true
                boundsBehavior: Flickable.StopAtBounds
                model: root.app.records
                section.property: "day"
                section.delegate: SectionHead {
                    required property string section

                    width: ListView.view.width
                    text: section
                    color: "transparent"
                }
                delegate: RecordRow {
                    width: ListView.view.width
                    chosen: recordId === root.chosen
                    onClicked: root.chosen = recordId
                }
            }
            DateThumb {
                id: thumb

                anchors.right: parent.right
                anchors.top: parent.top
                anchors.bottom: parent.bottom
                anchors.margins: 8
                list: list
                labelOf: row => root.app.records.dayOf(row)
            }
        }
        RecordPane {
            visible: root.chosen !== ""
            app: root.app
            record: root.record
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 45
            onLeaving: root.chosen = ""
            onDuplicated: id => root.chosen = id
            onSetAside: {
                const draft = root.chosen;
                root.chosen = "";
                if (root.app.setAside(draft))
                    undo.showFor(draft);
            }
        }
        Item {
            visible: Theme.wide && root.chosen === ""
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 45

            EmptyState {
                anchors.centerIn: parent
                width: parent.width
                glyph: "inventory_2"
                title: qsTr("Choose a record")
                text: qsTr("Its answers and its receipt show here.")
            }
        }
    }
    UndoBar {
        id: undo

        property string draft

        function showFor(id: string) {
            draft = id;
            show(qsTr("The draft is set aside"));
        }

        objectName: "undoSetAside"
        Layout.fillWidth: true
        Layout.margins: Theme.pageMargin
        Layout.topMargin: 0
        onUndone: {
            if (root.app.bringBack(draft))
                root.chosen = draft;
        }
    }
}
