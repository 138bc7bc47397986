import QtQuick
import Tashilgar

/** A code, typed or brought by a scanner that types. */
TypedQuestion {
    glyph: "barcode_scanner"
    clearable: true
    placeholder: qsTr("Type the code")
    inputMethodHints: Qt.ImhLatinOnly | Qt.ImhNoPredictiveText
}
