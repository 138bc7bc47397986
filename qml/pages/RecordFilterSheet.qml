import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** Which records the list shows: of which form, of which days, at which place. Each choice applies at once. */
Sheet {
    id: root

    required property RecordListModel records
    property string bound // "from" or "until" while its day is picked

    function shifted(days: int): string {
        const moment = new Date(records.today + "T12:00:00Z");
        moment.setUTCDate(moment.getUTCDate() + days);
        return moment.toISOString().slice(0, 10);
    }
    function setDays(first: string, last: string) {
        records.from = first;
        records.until = last;
        bound = "";
    }

    objectName: "recordFilter"
    title: qsTr("Which records")
    onClosed: bound = ""

    ScrollColumn {
        margin: 8
        Layout.fillWidth: true
        Layout.fillHeight: true

        ChipFlow {
            heading: qsTr("Form")
            prefix: "form_"
            options: [{ "value": "", "label": qsTr("All forms") }, ...(root.opened ? root.records.forms() : [])]
            current: root.records.formId
            Layout.fillWidth: true
            onPicked: value => root.records.formId = value
        }
        ChipFlow {
            heading: qsTr("Days")
            prefix: "days_"
            options: [
                { "value": ",", "label": qsTr("All days") },
                { "value": root.records.today + "," + root.records.today, "label": qsTr("Today") },
                { "value": root.shifted(-6) + "," + root.records.today, "label": qsTr("Last seven days") },
                { "value": root.shifted(-29) + "," + root.records.today, "label": qsTr("Last thirty days") }
            ]
            current: root.records.from + "," + root.records.until
            Layout.fillWidth: true
            onPicked: value => root.setDays(value.split(",")[0], value.split(",")[1])
        }
        RowLayout {
            spacing: 8
            Layout.fillWidth: true

            FieldButton {
                objectName: "recordsFrom"
                placeholder: qsTr("From")
                text: Display.longDate(root.records.from)
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onClicked: root.bound = root.bound === "from" ? "" : "from"
            }
            FieldButton {
                objectName: "recordsUntil"
                placeholder: qsTr("Until")
                text: Display.longDate(root.records.until)
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onClicked: root.bound = root.bound === "until" ? "" : "until"
            }
        }
        CalendarGrid {
            visible: root.bound !== ""
            refName: "records"
            calendar: CalendarModel {
                today: root.records.today
                chosen: root.bound === "from" ? root.records.from : root.records.until
            }
            Layout.fillWidth: true
            onPicked: iso => {
                if (root.bound === "from")
                    root.records.from = iso;
                else
                    root.records.until = iso;
                root.bound = "";
            }
        }
        ChipFlow {
            visible: options.length > 1
            heading: qsTr("Place")
            prefix: "neighbourhood_"
            options: [{ "value": "", "label": qsTr("All places") }, ...(root.opened ? root.records.neighbourhoods() : [])]
            current: root.records.neighbourhood
            Layout.fillWidth: true
            onPicked: value => root.records.neighbourhood = value
        }
        ChipFlow {
            visible: root.records.neighbourhood !== "" && options.length > 1
            prefix: "block_"
            options: [{ "value": "", "label": qsTr("All blocks") }, ...(root.opened && root.records.neighbourhood !== "" ? root.records.blocks() : [])]
            current: root.records.block
            Layout.fillWidth: true
            onPicked: value => root.records.block = value
        }
        AppField {
            objectName: "recordsDoor"
            name: qsTr("Door code")
            placeholder: qsTr("Door code, or its beginning")
            glyph: "search"
            clearable: true
            codeLike: true
            text: root.records.door
            Layout.fillWidth: true
            onEdited: text => root.records.door = text
        }
    }
    AppText {
        kind: "label"
        color: Theme.muted
        text: root.records.totalText
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: 12
        Layout.fillWidth: true

        AppButton {
            visible: root.records.narrowings > 0
            objectName: "widenRecords"
            text: qsTr("All again")
            onClicked: root.records.widen()
        }
        AppButton {
            objectName: "showRecords"
            kind: "main"
            glyph: "check"
            text: qsTr("Show")
            Layout.fillWidth: true
            onClicked: root.close()
        }
    }
}
