import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/**
 * A day, a month or a year: a calendar to touch, likely days as chips above it, fields to type in, and what is chosen in
 * words. What is half typed stays; `picked` comes when it makes a day, and with "" when it makes none any more.
 * Appearances: gregorian (else Jalali), month-year, year, no-calendar (fields only); another calendar (ethiopian, coptic,
 * islamic, buddhist) is read out under it.
 */
ColumnLayout {
    id: root

    required property string date // ISO, or empty
    required property string today
    property string refName
    property string name
    property bool problem: false
    property string appearance
    property string year
    property string month
    property string day
    signal picked(string iso)

    readonly property var looks: appearance.split(" ")
    readonly property string depth: looks.includes("year") ? "year" : looks.includes("month-year") ? "month" : "day"
    readonly property bool fieldsOnly: looks.includes("no-calendar")
    property bool typing: fieldsOnly
    readonly property CalendarModel almanac: CalendarModel {
        gregorian: root.looks.includes("gregorian")
        depth: root.depth
        today: root.today
        chosen: root.date
    }
    /** The calendars that the form asks for beside ours. */
    readonly property var others: looks.filter(look => ["ethiopian", "coptic", "islamic", "buddhist", "bikram-sambat", "myanmar"].includes(look))
    readonly property bool complete: year.length === 4 && (depth === "year" || month !== "") && (depth !== "day" || day !== "")
    readonly property string otherWords: Words.follow(Display.language, almanac.inOtherWords(typed))
    readonly property string typed: complete ? almanac.isoOf(Number(year), depth === "year" ? 1 : Number(month), depth === "day" ? Number(day) : 1) : ""

    function spread() {
        const parts = almanac.partsOf(date);
        if (parts.length === 3 && typed !== date) {
            year = String(parts[0]);
            month = String(parts[1]);
            day = String(parts[2]);
        }
    }
    function touched() {
        if (typed !== date) // what is half typed is no answer, also where there was one
            root.picked(typed);
    }
    function clear() {
        year = "";
        month = "";
        day = "";
        root.picked("");
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
        visible: root.depth === "day"
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
        Chip {
            visible: !root.fieldsOnly
            objectName: "typeDate_" + root.refName
            glyph: "keyboard"
            text: qsTr("Type it")
            chosen: root.typing
            onClicked: root.typing = !root.typing
        }
    }
    RowLayout {
        visible: root.typing
        spacing: 8

        LabelledBox {
            visible: root.depth === "day"
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
            visible: root.depth !== "year"
            label: qsTr("Month")
            Layout.fillWidth: true
            Layout.maximumWidth: 220

            PickButton {
                objectName: "monthOf_" + root.refName
                title: qsTr("Month")
                options: Words.follow(Display.language, almanac.monthNames())
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
    Item {
        visible: !root.fieldsOnly
        implicitHeight: grid.implicitHeight
        Layout.fillWidth: true

        CalendarGrid {
            id: grid

            readonly property int beyond: Theme.narrow ? 8 : 0 // seven targets of 48 need the margin of a narrow page

            x: -beyond
            width: parent.width + 2 * beyond
            calendar: root.almanac
            refName: root.refName
            problem: root.problem
            onPicked: iso => root.picked(iso)
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
            anchors.leftMargin: 16
            anchors.rightMargin: 8
            spacing: 12

            AppIcon {
                icon: root.typed === "" ? "info" : "event"
                filled: true
                color: root.typed === "" ? Theme.onWaitingSoft : Theme.onPrimarySoft
            }
            TwoLines {
                strong: root.typed !== ""
                first: root.typed === "" ? qsTr("There is no such day in this month.") : Words.follow(Display.language, almanac.inWords(root.typed))
                second: root.typed === "" || root.depth !== "day" ? "" : root.otherWords === "" ? Words.daysAway(root.typed, root.today) : qsTr("%1, %2").arg(root.otherWords).arg(Words.daysAway(root.typed, root.today))
                ink: root.typed === "" ? Theme.onWaitingSoft : Theme.onPrimarySoft
                secondInk: ink
                Layout.fillWidth: true
            }
            IconButton {
                objectName: "clearDate_" + root.refName
                glyph: "close"
                ink: Theme.onPrimarySoft
                text: qsTr("Clear")
                onClicked: root.clear()
            }
        }
    }
    Repeater {
        model: root.others

        OtherCalendarLine {
            required property string modelData

            calendar: modelData
            date: root.typed
            refName: root.refName
            Layout.fillWidth: true
        }
    }
}
