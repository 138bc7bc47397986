import QtQuick
import Tashilgar

/** A text of digits: phone numbers, codes. */
TypedQuestion {
    numeric: true
    clearable: true
    inputMethodHints: Qt.ImhDigitsOnly
}
