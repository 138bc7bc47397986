import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/**
 * A day of the Jalali calendar in three fields, with likely days as chips above and the day in words below.
 * What is half typed stays; `picked` comes when the three make a day, and with "" when all are empty.
 */
ColumnLayout {
    id: root

    required property string date // ISO, or empty
    required property string today
    property string refName
    property string name
    property bool problem: false
    property bool monthOnly: false
    property string year
    property string month
    property string day
    signal picked(string iso)

    readonly property bool complete: year.length === 4 && month !== "" && (monthOnly || day !== "")
    readonly property string typed: complete ? Display.isoFromJalali(Number(year), Number(month), monthOnly ? 1 : Number(day)) : ""

    function spread() {
        const parts = Display.jalaliParts(date);
        if (parts.length === 3 && typed !== date) {
            year = String(parts[0]);
            month = String(parts[1]);
            day = String(parts[2]);
        }
    }
    function touched() {
        if (typed !== "" || (year === "" && month === "" && day === ""))
            root.picked(typed);
    }
    function shifted(days: int): string {
        const moment = new Date(root.today + "T12:00:00Z");
        moment.setUTCDate(moment.getUTCDate() + days);
        return moment.toISOString().slice(0, 10);
    }

    spacing: 12
    onDateChanged: spread()
    Component.onCompleted: spread()

    Flow {
        visible: !root.monthOnly
        spacing: 8
        Layout.fillWidth: true

        Repeater {
            model: [{ "days": -1, "label": qsTr("Yesterday") }, { "days": 0, "label": qsTr("Today") }, { "days": 1, "label": qsTr("Tomorrow") }, { "days": 3, "label": qsTr("In three days") }]

            Chip {
                required property var modelData

                objectName: "day_" + root.refName + "_" + modelData.days
                text: modelData.label
                chosen: root.date !== "" && root.date === root.shifted(modelData.days)
                glyph: chosen ? "check" : ""
                onClicked: root.picked(root.shifted(modelData.days))
            }
        }
    }
    RowLayout {
        spacing: 8

        LabelledBox {
            visible: !root.monthOnly
            label: qsTr("Day")

            NumberBox {
                objectName: "dayOf_" + root.refName
                name: qsTr("Day")
                value: root.day
                problem: root.problem
                onChanged: value => {
                    root.day = value;
                    root.touched();
                }
            }
        }
        LabelledBox {
            label: qsTr("Month")
            Layout.fillWidth: true
            Layout.maximumWidth: 220

            PickButton {
                objectName: "monthOf_" + root.refName
                title: qsTr("Month")
                options: Words.monthNames
                current: root.month === "" ? -1 : Number(root.month) - 1
                problem: root.problem
                Layout.fillWidth: true
                onPicked: index => {
                    root.month = String(index + 1);
                    root.touched();
                }
            }
        }
        LabelledBox {
            label: qsTr("Year")

            NumberBox {
                objectName: "yearOf_" + root.refName
                name: qsTr("Year")
                digitCount: 4
                implicitWidth: 120
                value: root.year
                problem: root.problem
                onChanged: value => {
                    root.year = value;
                    root.touched();
                }
            }
        }
    }
    Rectangle {
        visible: root.complete
        implicitHeight: words.implicitHeight + 24
        radius: Theme.radiusControl
        color: root.typed === "" ? Theme.waitingSoft : Theme.primarySoft
        Layout.fillWidth: true

        RowLayout {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: 16
            spacing: 12

            AppIcon {
                icon: root.typed === "" ? "info" : "event"
                filled: true
                color: root.typed === "" ? Theme.onWaitingSoft : Theme.onPrimarySoft
            }
            TwoLines {
                strong: root.typed !== ""
                first: root.typed === "" ? qsTr("There is no such day in this month.") : Words.longDate(root.typed)
                second: root.typed === "" ? "" : qsTr("%1, %2").arg(Display.code(Display.gregorianDate(root.typed))).arg(Words.daysAway(root.typed, root.today))
                ink: root.typed === "" ? Theme.onWaitingSoft : Theme.onPrimarySoft
                secondInk: ink
                Layout.fillWidth: true
            }
        }
    }
}
