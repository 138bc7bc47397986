pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Tashilgar
import Tashilgar.ViewModels

/**
 * A roster as a table. One cell is current; it is typed in place, or its question opens beside the table. Keys: arrows,
 * Tab to the next cell that is asked, Enter or F2 edits, Enter again goes down, Delete empties, Ctrl+D copies from above,
 * Ctrl+Delete removes the row.
 */
FocusScope {
    id: root

    required property Application app
    readonly property RosterModel roster: app.fill.roster
    readonly property var columns: roster.columns
    readonly property int currentRow: place.row
    readonly property int currentColumn: place.column

    readonly property int numberWidth: Math.round(52 * Theme.textScale)
    readonly property int endWidth: roster.canRemove ? 56 : 12
    /** What the columns need together. */
    readonly property int least: numberWidth + endWidth + 2 + sumOf(columns.map(column => leastOf(column)))
    readonly property var widths: shared(width - 2)

    function sumOf(list: var): int {
        return list.reduce((sum, value) => sum + value, 0);
    }
    function leastOf(column: var): int {
        return Math.round((column.least * 9 + 44) * Theme.textScale);
    }
    /** What is left over goes to the columns of words. */
    function shared(all: int): var {
        const fixed = columns.map(column => leastOf(column));
        const weight = columns.map(column => ["Integer", "Decimal", "Digits"].includes(column.control) ? 1 : ["Text", "Multiline"].includes(column.control) ? 4 : 2);
        const over = Math.max(0, all - numberWidth - endWidth - sumOf(fixed));
        const parts = Math.max(1, sumOf(weight));
        return fixed.map((value, index) => value + Math.floor(over * weight[index] / parts));
    }
    function goTo(row: int, column: int) {
        place.row = row;
        place.column = column;
        place.editing = false;
        list.positionViewAtIndex(row, ListView.Contain);
        rest.forceActiveFocus();
    }
    /** Touched or entered: typed in place, or its question opens. */
    function edit(row: int, column: int, key: string) {
        if (root.currentRow !== row || root.currentColumn !== column)
            goTo(row, column);
        if (!(list.currentItem?.cells[column]?.asked ?? false))
            return;
        place.firstKey = key;
        if (place.typedInPlace(column)) {
            place.editing = true;
        } else {
            roster.open(row, column);
            sheet.title = columns[column].label;
            sheet.open();
        }
    }
    function step(direction: int, keepTyping: bool): bool {
        const next = roster.nextAsked(currentRow, currentColumn, direction);
        if (next.length === 0)
            return false;
        goTo(next[0], next[1]);
        if (keepTyping && place.typedInPlace(next[1]))
            edit(next[0], next[1], "");
        return true;
    }
    function down() {
        goTo(Math.min(currentRow + 1, roster.count - 1), currentColumn);
    }

    objectName: "rosterTable"
    Keys.onPressed: event => {
        const control = (event.modifiers & Qt.ControlModifier) !== 0;
        const ahead = LayoutMirroring.enabled ? Qt.Key_Left : Qt.Key_Right;
        event.accepted = true;
        if (event.key === Qt.Key_Left || event.key === Qt.Key_Right)
            goTo(currentRow, Math.max(0, Math.min(columns.length - 1, currentColumn + (event.key === ahead ? 1 : -1))));
        else if (event.key === Qt.Key_Up || event.key === Qt.Key_Down)
            goTo(Math.max(0, Math.min(roster.count - 1, currentRow + (event.key === Qt.Key_Down ? 1 : -1))), currentColumn);
        else if (event.key === Qt.Key_Tab || event.key === Qt.Key_Backtab)
            event.accepted = step(event.key === Qt.Key_Tab ? 1 : -1, false);
        else if (!control && (event.key === Qt.Key_Return || event.key === Qt.Key_Enter || event.key === Qt.Key_F2 || event.key === Qt.Key_Space))
            edit(currentRow, currentColumn, "");
        else if (control && event.key === Qt.Key_Delete)
            roster.canRemove && roster.remove(currentRow);
        else if (control && event.key === Qt.Key_D)
            roster.copyFromAbove(currentRow, currentColumn);
        else if (event.key === Qt.Key_Delete)
            roster.answer(currentRow, currentColumn, "");
        else if (!control && event.text.trim() !== "" && place.typedInPlace(currentColumn))
            edit(currentRow, currentColumn, event.text);
        else
            event.accepted = false;
    }

    Item {
        id: rest // where the focus is while nothing is typed

        objectName: "rosterRest"
        focus: true
    }
    RosterCursor {
        id: place

        app: root.app
        widths: root.widths
        numberWidth: root.numberWidth
        focused: root.activeFocus
        onTouched: (row, column) => root.edit(row, column, "")
        onLeft: to => {
            place.editing = false;
            rest.forceActiveFocus();
            if (to === "down")
                root.down();
            else if (to !== "stay")
                root.step(to === "next" ? 1 : -1, true);
        }
    }
    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusCard
        color: Theme.surface
        border.width: Theme.borderHair
        border.color: Theme.line
    }
    RoundedEnds {
        id: head

        x: 1
        y: 1
        width: parent.width - 2
        height: Math.max(48, labels.implicitHeight + 16)
        color: Theme.sunken
        roundTop: true

        Row {
            id: labels

            anchors.left: parent.left
            anchors.leftMargin: root.numberWidth
            anchors.verticalCenter: parent.verticalCenter

            Repeater {
                model: root.columns

                DataText {
                    required property var modelData
                    required property int index

                    width: root.widths[index] ?? 0
                    kind: "label"
                    color: Theme.muted
                    words: modelData.label
                    wrapMode: Text.WordWrap
                    maximumLineCount: 2
                    elide: Text.ElideRight
                    leftPadding: 15
                    rightPadding: 15
                }
            }
        }
    }
    ListView {
        id: list

        property int before: 0 // rows

        objectName: "rosterRows"
        anchors.fill: parent
        anchors.margins: 1
        anchors.topMargin: head.height + 1
        anchors.bottomMargin: Theme.radiusCard / 2
        clip: true
        reuseItems: true
        cacheBuffer: 0
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: false // the table's own keys
        currentIndex: root.currentRow
        highlightMoveDuration: 0
        model: root.visible ? root.roster : null
        T.ScrollBar.vertical: AppScrollBar {}
        onCountChanged: {
            if (before > 0 && count === before + 1)
                toEnd.start(); // who was just added is seen
            before = count;
        }
        delegate: RosterRow {
            width: ListView.view.width
            cursor: place
        }

        Timer {
            id: toEnd // when the row is there

            interval: 0
            onTriggered: list.positionViewAtEnd()
        }
    }
    CellSheet {
        id: sheet

        app: root.app
        onClosed: {
            root.roster.closeCell();
            Qt.callLater(rest.forceActiveFocus); // after the sheet has given its focus away
        }
    }
}
