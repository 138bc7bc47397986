import QtQuick
import Tashilgar
import Tashilgar.ViewModels

/** A short number in any digits: a day, a year, an hour. */
AppField {
    id: root

    property string value // ASCII, set from outside
    property int digitCount: 2
    signal changed(string value)

    implicitWidth: 96
    inputMethodHints: Qt.ImhDigitsOnly
    onValueChanged: show()
    Component.onCompleted: show()
    onEdited: typed => {
        const plain = Display.plainNumber(typed).replace(/[^0-9]/g, "").slice(0, digitCount);
        text = Words.digits(plain);
        root.changed(plain);
    }

    function show() {
        if (!input.activeFocus || Display.plainNumber(text) !== value)
            text = Words.digits(value);
    }
}
