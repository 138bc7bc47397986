import QtQuick
import Tashilgar

/** A number with decimals, in any digits. */
TypedQuestion {
    numeric: true
    inputMethodHints: Qt.ImhFormattedNumbersOnly
}
