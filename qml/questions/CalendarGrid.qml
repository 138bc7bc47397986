import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tashilgar
import Tashilgar.ViewModels

/**
 * A month of days, a year of months or twelve years. The name of the month leads to the months, that of the year to the
 * years. Keys: arrows, PageUp and PageDown for the page, Home or T for today, Enter picks.
 */
FocusScope {
    id: root

    required property CalendarModel calendar
    property string refName
    property bool problem: false
    signal picked(string iso)

    readonly property bool days: calendar.level === "day"
    readonly property int columns: days ? 7 : 3
    readonly property int inset: Theme.narrow ? 0 : 16
    readonly property int gap: Theme.narrow ? 0 : 6

    function touch(iso: string) {
        const day = calendar.touch(iso);
        if (day !== "")
            root.picked(day);
    }

    implicitHeight: page.implicitHeight + 2 * inset
    implicitWidth: 7 * Theme.touch
    activeFocusOnTab: true
    Accessible.role: Accessible.Table
    Accessible.name: calendar.title
    Keys.onPressed: event => {
        const ahead = LayoutMirroring.enabled ? Qt.Key_Left : Qt.Key_Right;
        event.accepted = true;
        if (event.key === Qt.Key_Left || event.key === Qt.Key_Right)
            calendar.move(event.key === ahead ? 1 : -1);
        else if (event.key === Qt.Key_Up || event.key === Qt.Key_Down)
            calendar.move(event.key === Qt.Key_Down ? columns : -columns);
        else if (event.key === Qt.Key_PageUp || event.key === Qt.Key_PageDown)
            calendar.turn(event.key === Qt.Key_PageDown ? 1 : -1);
        else if (event.key === Qt.Key_Home || event.key === Qt.Key_T)
            calendar.move(0);
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter || event.key === Qt.Key_Space)
            root.touch(calendar.cursor);
        else
            event.accepted = false;
    }

    Rectangle {
        anchors.fill: parent
        visible: !Theme.narrow
        radius: Theme.radiusCard
        color: Theme.surface
        border.width: root.problem || root.activeFocus ? Theme.borderChosen : Theme.borderHair
        border.color: root.problem ? Theme.stop : root.activeFocus ? Theme.focus : Theme.line
    }
    Column {
        id: page

        x: root.inset
        y: root.inset
        width: parent.width - 2 * root.inset
        spacing: 8

        RowLayout {
            width: parent.width
            spacing: 8

            IconButton {
                objectName: "calendarBack_" + root.refName
                boxed: true
                glyph: "arrow_back"
                text: root.days ? qsTr("Month before") : qsTr("Before")
                onClicked: root.calendar.turn(-1)
            }
            T.Button {
                id: title

                objectName: "calendarTitle_" + root.refName
                enabled: root.calendar.level !== "year"
                implicitHeight: Math.max(Theme.touch, names.implicitHeight)
                focusPolicy: Qt.StrongFocus
                text: root.calendar.title
                Accessible.name: text
                Layout.fillWidth: true
                onClicked: root.calendar.widen()

                contentItem: Item {
                    Column {
                        id: names

                        anchors.verticalCenter: parent.verticalCenter
                        width: parent.width

                        AppText {
                            width: parent.width
                            kind: "title"
                            text: root.calendar.title
                            horizontalAlignment: Text.AlignHCenter
                        }
                        AppText {
                            visible: text !== ""
                            width: parent.width
                            kind: "small"
                            color: Theme.muted
                            text: root.calendar.second
                            horizontalAlignment: Text.AlignHCenter
                        }
                    }
                }
                background: Rectangle {
                    radius: Theme.radiusControl
                    color: title.down ? Theme.sunken : "transparent"
                    border.width: title.enabled ? Theme.borderControl : 0
                    border.color: Theme.control

                    FocusRing {
                        target: parent
                        visible: title.visualFocus
                    }
                }
            }
            IconButton {
                objectName: "calendarNext_" + root.refName
                boxed: true
                glyph: "arrow_forward"
                text: root.days ? qsTr("Month after") : qsTr("After")
                onClicked: root.calendar.turn(1)
            }
        }
        Row {
            visible: root.days
            spacing: root.gap

            Repeater {
                model: root.days ? root.calendar.weekdays : []

                AppText {
                    required property string modelData
                    required property int index

                    width: cells.cell
                    kind: "label"
                    text: cells.cell < 72 * Theme.textScale ? modelData[0] : modelData
                    color: (root.calendar.gregorian ? index === 4 : index === 6) ? Theme.stop : Theme.muted
                    elide: Text.ElideRight
                    horizontalAlignment: Text.AlignHCenter
                }
            }
        }
        Grid {
            id: cells

            readonly property int cell: Math.floor((page.width - (root.columns - 1) * root.gap) / root.columns)

            columns: root.columns
            spacing: root.gap

            Repeater {
                model: root.calendar

                CalendarCell {
                    width: cells.cell
                    objectName: "calendar_" + root.refName + "_" + iso
                    onClicked: root.touch(iso)
                }
            }
        }
    }
}
