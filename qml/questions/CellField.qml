import QtQuick
import QtQuick.Templates as T
import Tashilgar
import Tashilgar.ViewModels

/** Typing in a cell. Enter keeps it and goes down, Tab goes on, Escape leaves the answer as it was. */
T.TextField {
    id: root

    required property RosterCursor cursor
    required property int row
    required property int column
    required property string value
    required property string name
    property bool numeric: false
    property bool ended: false // kept or given up already
    readonly property string plain: numeric ? Display.plainNumber(text) : text
    readonly property string ref: cursor.roster.refAt(row, column)

    function commit() {
        if (ended)
            return;
        ended = true;
        pause.stop();
        if (plain !== value)
            cursor.roster.answer(row, column, plain);
        else if (cursor.app.fill.hasTyped(ref))
            cursor.app.fill.keepTyped(ref, plain);
    }

    objectName: "cellField"
    leftPadding: 12
    rightPadding: 8
    font.family: Theme.family
    font.pixelSize: Theme.sizeOf("lead")
    color: Theme.text
    selectionColor: Theme.primary
    selectedTextColor: Theme.onPrimary
    horizontalAlignment: TextInput.AlignLeft
    verticalAlignment: TextInput.AlignVCenter
    inputMethodHints: numeric ? Qt.ImhDigitsOnly : Qt.ImhNone
    Accessible.name: name
    onTextEdited: {
        pause.restart();
        if (!numeric)
            return;
        const at = cursorPosition;
        text = Words.digits(Display.latinDigits(text));
        cursorPosition = at;
    }
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Escape) {
            ended = true;
            pause.stop();
            if (cursor.app.fill.hasTyped(ref))
                cursor.app.fill.keepTyped(ref, value);
            cursor.left("stay");
        } else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) {
            commit();
            cursor.left("down");
        } else if (event.key === Qt.Key_Tab || event.key === Qt.Key_Backtab) {
            commit();
            cursor.left(event.key === Qt.Key_Tab ? "next" : "before");
        } else {
            return;
        }
        event.accepted = true;
    }
    onActiveFocusChanged: {
        if (!activeFocus) {
            commit();
            cursor.editing = false;
        }
    }
    Component.onCompleted: {
        text = numeric ? Words.answerNumber(value) : value;
        if (cursor.firstKey !== "")
            text = numeric ? Words.digits(Display.latinDigits(cursor.firstKey)) : cursor.firstKey;
        forceActiveFocus();
        if (cursor.firstKey === "")
            selectAll();
        else
            cursorPosition = text.length;
    }
    Component.onDestruction: commit()

    background: Item {}

    Timer {
        id: pause

        interval: 300 // as Typing
        onTriggered: root.cursor.app.fill.keepTyped(root.ref, root.plain)
    }
    Connections {
        target: root.cursor.app.fill
        function onAboutToMove() {
            root.commit();
        }
    }
}
