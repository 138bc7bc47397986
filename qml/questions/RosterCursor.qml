import QtQuick
import Tashilgar.ViewModels

/** Where a person is in a roster, and how its cells are laid out: what table, rows and cells share. */
QtObject {
    id: root

    required property Application app
    readonly property RosterModel roster: app.fill.roster
    readonly property var columns: roster.columns
    property var widths: []
    property int numberWidth: 52
    property int row: 0
    property int column: 0
    property bool editing: false
    property bool focused: false
    property string firstKey // what was typed on a cell that was not open yet
    /** A finger is on a cell. */
    signal touched(int row, int column)
    /** Typing has ended: stay, go down, or to the cell after (1) or before (-1). */
    signal left(string to)

    function typedInPlace(column: int): bool {
        return ["Text", "Integer", "Decimal", "Digits", "Barcode"].includes(columns[column]?.control ?? "");
    }
}
