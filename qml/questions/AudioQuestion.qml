import QtQuick
import Tashilgar

/** A recording; until the microphone comes, a chosen file. */
CaptureQuestion {
    glyph: "mic"
    action: qsTr("Choose a recording")
}
